import { beforeEach, describe, expect, it } from "vitest";
import type { ContactKind } from "../../../../lambdas/domain/account.ts";
import { servesForReset } from "../../../../lambdas/domain/contact.ts";
import { InvalidInput, PinUsedUp, PinWrong } from "../../../../lambdas/domain/errors.ts";
import { pinSubject } from "../../../../lambdas/domain/pin.ts";
import type { Claim } from "../../../../lambdas/domain/records.ts";
import { makeChangeContact } from "../../../../lambdas/services/contacts/change-contact.ts";
import { makeEnterContactPin } from "../../../../lambdas/services/contacts/enter-contact-pin.ts";
import {
  makeCancelContactChange,
  makeResendContactPin,
} from "../../../../lambdas/services/contacts/resend-contact-pin.ts";
import type { Write } from "../../../../lambdas/services/ports/records.ts";
import { accountId, anAccount, aSession } from "../../../support/builders.ts";
import { derivePin } from "../../../support/memory-platform.ts";
import { aWorld, type World } from "../../../support/world.ts";

const other = "b".repeat(32);
const next = { email: "new@example.cz", phone: "+420601000333" };
const old = { email: "jana@example.cz", phone: "+420601000111" };

let world: World;
const account = () => world.records.all("account").find(({ id }) => id === accountId)!;
const items = () =>
  world.records.all("outbox-item").map(({ channel, ...rest }) => ({
    channel,
    ...Object.fromEntries(
      Object.entries(rest).filter(([name]) =>
        ["template", "accountId", "to", "facts", "round", "subjectId", "phone"].includes(name),
      ),
    ),
  }));
const claim = (id: string, value: string): { put: Claim } => ({
  put: { type: "claim", kind: "email", value, version: 0, accountId: id },
});
const owners = () =>
  Object.fromEntries(world.records.all("claim").map(({ value, accountId: id }) => [value, id]));

const begin = async (kind: ContactKind, value: string = next[kind], id = accountId) =>
  await makeChangeContact(world)({ accountId: id, kind, value });
const enter = async (changeId: string, pin: string, id = accountId) =>
  await makeEnterContactPin({ ...world, derivePin })({
    session: aSession([], { accountId: id }),
    changeId,
    pin,
  });
const pinOf = async (id: string, round = 1) => await derivePin(pinSubject("contact-pin", id, round));
const enterRight = async ({ id, accountId: of }: { id: string; accountId: string }, round = 1) => {
  await enter(id, await pinOf(id, round), of);
};
const anotherAccount = async (email: string) => {
  const contact = { value: email, verifiedAt: world.now };
  await world.records.commit([
    { put: anAccount({ id: other, username: "petr", email: contact }) },
    claim(other, email),
    { put: { type: "phone-holder", phone: old.phone, accountId: other, version: 0 } },
  ]);
};

beforeEach(async () => {
  world = aWorld();
  await world.records.commit([
    { put: anAccount() },
    claim(accountId, old.email),
    { put: { type: "phone-holder", phone: old.phone, accountId, version: 0 } },
  ]);
});

describe.each([
  { kind: "email" as const, channel: "mail" },
  { kind: "phone" as const, channel: "sms" },
])("another $kind", ({ kind, channel }) => {
  it("gets a PIN, and nothing changes until it is entered", async () => {
    const change = await begin(kind);
    expect(items()).toEqual([
      { channel, template: "contact-pin", accountId, subjectId: change.id, to: next[kind], round: 1 },
    ]);
    expect(account()[kind].value).toBe(old[kind]);
  });

  it("takes the place of the old one by its PIN, in one commit, and serves no reset for 72 hours", async () => {
    const change = await begin(kind);
    world.pass(60);
    const commits: (readonly Write[])[] = [];
    world.records.beforeCommit = (writes) => {
      commits.push(writes);
    };
    await enterRight(change);
    expect(commits).toHaveLength(1);
    expect(account()[kind]).toEqual({ value: next[kind], verifiedAt: world.now, changedAt: world.now });
    expect(servesForReset(account()[kind], world.now)).toBe(false);
    expect(world.records.all("contact-change")).toEqual([]);
    expect(world.records.audit).toMatchObject([{ action: `${kind}-changed`, actor: "user", accountId }]);
    expect(JSON.stringify(world.records.audit)).not.toContain(next[kind]);
  });

  it("ends every session but the present one", async () => {
    const sessions = [aSession([]), aSession([], { id: "another" })];
    await world.records.commit(sessions.map((put) => ({ put })));
    await enterRight(await begin(kind));
    expect(world.records.all("session").map(({ id }) => id)).toEqual([aSession([]).id]);
  });

  it("is refused where it is the present one", async () => {
    await expect(begin(kind, old[kind])).rejects.toMatchObject({
      name: InvalidInput.name,
      fields: [{ pointer: `/${kind}`, code: "unchanged" }],
    });
    expect(world.records.all("contact-change")).toEqual([]);
  });

  it("by the PIN of another change is refused", async () => {
    const before = await begin(kind);
    const change = await begin(kind);
    await expect(enter(change.id, await pinOf(before.id))).rejects.toThrow(PinWrong);
    await expect(enterRight(before)).rejects.toThrow(PinUsedUp);
  });

  it("is not to be guessed: five tries, however many PINs are sent", async () => {
    const { id } = await begin(kind);
    const resend = async () => {
      await makeResendContactPin(world)({ accountId, changeId: id });
    };
    for (let count = 0; count < 3; count += 1) await expect(enter(id, "no")).rejects.toThrow(PinWrong);
    await resend();
    await expect(enter(id, await pinOf(id, 1))).rejects.toThrow(PinWrong);
    await expect(enter(id, "no")).rejects.toThrow(PinWrong);
    await expect(enter(id, await pinOf(id, 2))).rejects.toThrow(PinUsedUp);
    await expect(resend()).rejects.toThrow(PinUsedUp);
  });

  it("is sent six PINs at most, each another one", async () => {
    const change = await begin(kind);
    for (let round = 2; round <= 6; round += 1)
      await makeResendContactPin(world)({ accountId, changeId: change.id });
    await expect(makeResendContactPin(world)({ accountId, changeId: change.id })).rejects.toThrow(PinUsedUp);
    await enterRight(change, 6);
    expect(account()[kind].value).toBe(next[kind]);
  });

  it("has an hour, and can be given up", async () => {
    const late = await begin(kind);
    world.pass(3600);
    await expect(enterRight(late)).rejects.toThrow(PinUsedUp);
    const given = await begin(kind);
    await makeCancelContactChange(world)({ accountId, changeId: given.id });
    await expect(enterRight(given)).rejects.toThrow(PinUsedUp);
    await expect(makeCancelContactChange(world)({ accountId, changeId: given.id })).resolves.toBeUndefined();
  });

  it("can be changed back again and again", async () => {
    await enterRight(await begin(kind));
    await enterRight(await begin(kind, old[kind]));
    await enterRight(await begin(kind));
    expect(account()[kind].value).toBe(next[kind]);
  });
});

