import { describe, expect, it } from "vitest";
import { EnrolmentUsedUp, OperatorTaken, WrongState } from "../../../lambdas/domain/errors.ts";
import {
  disable,
  emptyRoster,
  enrolled,
  invite,
  type Operator,
  requireEnrolment,
  withOperator,
} from "../../../lambdas/domain/operator.ts";
import { anOperator } from "../../support/builders.ts";

const at = "2026-11-23T09:00:00.000Z";
const rosterOf = (...operators: Operator[]) =>
  operators.reduce((roster, operator) => withOperator(roster, operator, at), emptyRoster);

describe("the console", () => {
  const supervisor = (id: string, change: Partial<Operator> = {}) =>
    anOperator({ id, role: "supervisor", ...change });

  it.each<[string, Operator[], boolean]>([
    ["nobody", [], false],
    ["one supervisor", [supervisor("eva")], false],
    ["two supervisors", [supervisor("eva"), supervisor("jan")], true],
    ["one of them invited only", [supervisor("eva"), supervisor("jan", { state: "invited" })], false],
    ["one of them disabled", [supervisor("eva"), supervisor("jan", { state: "disabled" })], false],
    ["the same one twice", [supervisor("eva"), supervisor("eva")], false],
    ["a supervisor and an operator", [supervisor("eva"), anOperator()], false],
    ["one that became a supervisor", [supervisor("eva"), anOperator(), supervisor("olga")], true],
  ])("with %s is open: %s", (_who, operators, open) => {
    expect(rosterOf(...operators).openedAt !== undefined).toBe(open);
  });

  it("stays open from its first use on: the helpdesk answers day and night", () => {
    const open = rosterOf(supervisor("eva"), supervisor("jan"));
    const later = withOperator(open, supervisor("jan", { state: "invited" }), "2026-11-24T09:00:00.000Z");
    expect(later.openedAt).toBe(at);
  });

  it("has no two operators with one account as a user", () => {
    const roster = rosterOf(anOperator({ ownAccountId: "a" }));
    expect(() => withOperator(roster, supervisor("eva", { ownAccountId: "a" }), at)).toThrow(OperatorTaken);
    expect(() => withOperator(roster, anOperator({ ownAccountId: "a" }), at)).not.toThrow();
  });
});

describe("an enrolment", () => {
  const { operator, enrolment } = invite(anOperator({ wrongPasswords: 6, blockedUntil: at }), "link-2", at);

  it("takes password, key and blocking away, and is good for a day", () => {
    expect(operator).toMatchObject({ state: "invited", enrolmentId: "link-2", wrongPasswords: 0 });
    expect(operator).not.toHaveProperty("passwordHash");
    expect(operator).not.toHaveProperty("key");
    expect(operator).not.toHaveProperty("blockedUntil");
    expect(enrolment.expiresAt).toBe("2026-11-24T09:00:00.000Z");
  });

  it("is good until the end of its day", () => {
    const last = "2026-11-24T08:59:59.999Z";
    expect(requireEnrolment(enrolment, operator, last)).toEqual({ enrolment, operator });
  });

  it.each<[string, Parameters<typeof requireEnrolment>]>([
    ["unknown", [undefined, undefined, at]],
    ["over", [enrolment, operator, enrolment.expiresAt]],
    ["older than another one", [enrolment, { ...operator, enrolmentId: "link-3" }, at]],
    ["used", [enrolment, enrolled(operator, "hash", anOperator().key!), at]],
    ["of somebody who was disabled", [enrolment, disable(operator), at]],
  ])("that is %s opens nothing", (_what, given) => {
    expect(() => requireEnrolment(...given)).toThrow(EnrolmentUsedUp);
  });
});

describe("an operator who was disabled", () => {
  const disabled = disable(anOperator());

  it("has neither password nor key", () => {
    expect(disabled).not.toHaveProperty("passwordHash");
    expect(disabled).not.toHaveProperty("key");
  });

  it("stays so", () => {
    expect(() => disable(disabled)).toThrow(WrongState);
    expect(() => invite(disabled, "link", at)).toThrow(WrongState);
  });
});
