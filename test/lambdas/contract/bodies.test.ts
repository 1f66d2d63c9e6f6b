import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { Route } from "../../../lambdas/contract/route.ts";
import { routes } from "../../../lambdas/contract/routes.ts";

const bodies = Object.entries<Route>(routes).flatMap(([name, { body }]) =>
  body === undefined ? [] : [[name, body] as const],
);

/** Every `additionalProperties` of a JSON schema whose values could be refused by a name that the sender chose. */
const openNames = (schema: unknown): unknown[] => {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === "additionalProperties" && Object.keys(Object(value)).length > 0 ? [value] : openNames(value),
  );
};

describe("the body of a request", () => {
  it.each(bodies)(
    "%s has no field whose name the sender chooses: names of fields reach the log",
    (_name, body) => {
      expect(openNames(z.toJSONSchema(body, { io: "input", unrepresentable: "any" }))).toEqual([]);
    },
  );
});
