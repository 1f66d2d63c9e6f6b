import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Route } from "../../lambdas/contract/route.ts";
import { type RouteName, routes } from "../../lambdas/contract/routes.ts";
import { bundleFunctions } from "../../lib/bundle.ts";
import { parseSettings } from "../../lib/stage.ts";
import { measureRoutes } from "../bench/routes.ts";
import { transitionsOf } from "../bench/transitions.ts";
import { rawSettings } from "./support/synthesis.ts";

const out = join(mkdtempSync(join(tmpdir(), "nia-link-round-trips-")), "out");
const costs = await measureRoutes(
  bundleFunctions({ out }),
  out,
  parseSettings("prod", rawSettings("prod")),
  1,
);

/** Steps that can't be one. */
const exceptions: Record<string, number> = {
  // A new key's model can be looked up only once the key has proven itself against the account's challenge.
  addSecurityKey: 4,
  // A reading of everything, which the audit log notes before it is handed out.
  exportAccount: 3,
  // The office's message, which is named by the verification alone, is kept for the operators.
  reject: 4,
  // The control code is spent before anything is done, and an account is found by its name's claim.
  requestPasswordReset: 4,
  requestUnblocking: 4,
  requestTwoFactorReset: 4,
  // A try counts before anything of it is looked at.
  removeSecondFactors: 4,
};

describe("a request to the API", () => {
  it.each(costs)("$name waits for DynamoDB $roundTrips times", ({ name, roundTrips, budget }) => {
    expect(roundTrips).toBeLessThanOrEqual(exceptions[name] ?? budget);
  });

  it.each(costs)("$name waits for its limits once at most, and not at all beside a session", (cost) => {
    const route: Route | undefined = routes[cost.name as RouteName];
    const waits = route?.access === "public" && route.limits !== undefined ? 1 : 0;
    expect(cost.limitWaits).toBe(waits);
  });
});

describe("a link", () => {
  it.each([1, 2, 5])("of %i keys enters no more than 25 states", (keys) => {
    const entered = transitionsOf(keys);
    expect(entered.length).toBeLessThanOrEqual(25);
    expect(entered.filter((name) => name === "RegisterAuthenticator")).toHaveLength(keys);
    expect(entered.at(-1)).toBe("Done");
  });
});
