import { describe, expect, it } from "vitest";
import {
  type ChangeKind,
  changesBetween,
  countChanges,
  type ModelStanding,
} from "../../../lambdas/domain/model-standing.ts";
import type { CertificationLevel } from "../../../lambdas/domain/security-key.ts";

const at = (level: CertificationLevel, disqualifiedBy?: string): ModelStanding => ({
  level,
  ...(disqualifiedBy !== undefined && { disqualifiedBy }),
});
const [none, l1, l2] = (["NOT_FIDO_CERTIFIED", "FIDO_CERTIFIED_L1", "FIDO_CERTIFIED_L2"] as const).map(
  (level) => at(level),
);

describe("a model", () => {
  it.each<[string, ModelStanding | undefined, ModelStanding | undefined, ChangeKind[]]>([
    ["that stays as it is", l1, l1, []],
    ["that is new", undefined, l1, ["added"]],
    ["that is new and revoked", undefined, at("FIDO_CERTIFIED_L1", "REVOKED"), ["added", "disqualified"]],
    ["that is gone", l1, undefined, ["removed"]],
    ["that was certified", none, l1, ["level-up"]],
    ["whose level fell", l2, l1, ["level-down"]],
    ["that was revoked", l1, at("FIDO_CERTIFIED_L1", "REVOKED"), ["disqualified"]],
    [
      "that was revoked and lost its level",
      l1,
      at("NOT_FIDO_CERTIFIED", "REVOKED"),
      ["level-down", "disqualified"],
    ],
    ["that was cleared", at("FIDO_CERTIFIED_L1", "USER_VERIFICATION_BYPASS"), l1, ["lifted"]],
    ["that was cleared with a higher level", at("FIDO_CERTIFIED_L1", "RETIRED"), l2, ["level-up", "lifted"]],
    [
      "that is disqualified for something else",
      at("FIDO_CERTIFIED_L1", "USER_KEY_PHYSICAL_COMPROMISE"),
      at("FIDO_CERTIFIED_L1", "REVOKED"),
      ["disqualified-otherwise"],
    ],
    ["that stays revoked", at("FIDO_CERTIFIED_L1", "REVOKED"), at("FIDO_CERTIFIED_L1", "REVOKED"), []],
  ])("%s", (_, before, after, expected) => {
    const changes = changesBetween({ ...(before && { a: before }) }, { ...(after && { a: after }) });
    expect(changes.get("a") ?? []).toEqual(expected);
  });
});

it("changes are counted by kind, in the order of the kinds", () => {
  const changes = changesBetween({ a: l1!, b: none!, c: l1! }, { a: l2!, b: l2!, d: none! });
  expect(Object.entries(countChanges(changes))).toEqual([
    ["added", 1],
    ["removed", 1],
    ["level-up", 2],
  ]);
  expect(countChanges(new Map())).toEqual({});
});
