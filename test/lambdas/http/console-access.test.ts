import { describe, expect, it } from "vitest";
import type { Route } from "../../../lambdas/contract/route.ts";
import { routes } from "../../../lambdas/contract/routes.ts";
import { OperatorNotLoggedIn, OriginRefused, RoleNotEnough } from "../../../lambdas/domain/errors.ts";
import { type OperatorRole, operatorRoles } from "../../../lambdas/domain/operator-rights.ts";
import { endpoint } from "../../../lambdas/http/endpoint.ts";
import type { Applied } from "../../../lambdas/services/limits/admit.ts";
import { makeAuthenticateOperator } from "../../../lambdas/services/operators/authenticate-operator.ts";
import { hashOf, makeToken } from "../../../lambdas/services/sessions/token.ts";
import { anOperator, aSession } from "../../support/builders.ts";
import { aWorld } from "../../support/world.ts";
import { anEvent, origin } from "./events.ts";

const consoleRoutes = Object.entries<Route>(routes).filter(([, { access }]) =>
  access.startsWith("operator:"),
);
const passed = new Error("the route's own code");
const token = `olga:${"0".repeat(32)}:${"A".repeat(43)}`;
const cookies = [`__Host-operator=${token}`];

/** The console with one operator in it, and a user who is logged in to the app. */
const aConsole = async (role: OperatorRole) => {
  const world = aWorld();
  const operator = anOperator({ role });
  const at = world.now;
  const user = makeToken({ accountId: "a".repeat(32), id: "5e55".repeat(8) }, (length) =>
    Buffer.alloc(length),
  );
  await world.records.commit([
    { put: operator },
    { put: { type: "operator-roster", version: 0, operators: [], openedAt: at } },
    {
      put: {
        type: "operator-session",
        operatorId: operator.id,
        id: "0".repeat(32),
        version: 0,
        tokenHash: hashOf(token),
        keyId: operator.key?.id ?? "",
        createdAt: at,
        lastUsedAt: at,
        expiresAt: "2026-11-23T19:00:00.000Z",
      },
    },
    { put: aSession([], { tokenHash: hashOf(user) }) },
  ]);
  return { world, user };
};

const call = async (route: Route, sent: Parameters<typeof anEvent>[1], role: OperatorRole = "supervisor") => {
  const { world } = await aConsole(role);
  const open = { ...route };
  delete open.body;
  delete open.params;
  delete open.query;
  const counted: Applied[] = [];
  const called = endpoint(open, async () => await Promise.reject(passed))(anEvent("", sent), {
    authenticate: async () => aSession([]),
    authenticateOperator: makeAuthenticateOperator(world, { mayBeClosed: false }),
    admit: async (applied) => void counted.push(...applied),
    originSecret: undefined,
    origins: [origin],
    now: world.clock,
  });
  return { error: await called.catch((thrown: unknown) => thrown), counted };
};

/** Who gets to the code of a route, by the role that it names. */
const open: Record<OperatorRole, readonly OperatorRole[]> = {
  auditor: ["operator", "supervisor", "auditor"],
  operator: ["operator", "supervisor"],
  supervisor: ["supervisor"],
};
const matrix = consoleRoutes.flatMap(([name, route]) =>
  operatorRoles.map(
    (role) => [name, role, open[route.access.split(":")[1] as OperatorRole].includes(role), route] as const,
  ),
);

describe("the routes of the console", () => {
  it.each(matrix)("%s: %s may: %s", async (_name, role, may, route) => {
    const { error } = await call(route, { cookies }, role);
    expect(error instanceof RoleNotEnough).toBe(!may);
    expect(error === passed).toBe(may);
  });

  it.each(consoleRoutes)(
    "%s is not opened by a user's session, as cookie or as bearer token",
    async (_name, route) => {
      const { user } = await aConsole("supervisor");
      for (const sent of [
        {},
        { cookies: [`__Host-session=${user}`] },
        { cookies: [`__Host-operator=${user}`] },
        { cookies: [`__Host-session=${token}`] },
      ])
        expect((await call(route, sent)).error).toBeInstanceOf(OperatorNotLoggedIn);
      const bearer = { headers: { authorization: `Bearer ${user}` } };
      expect((await call(route, bearer)).error).toBeInstanceOf(OperatorNotLoggedIn);
    },
  );

  it.each(consoleRoutes.filter(([, { method }]) => method !== "GET"))(
    "%s is not called from another site, not even with a bearer token beside the cookie",
    async (_name, route) => {
      const headers = { origin: "https://evil.example", authorization: "Bearer abc" };
      expect((await call(route, { cookies, headers })).error).toBeInstanceOf(OriginRefused);
    },
  );

  it.each(consoleRoutes.filter(([, { limits }]) => limits !== undefined))(
    "%s counts for the operator whose session it is",
    async (_name, route) => {
      const { counted } = await call(route, { cookies });
      expect(counted.map(({ subject }) => subject)).toContain("olga");
    },
  );
});
