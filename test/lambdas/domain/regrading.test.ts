import { describe, expect, it } from "vitest";
import { regraded } from "../../../lambdas/domain/regrading.ts";
import type { Grade, SecurityKey, SuspensionReason } from "../../../lambdas/domain/security-key.ts";
import { aKey } from "../../support/builders.ts";

const at = "2026-12-01T05:00:00.000Z";
const gradedAt = at;
const certified: Grade = {
  level: "FIDO_CERTIFIED_L1",
  linkable: true,
  reason: "certified",
  metadataNo: 292,
  gradedAt,
};
const higher: Grade = { ...certified, level: "FIDO_CERTIFIED_L2" };
const below: Grade = { level: "NOT_FIDO_CERTIFIED", linkable: false, reason: "below-level-1", gradedAt };
const revoked: Grade = { linkable: false, reason: "disqualified", disqualifiedBy: "REVOKED", gradedAt };
const retired: Grade = { ...revoked, disqualifiedBy: "RETIRED" };
const unknown: Grade = { linkable: false, reason: "unknown-model", gradedAt };

const keyOf = (grade: Grade, link?: "active" | SuspensionReason[]): SecurityKey => {
  const state =
    link === "active" ? { state: link } : { state: "suspended" as const, suspendedFor: link ?? [] };
  return aKey("key-1", {
    grade: { ...grade, gradedAt: "2026-11-01T05:00:00.000Z", metadataNo: 291 },
    ...(link && { link: { authenticatorId: "record", changedAt: "2026-11-01T05:00:00.000Z", ...state } }),
  });
};

describe("a key under another grade", () => {
  it.each<
    [string, SecurityKey, Grade, string | undefined, SuspensionReason[] | undefined, string | undefined]
  >([
    [
      "linked, revoked",
      keyOf(certified, "active"),
      revoked,
      "suspended",
      ["model-disqualified"],
      "model-disqualified",
    ],
    [
      "linked, revoked after another suspension",
      keyOf(certified, ["helpdesk-suspension"]),
      revoked,
      "suspended",
      ["helpdesk-suspension", "model-disqualified"],
      "model-disqualified",
    ],
    [
      "linked, cleared",
      keyOf(revoked, ["model-disqualified"]),
      certified,
      "active",
      undefined,
      "model-restored",
    ],
    [
      "linked, cleared, suspended for more",
      keyOf(revoked, ["model-disqualified", "key-cloned"]),
      certified,
      "suspended",
      ["key-cloned"],
      undefined,
    ],
    [
      "linked, cleared, without a level",
      keyOf(revoked, ["model-disqualified"]),
      below,
      "active",
      undefined,
      "model-restored",
    ],
    ["linked, level risen", keyOf(certified, "active"), higher, "active", undefined, undefined],
    ["linked, level lost", keyOf(certified, "active"), below, "active", undefined, undefined],
    [
      "linked, disqualified for something else",
      keyOf(revoked, ["model-disqualified"]),
      retired,
      "suspended",
      ["model-disqualified"],
      undefined,
    ],
    ["linked, no longer listed", keyOf(certified, "active"), unknown, "active", undefined, undefined],
    ["not linked, revoked", keyOf(certified), revoked, undefined, undefined, undefined],
    ["not linked, level risen", keyOf(below), certified, undefined, undefined, "key-linkable"],
    ["not linked, listed now", keyOf(unknown), certified, undefined, undefined, "key-linkable"],
    ["not linked, cleared", keyOf(revoked), certified, undefined, undefined, "key-linkable"],
    [
      "not linked, with a copy, level risen",
      { ...keyOf(below), clonedAt: at },
      certified,
      undefined,
      undefined,
      undefined,
    ],
    ["not linked, higher still", keyOf(certified), higher, undefined, undefined, undefined],
  ])("%s", (_, before, grade, state, suspendedFor, news) => {
    const result = regraded(before, { grade }, at);
    expect(result.key.grade).toEqual(grade);
    expect([result.key.link?.state, result.key.link?.suspendedFor, result.news]).toEqual([
      state,
      suspendedFor,
      news,
    ]);
    expect(regraded(result.key, { grade }, at)).toEqual({ key: result.key });
  });

  it.each([
    ["the same", keyOf(certified, "active"), certified],
    ["no longer listed, revoked before", keyOf(revoked, ["model-disqualified"]), unknown],
  ])("%s, is the same key", (_, before, grade) => {
    expect(regraded(before, { grade }, at).key).toBe(before);
  });

  it("gets its model where that was not known", () => {
    const next = { grade: certified, modelKey: "model-2", modelName: "Model 2" };
    expect(regraded(keyOf(unknown), next, at).key).toMatchObject(next);
  });
});
