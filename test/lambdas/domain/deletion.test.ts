import { describe, expect, it } from "vitest";
import type { Account } from "../../../lambdas/domain/account.ts";
import {
  beginDeletion,
  beginPurge,
  cancelDeletion,
  isClosed,
  isQuiet,
  nextStepAt,
  part,
  remindOfDeletion,
  requestDeletion,
} from "../../../lambdas/domain/deletion.ts";
import { WrongState } from "../../../lambdas/domain/errors.ts";
import { anAccount } from "../../support/builders.ts";

const now = "2026-11-23T09:00:00.000Z";
const day = 86_400;
const due = "2026-12-07T09:00:00.000Z";

const free = anAccount();
const requested = requestDeletion(free, now, 14 * day);
const ending = beginDeletion(requested, due);
const parting = part(ending, "mail", due);
const purging = beginPurge(parting, due);
const stages: Record<string, Account> = { free, requested, ending, parting, purging };

const steps: Record<string, (account: Account) => Account> = {
  request: (account) => requestDeletion(account, due, 14 * day),
  cancel: cancelDeletion,
  remind: remindOfDeletion,
  begin: (account) => beginDeletion(account, due),
  part: (account) => part(account, "mail", due),
  purge: (account) => beginPurge(account, due),
};

const outcomeOf = (step: (account: Account) => Account, account: Account): string => {
  try {
    return step(account).deletion?.step ?? "free";
  } catch (error) {
    return error instanceof WrongState ? "refused" : "broken";
  }
};

describe("a deletion", () => {
  it.each([
    ["free", ["requested", "refused", "refused", "refused", "refused", "refused"]],
    ["requested", ["requested", "free", "requested", "ending", "refused", "refused"]],
    ["ending", ["refused", "refused", "refused", "refused", "parting", "refused"]],
    ["parting", ["refused", "refused", "refused", "refused", "refused", "purging"]],
    ["purging", ["refused", "refused", "refused", "refused", "refused", "refused"]],
  ])("that is %s goes nowhere but where it may", (stage, outcomes) => {
    const account = stages[stage] ?? free;
    expect(Object.values(steps).map((step) => outcomeOf(step, account))).toEqual(outcomes);
  });

  it("runs from the first time it was asked for", () => {
    expect(requested.deletion).toEqual({
      requestedAt: now,
      dueAt: due,
      remindAt: "2026-12-04T09:00:00.000Z",
      step: "requested",
      stepAt: now,
    });
    expect(requestDeletion(requested, due, 14 * day)).toEqual(requested);
  });

  it("leaves nothing behind when it is cancelled", () => {
    expect(cancelDeletion(requested)).toEqual(free);
  });

  it("closes the account from its beginning on", () => {
    expect(Object.values(stages).map(isClosed)).toEqual([false, false, true, true, true]);
  });

  it.each([
    ["the reminder first", requested, "2026-12-04T09:00:00.000Z"],
    ["then its time", remindOfDeletion(requested), due],
    ["its time at once where it is short", requestDeletion(free, now, 3 * day), "2026-11-26T09:00:00.000Z"],
    ["at once from its beginning on", ending, due],
  ])("waits for %s", (_, { deletion }, at) => {
    expect(deletion && nextStepAt(deletion)).toBe(at);
  });

  it.each([
    [59, false],
    [60, true],
  ])("is quiet after %d s: %s", (seconds, quiet) => {
    const at = new Date(Date.parse(due) + seconds * 1000).toISOString();
    expect(isQuiet(ending.deletion, at)).toBe(quiet);
  });
});
