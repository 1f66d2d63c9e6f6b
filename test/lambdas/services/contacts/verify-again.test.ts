import { beforeEach, describe, expect, it } from "vitest";
import type { Contact } from "../../../../lambdas/domain/account.ts";
import { InvalidInput, PinUsedUp, PinWrong } from "../../../../lambdas/domain/errors.ts";
import { pinSubject } from "../../../../lambdas/domain/pin.ts";
import { makeChangeContact } from "../../../../lambdas/services/contacts/change-contact.ts";
import { makeEnterContactPin } from "../../../../lambdas/services/contacts/enter-contact-pin.ts";
import { makeTakeFeedback } from "../../../../lambdas/services/delivery/take-feedback.ts";
import { accountId, anAccount, aSession } from "../../../support/builders.ts";
import { derivePin } from "../../../support/memory-platform.ts";
import { aWorld, type World } from "../../../support/world.ts";

const address = "jana@example.cz";
const changedAt = "2026-01-05T08:00:00.000Z";

let world: World;
const email = (): Contact => world.records.all("account")[0]!.email;
const claims = () => world.records.all("claim").map(({ value, version }) => ({ value, version }));
const begin = async (value = address) => await makeChangeContact(world)({ accountId, kind: "email", value });
const enter = async (changeId: string, pin: string) => {
  await makeEnterContactPin({ ...world, derivePin })({ session: aSession([]), changeId, pin });
};
const pinOf = async (id: string) => await derivePin(pinSubject("contact-pin", id, 1));
const bounce = async (sentAt: string) =>
  await makeTakeFeedback(world)({ kind: "bounced", sentAt, at: world.now, recipients: [address] });

beforeEach(async () => {
  world = aWorld();
  await world.records.commit([
    { put: anAccount({ email: { value: address, verifiedAt: changedAt, changedAt } }) },
    { put: { type: "claim", kind: "email", value: address, version: 0, accountId } },
    { put: aSession([]) },
    { put: aSession([], { id: "another" }) },
  ]);
  await bounce(world.now);
  world.pass(60);
});

describe("an e-mail that mail comes back from", () => {
  it("gets a PIN of its own, however it is spelled, and stays marked until it is entered", async () => {
    const { id } = await begin("Jana@Example.CZ");
    expect(world.records.all("outbox-item")).toMatchObject([
      { channel: "mail", template: "contact-pin", accountId, subjectId: id, to: address, round: 1 },
    ]);
    await expect(enter(id, "wrong!")).rejects.toThrow(PinWrong);
    expect(email().undeliverable).toMatchObject({ reason: "bounced" });
  });

  it("is unmarked by it and verified from now, and stays the contact it was", async () => {
    const { id } = await begin();
    await enter(id, await pinOf(id));
    expect(email()).toEqual({ value: address, verifiedAt: world.now, changedAt });
    expect(claims()).toEqual([{ value: address, version: 1 }]);
    expect(world.records.all("contact-change")).toEqual([]);
    expect(world.records.audit.map(({ action }) => action)).toEqual([
      "email-undeliverable",
      "email-verified-again",
    ]);
  });

  it("ends no session and tells nobody, for nothing was changed", async () => {
    const { id } = await begin();
    await enter(id, await pinOf(id));
    expect(world.records.all("session")).toHaveLength(2);
    expect(world.records.all("outbox-item")).toHaveLength(1);
  });

  it("is verified once by a PIN, and then is the present one as any other", async () => {
    const { id } = await begin();
    await enter(id, await pinOf(id));
    await expect(enter(id, await pinOf(id))).rejects.toThrow(PinUsedUp);
    await expect(begin()).rejects.toThrow(InvalidInput);
  });

  it("is marked anew by mail that was sent since, not by what was sent before", async () => {
    const before = world.now;
    world.pass(60);
    const { id } = await begin();
    await enter(id, await pinOf(id));
    expect(await bounce(before)).toBe(0);
    world.pass(60);
    expect(await bounce(world.now)).toBe(1);
  });

  it("is not marked where another one takes its place", async () => {
    const { id } = await begin("new@example.cz");
    await enter(id, await pinOf(id));
    expect(email()).toEqual({ value: "new@example.cz", verifiedAt: world.now, changedAt: world.now });
    expect(claims()).toEqual([{ value: "new@example.cz", version: 1 }]);
  });
});