describe("an e-mail", () => {
  it("moves its claim, and the old address is told, with the new one masked", async () => {
    await enterRight(await begin("email", "New@Example.CZ"));
    expect(owners()).toEqual({ "new@example.cz": accountId });
    const told = items().at(-1);
    expect(told).toMatchObject({ channel: "mail", template: "email-changed", to: old.email });
    expect(JSON.stringify(told)).not.toContain("new@example.cz");
  });

  describe("of another account", () => {
    beforeEach(async () => {
      await anotherAccount(next.email);
    });

    it("answers as a free one does, and its owner is told", async () => {
      const taken = await begin("email");
      expect(items()).toEqual([{ channel: "mail", template: "email-taken", accountId: other }]);
      const free = await begin("email", "free@example.cz");
      const answered = ({ id, kind, value, expiresAt }: typeof free) => ({
        kind,
        length: id.length,
        value: value.length > 0,
        expiresAt,
      });
      expect(answered(taken)).toEqual(answered(free));
    });

    it("comes to nothing, not even by the PIN that nobody was sent", async () => {
      const change = await begin("email");
      for (let count = 0; count < 5; count += 1) await expect(enterRight(change)).rejects.toThrow(PinWrong);
      await expect(enterRight(change)).rejects.toThrow(PinUsedUp);
      expect(account().email.value).toBe(old.email);
      expect(owners()).toEqual({ [old.email]: accountId, [next.email]: other });
    });
  });

  it("that two accounts take at the same moment becomes one's, and the other's PIN is wrong", async () => {
    await anotherAccount("petr@example.cz");
    const mine = await begin("email");
    const theirs = await begin("email", next.email, other);
    const results = await Promise.allSettled([enterRight(mine), enterRight(theirs)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { name: "PinWrong" },
    });
    const holders = world.records.all("account").filter(({ email }) => email.value === next.email);
    expect(holders).toHaveLength(1);
    expect(owners()[next.email]).toBe(holders[0]?.id);
  });

  it("is decided anew where the account was changed meanwhile", async () => {
    const change = await begin("email");
    world.records.beforeCommit = async () => {
      world.records.beforeCommit = () => undefined;
      await world.records.commit([{ put: { ...account(), language: "en" } }]);
    };
    await enterRight(change);
    expect(account()).toMatchObject({ language: "en", email: { value: next.email } });
  });
});

describe("a phone", () => {
  it("changes hands, the old one is told by SMS and mail, and whoever has the new one is to be warned", async () => {
    const change = await begin("phone");
    expect(items().filter(({ channel }) => channel === "phone-shared")).toEqual([]);
    await enterRight(change);
    expect(world.records.all("phone-holder")).toMatchObject([{ phone: next.phone, accountId }]);
    const facts = { contact: "•••\u00a0333" };
    expect(items().slice(1)).toEqual([
      { channel: "phone-shared", accountId, phone: next.phone },
      { channel: "mail", template: "phone-changed", accountId, facts },
      { channel: "sms", template: "phone-changed", accountId, facts, to: old.phone },
    ]);
  });

  it("of another account may be shared", async () => {
    await anotherAccount("petr@example.cz");
    await enterRight(await begin("phone"));
    await enterRight(await begin("phone", old.phone));
    expect(await world.records.holdersOf(old.phone)).toEqual(expect.arrayContaining([accountId, other]));
  });
});
