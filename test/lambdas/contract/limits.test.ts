import { describe, expect, it } from "vitest";
import type { Route } from "../../../lambdas/contract/route.ts";
import { routes } from "../../../lambdas/contract/routes.ts";
import { type Limit, limits } from "../../../lambdas/domain/limits.ts";
import { functionVariables } from "../../../lambdas/env.ts";

const all = Object.entries<Route>(routes);
const limitsOf = ({ limits: names = [] }: Route): Limit[] => names.map((name) => limits[name]);

/** What only reads a few rows that are the same for everyone; the firewall limits it by address. */
const freeToRead = [
  "health",
  "serviceInformation",
  "certifiedKeys",
  "keyPicture",
  "outage",
  "serviceProviderMetadata",
  "governmentServices",
];
/** Logging out ends what it could be done with again. */
const free = ["logout", "logOutEverywhere", "operatorLogout"];

const isForAnyone = (access: Route["access"]): boolean => access === "public" || access === "saml";

describe("the limits of the routes", () => {
  it.each(all.filter(([name, { access }]) => isForAnyone(access) && !freeToRead.includes(name)))(
    "%s, which anyone can call, counts by address",
    (_name, route) => {
      expect(limitsOf(route).map(({ by }) => by)).toContain("address");
    },
  );

  it.each(
    all.filter(
      ([name, { access, method }]) => !isForAnyone(access) && method !== "GET" && !free.includes(name),
    ),
  )("%s, which changes something, counts by account or operator", (_name, route) => {
    const by = route.access.startsWith("operator:") ? "operator" : "account";
    expect(limitsOf(route).map((limit) => limit.by)).toContain(by);
  });

  /** Whether a request to the route has what the limit counts by. */
  const isThere = (route: Route, { by }: Limit): boolean => {
    const [part, field = ""] = by.split(".");
    const schema = { body: route.body, params: route.params }[part as "body" | "params"];
    if (schema !== undefined) return field in (schema as NonNullable<Route["params"]>).shape;
    if (by === "operator") return route.access.startsWith("operator:");
    return by === "address" || (by === "account" && route.access !== "public");
  };

  it.each(all)("%s counts by what it is sent", (_name, route) => {
    expect(limitsOf(route).filter((limit) => !isThere(route, limit))).toEqual([]);
  });

  it("are counted by functions that are told where", () => {
    const limited = all.filter(([, { limits: names }]) => names !== undefined);
    const functions = new Set(limited.map(([, { fn }]) => fn));
    for (const fn of functions) expect(functionVariables[`http/${fn}`]).toContain("LIMITS_TABLE");
  });

  it("are each named by a route, or apply to messages", () => {
    const named = new Set(all.flatMap(([, { limits: names = [] }]) => names));
    const unnamed = Object.entries<Limit>(limits).filter(([name]) => !named.has(name as never));
    expect(unnamed.filter(([, { by }]) => by !== "contact" && by !== "everyone")).toEqual([]);
  });
});
