import { describe, expect, it } from "vitest";
import {
  type CallChecks,
  failedToday,
  requireMayCheck,
  takeCall,
  withCheck,
} from "../../../lambdas/domain/call.ts";
import { CallNotChecked, RoleNotEnough, SupervisorNeeded } from "../../../lambdas/domain/errors.ts";
import { anOperator } from "../../support/builders.ts";

const at = (time: string) => `2026-11-23T${time}:00.000Z`;
const check = (passed: boolean, operatorId = "olga", callId = "call-1") => ({
  accountId: "account",
  operatorId,
  callId,
  passed,
});
const failing = (...times: string[]): CallChecks | undefined => {
  let checks: CallChecks | undefined;
  for (const time of times) checks = withCheck(checks, check(false), time);
  return checks;
};

describe("failed checks", () => {
  const three = failing(at("09:00"), at("09:10"), at("09:20"));

  it("leave an operator three tries in 24 hours", () => {
    const two = failing(at("09:00"), at("09:10"));
    expect(() => requireMayCheck(two, anOperator(), at("09:20"))).not.toThrow();
    expect(() => requireMayCheck(three, anOperator(), at("09:30"))).toThrow(SupervisorNeeded);
  });

  it("do not keep a supervisor from going on", () => {
    expect(() => requireMayCheck(three, anOperator({ role: "supervisor" }), at("09:30"))).not.toThrow();
  });

  it("are forgotten after a day, one by one", () => {
    expect(failedToday(three, "2026-11-24T08:59:59.999Z")).toHaveLength(3);
    expect(failedToday(three, "2026-11-24T09:00:00.000Z")).toHaveLength(2);
    expect(() => requireMayCheck(three, anOperator(), "2026-11-24T09:00:00.000Z")).not.toThrow();
  });

  it("stay where one passes", () => {
    const passed = withCheck(three, check(true), at("09:30"));
    expect(failedToday(passed, at("09:30"))).toHaveLength(3);
  });

  it("are no matter of an auditor", () => {
    expect(() => requireMayCheck(undefined, anOperator({ role: "auditor" }), at("09:00"))).toThrow(
      RoleNotEnough,
    );
  });
});

describe("a call that was checked", () => {
  const checks = withCheck(undefined, check(true), at("09:00"));
  const own = { operatorId: "olga", callId: "call-1" };

  it("is good for one act, within a quarter of an hour", () => {
    const used = takeCall(checks, own, "2026-11-23T09:14:59.999Z");
    expect(used).not.toHaveProperty("passed");
    expect(() => takeCall(used, own, at("09:01"))).toThrow(CallNotChecked);
  });

  it.each<[string, CallChecks | undefined, typeof own, string]>([
    ["over", checks, own, at("09:15")],
    ["another operator's", checks, { ...own, operatorId: "petr" }, at("09:01")],
    ["another one", checks, { ...own, callId: "call-2" }, at("09:01")],
    ["never checked", undefined, own, at("09:01")],
    ["followed by one that failed", withCheck(checks, check(false), at("09:01")), own, at("09:02")],
    [
      "followed by a colleague's",
      withCheck(checks, check(true, "petr", "call-2"), at("09:01")),
      own,
      at("09:02"),
    ],
  ])("that is %s opens nothing", (_what, stored, call, now) => {
    expect(() => takeCall(stored, call, now)).toThrow(CallNotChecked);
  });
});
