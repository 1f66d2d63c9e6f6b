import { describe, expect, it } from "vitest";
import { OwnAccount, OwnRequest, RoleNotEnough } from "../../../lambdas/domain/errors.ts";
import {
  may,
  type OperatorAction,
  leastRoles,
  type OperatorRole,
  requireAnother,
  requireMay,
  requireNotOwn,
  requireRole,
} from "../../../lambdas/domain/operator-rights.ts";
import { anOperator } from "../../support/builders.ts";

const oneOf = (role: OperatorRole) => anOperator({ role });

describe("a role", () => {
  it.each([
    ["auditor", "auditor", true],
    ["auditor", "operator", false],
    ["auditor", "supervisor", false],
    ["operator", "auditor", true],
    ["operator", "operator", true],
    ["operator", "supervisor", false],
    ["supervisor", "auditor", true],
    ["supervisor", "operator", true],
    ["supervisor", "supervisor", true],
  ] as const)("%s at a route for %s: %s", (role, least, allowed) => {
    const refused = () => {
      try {
        requireRole(oneOf(role), least);
        return false;
      } catch (error) {
        return error instanceof RoleNotEnough;
      }
    };
    expect(refused()).toBe(!allowed);
  });

  it.each(Object.keys(leastRoles) as OperatorAction[])("%s is a supervisor's too", (action) => {
    expect(may({ role: "supervisor" }, action)).toBe(true);
  });

  it.each([
    "check-caller",
    "check-caller-again",
    "see-failed-fields",
    "suspend-link",
    "resume-link",
    "unlink-account",
  ] as const)("of an auditor does not reach to %s", (action) => {
    expect(() => requireMay(oneOf("auditor"), action)).toThrow(RoleNotEnough);
  });

  it.each(["check-caller-again", "see-failed-fields", "resume-link"] as const)(
    "of an operator does not reach to %s",
    (action) => {
      expect(() => requireMay(oneOf("operator"), action)).toThrow(RoleNotEnough);
    },
  );
});

describe("nobody", () => {
  it("acts on their own account, a supervisor neither", () => {
    const operator = anOperator({ role: "supervisor", ownAccountId: "their account" });
    expect(() => requireNotOwn(operator, "their account")).toThrow(OwnAccount);
    expect(() => requireNotOwn(operator, "another account")).not.toThrow();
  });

  it("approves their own request, a supervisor neither", () => {
    const operator = anOperator({ id: "olga", role: "supervisor" });
    expect(() => requireAnother(operator, "olga")).toThrow(OwnRequest);
    expect(() => requireAnother(operator, "petr")).not.toThrow();
  });
});
