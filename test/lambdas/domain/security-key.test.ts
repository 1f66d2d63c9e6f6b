import { describe, expect, it } from "vitest";
import {
  isUsable,
  newLink,
  ownSuspensions,
  resumed,
  suspended,
  type SuspensionReason,
} from "../../../lambdas/domain/security-key.ts";
import { aKey } from "../../support/builders.ts";

const at = "2026-11-23T09:00:00.000Z";
const later = "2026-11-24T09:00:00.000Z";
const linked = aKey("key-1", { link: { authenticatorId: "record", state: "active", changedAt: at } });

type Step = ["suspend" | "resume", SuspensionReason];
const after = (...steps: Step[]) =>
  steps.reduce(
    (key, [step, reason]) => (step === "suspend" ? suspended : resumed)(key, reason, later),
    linked,
  );

describe("a linked key", () => {
  it.each<[string, Step[], string, SuspensionReason[] | undefined]>([
    ["is active", [], "active", undefined],
    ["is suspended", [["suspend", "key-cloned"]], "suspended", ["key-cloned"]],
    [
      "is suspended for several reasons",
      [
        ["suspend", "model-disqualified"],
        ["suspend", "helpdesk-suspension"],
      ],
      "suspended",
      ["model-disqualified", "helpdesk-suspension"],
    ],
    [
      "stays suspended while a reason is left",
      [
        ["suspend", "model-disqualified"],
        ["suspend", "helpdesk-suspension"],
        ["resume", "model-disqualified"],
      ],
      "suspended",
      ["helpdesk-suspension"],
    ],
    [
      "is active again without the last reason",
      [
        ["suspend", "model-disqualified"],
        ["suspend", "key-cloned"],
        ["resume", "key-cloned"],
        ["resume", "model-disqualified"],
      ],
      "active",
      undefined,
    ],
    [
      "is not resumed for a reason that it was not suspended for",
      [
        ["suspend", "pseudonym-invalidated"],
        ["resume", "model-disqualified"],
      ],
      "suspended",
      ["pseudonym-invalidated"],
    ],
  ])("%s", (_, steps, state, suspendedFor) => {
    const { link } = after(...steps);
    expect([link?.state, link?.suspendedFor]).toEqual([state, suspendedFor]);
    expect(link?.changedAt).toBe(steps.length === 0 ? at : later);
  });

  it("is the same when nothing changes", () => {
    const twice = after(["suspend", "key-cloned"]);
    expect(suspended(twice, "key-cloned", later)).toBe(twice);
    expect(resumed(linked, "key-cloned", later)).toBe(linked);
  });
});

it.each(["ended", undefined] as const)("a key whose link is %s is neither suspended nor resumed", (state) => {
  const { link: _link, ...unlinked } = linked;
  const key =
    state === undefined ? unlinked : { ...linked, link: { ...newLink(linked, "record", at), state } };
  expect(suspended(key, "key-cloned", later)).toBe(key);
  expect(resumed(key, "key-cloned", later)).toBe(key);
});

describe("a key", () => {
  const cloned = aKey("key-1", { clonedAt: at });
  const { grade } = linked;
  const disqualified = aKey("key-1", {
    grade: { ...grade, linkable: false, reason: "disqualified", disqualifiedBy: "REVOKED" },
  });

  it("that may have a copy is not usable", () => {
    expect([isUsable(linked), isUsable(disqualified), isUsable(cloned)]).toEqual([true, true, false]);
  });

  it("brings along why its link is suspended from the start", () => {
    expect([linked, cloned, disqualified].map(ownSuspensions)).toEqual([
      [],
      ["key-cloned"],
      ["model-disqualified"],
    ]);
    expect(newLink(linked, "record", at)).toEqual({
      authenticatorId: "record",
      state: "active",
      changedAt: at,
    });
    expect(newLink(disqualified, "record", at)).toEqual({
      authenticatorId: "record",
      state: "suspended",
      suspendedFor: ["model-disqualified"],
      changedAt: at,
    });
  });
});
