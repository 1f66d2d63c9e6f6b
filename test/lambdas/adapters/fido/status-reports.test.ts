import { describe, expect, it } from "vitest";
import { standing, type StatusReport } from "../../../../lambdas/adapters/fido/status-reports.ts";

const today = "2026-10-16";
const on = (status: string, effectiveDate?: string): StatusReport => ({ status, effectiveDate });

describe("standing", () => {
  it.each<[string, StatusReport[], ReturnType<typeof standing>]>([
    ["no level", [on("SELF_ASSERTION_SUBMITTED")], { level: "NOT_FIDO_CERTIFIED" }],
    [
      "the old certification",
      [on("FIDO_CERTIFIED", "2019-01-01")],
      { level: "FIDO_CERTIFIED", levelDate: "2019-01-01" },
    ],
    [
      "the highest level, wherever it stands",
      [
        on("FIDO_CERTIFIED_L1", "2024-01-01"),
        on("FIDO_CERTIFIED_L2", "2023-01-01"),
        on("FIDO_CERTIFIED", "2025-01-01"),
      ],
      { level: "FIDO_CERTIFIED_L2", levelDate: "2023-01-01" },
    ],
    [
      "a plus level above the level",
      [on("FIDO_CERTIFIED_L1plus"), on("FIDO_CERTIFIED_L1")],
      { level: "FIDO_CERTIFIED_L1plus" },
    ],
    [
      "level 2 above level 1 plus",
      [on("FIDO_CERTIFIED_L1plus"), on("FIDO_CERTIFIED_L2")],
      { level: "FIDO_CERTIFIED_L2" },
    ],
    [
      "since when the level holds",
      [on("FIDO_CERTIFIED_L1", "2024-01-01"), on("FIDO_CERTIFIED_L1", "2022-01-01")],
      { level: "FIDO_CERTIFIED_L1", levelDate: "2022-01-01" },
    ],
    [
      "no level of tomorrow",
      [on("FIDO_CERTIFIED_L2", "2026-10-17"), on("FIDO_CERTIFIED_L1", "2026-10-16")],
      { level: "FIDO_CERTIFIED_L1", levelDate: "2026-10-16" },
    ],
    [
      "no status that nobody knows",
      [on("FIDO_CERTIFIED_L9"), on("UPDATE_AVAILABLE")],
      { level: "NOT_FIDO_CERTIFIED" },
    ],
    [
      "the worst of the bad",
      [on("RETIRED"), on("REVOKED")],
      { level: "NOT_FIDO_CERTIFIED", disqualifiedBy: "REVOKED" },
    ],
    [
      "the bad of tomorrow already",
      [on("FIDO_CERTIFIED_L1"), on("RETIRED", "2027-01-01")],
      { level: "FIDO_CERTIFIED_L1", disqualifiedBy: "RETIRED" },
    ],
  ])("says %s", (_, reports, expected) => {
    expect(standing(reports, today)).toEqual(expected);
    expect(standing(reports.toReversed(), today)).toEqual(expected);
  });

  it.each([
    "REVOKED",
    "RETIRED",
    "USER_VERIFICATION_BYPASS",
    "ATTESTATION_KEY_COMPROMISE",
    "USER_KEY_REMOTE_COMPROMISE",
    "USER_KEY_PHYSICAL_COMPROMISE",
  ])("is disqualified by %s, certified or not", (status) => {
    const reports = [on("FIDO_CERTIFIED_L3", "2026-01-01"), on(status, "2020-01-01")];
    expect(standing(reports, today).disqualifiedBy).toBe(status);
  });
});
