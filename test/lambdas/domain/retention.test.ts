import { describe, expect, it } from "vitest";
import type { BoxMessage } from "../../../lambdas/domain/box-message.ts";
import type { Entity, OperatorCase, OutboxItem } from "../../../lambdas/domain/records.ts";
import type { ResetForm } from "../../../lambdas/domain/reset-form.ts";
import { codeKeptUntil, isKept, keptUntil } from "../../../lambdas/domain/retention.ts";
import { anAccount, aSession, aVerification } from "../../support/builders.ts";

const then = "2026-11-23T09:00:00.000Z";
const inDays = (days: number) => new Date(Date.parse(then) + days * 86_400_000).toISOString();

const item = (change: Partial<OutboxItem>) =>
  ({
    type: "outbox-item",
    id: "i",
    version: 0,
    createdAt: then,
    attempts: 0,
    channel: "mail",
    ...change,
  }) as OutboxItem;
const message = (state: BoxMessage["state"]): BoxMessage => ({
  type: "box-message",
  id: "m",
  version: 0,
  state,
  senderBoxId: "abcdefg",
  deliveredAt: then,
  archiveKey: "k",
});
const aCase = (change: Partial<OperatorCase>): OperatorCase => ({
  type: "operator-case",
  id: "c",
  version: 0,
  state: "open",
  kind: "not-me",
  openedAt: then,
  ...change,
});

const aForm = (change: Partial<ResetForm>): ResetForm => ({
  type: "reset-form",
  id: "f",
  version: 0,
  accountId: "a",
  state: "registered",
  kind: "in-person",
  verifiedHow: "OP",
  dated: "2026-11-20",
  reference: "17",
  email: "a@example.cz",
  scan: { id: "s", mediaType: "application/pdf", bytes: 1, sha256: "00" },
  registered: { by: "olga", at: then },
  ...change,
});

describe("a record is kept", () => {
  it.each<[string, Entity, string | undefined]>([
    ["an account", anAccount(), undefined],
    ["a session, until it expires", aSession([]), "2026-11-24T09:00:00.000Z"],
    ["an open verification", aVerification(), undefined],
    ["an ended verification", aVerification({ state: "expired", endedAt: then }), inDays(90)],
    [
      "a completed one, whose records of NIA name the pseudonym too",
      aVerification({ state: "completed", endedAt: then, pseudonym: "p" }),
      inDays(90),
    ],
    [
      "one that alone leads to the claim of a pseudonym",
      aVerification({ state: "stopped", endedAt: then, pseudonym: "p" }),
      undefined,
    ],
    ["an item to be delivered", item({}), undefined],
    ["an item that is delivered", item({ deliveredAt: then }), inDays(30)],
    ["an item that was given up", item({ givenUpAt: then }), inDays(30)],
    ["an item that names a phone", item({ channel: "phone-shared", deliveredAt: then }), inDays(7)],
    ["an item that names an address", item({ to: "a@example.cz", deliveredAt: then }), inDays(7)],
    ["a message that is not read yet", message("archived"), undefined],
    ["an answer that was matched", message("matched"), inDays(90)],
    ["an answer that fits none", message("quarantined"), inDays(90)],
    ["a case about a message", aCase({ messageId: "m" }), inDays(90)],
    ["a case about an account", aCase({ accountId: "a" }), undefined],
    [
      "a case about an account that is closed",
      aCase({ accountId: "a", state: "closed", closed: { at: then, by: "eva", outcome: "settled" } }),
      inDays(90),
    ],
    ["a form that is not decided", aForm({}), inDays(90)],
    ["a form that is decided", aForm({ decided: { by: "eva", at: inDays(7) } }), inDays(97)],
  ])("%s", (_, entity, until) => {
    expect(keptUntil(entity)).toBe(until);
  });

  it("for everybody alike, until its time and not longer, whenever the row itself goes", () => {
    const ended = aVerification({ state: "expired", endedAt: then });
    expect(isKept(ended, inDays(89))).toBe(true);
    expect(isKept(ended, inDays(90))).toBe(false);
    expect(isKept(anAccount(), inDays(100_000))).toBe(true);
  });

  it("and a code for as long as a late answer would be", () => {
    expect(codeKeptUntil(aVerification({ deadline: then }))).toBe(inDays(90));
  });
});
