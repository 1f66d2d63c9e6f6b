import { beforeEach, describe, expect, it } from "vitest";
import type { MailFeedback } from "../../../../lambdas/domain/mail-feedback.ts";
import { makeTakeFeedback } from "../../../../lambdas/services/delivery/take-feedback.ts";
import { accountId, anAccount } from "../../../support/builders.ts";
import { aWorld, type World } from "../../../support/world.ts";

let world: World;

const sentAt = "2026-11-23T09:10:00.000Z";
const at = "2026-11-23T09:10:05.000Z";
const told = (change: Partial<MailFeedback> = {}): MailFeedback => ({
  kind: "bounced",
  sentAt,
  at,
  recipients: ["jana@example.cz"],
  ...change,
});
const take = async (feedback: MailFeedback) => await makeTakeFeedback(world)(feedback);
const email = () => world.records.all("account")[0]?.email;

beforeEach(async () => {
  world = aWorld();
  const claim = { type: "claim", kind: "email", value: "jana@example.cz", version: 0, accountId } as const;
  await world.records.commit([{ put: anAccount() }, { put: claim }]);
});

describe("a mail that came back", () => {
  it.each(["bounced", "complained"] as const)(
    "marks the address, and the audit says why: %s",
    async (kind) => {
      expect(await take(told({ kind }))).toBe(1);
      expect(email()).toMatchObject({ value: "jana@example.cz", undeliverable: { reason: kind, since: at } });
      expect(world.records.audit).toMatchObject([
        { action: "email-undeliverable", actor: "system", accountId, reason: kind },
      ]);
      expect(JSON.stringify(world.records.audit)).not.toContain("jana@");
    },
  );

  it("is no mark where it may pass", async () => {
    expect(await take(told({ kind: "transient" }))).toBe(0);
    expect(email()).not.toHaveProperty("undeliverable");
  });

  it("told again changes nothing", async () => {
    await take(told());
    expect(await take(told({ kind: "complained", at: "2026-11-23T09:11:00.000Z" }))).toBe(0);
    expect(email()?.undeliverable).toEqual({ reason: "bounced", since: at });
    expect(world.records.audit).toHaveLength(1);
  });

  it("and was sent before the address was verified again is late, and no mark", async () => {
    const account = world.records.all("account")[0]!;
    const verifiedAt = "2026-11-23T09:10:01.000Z";
    await world.records.commit([{ put: { ...account, email: { value: account.email.value, verifiedAt } } }]);
    expect(await take(told())).toBe(0);
    expect(email()).not.toHaveProperty("undeliverable");
  });

  it("from an address that the account has left is no mark", async () => {
    const account = world.records.all("account")[0]!;
    const moved = { value: "new@example.cz", verifiedAt: world.now };
    await world.records.commit([{ put: { ...account, email: moved } }]);
    expect(await take(told())).toBe(0);
    expect(email()).toEqual(moved);
  });

  it("from nobody that we know is let be, and whatever the spelling it is the same address", async () => {
    expect(await take(told({ recipients: ["nobody@example.cz", "Jana@Example.CZ"] }))).toBe(1);
    expect(email()).toHaveProperty("undeliverable");
  });

  it("while the account changes is decided on the new state", async () => {
    let changed = false;
    world.records.beforeCommit = async () => {
      if (changed) return;
      changed = true;
      const account = world.records.all("account")[0]!;
      await world.records.commit([{ put: { ...account, language: "en" } }]);
    };
    expect(await take(told())).toBe(1);
    expect(world.records.all("account")[0]).toMatchObject({ language: "en" });
    expect(email()).toHaveProperty("undeliverable");
  });
});
