import { describe, expect, it } from "vitest";
import { Conflict } from "../../../../lambdas/domain/errors.ts";
import type { Notification } from "../../../../lambdas/domain/notification.ts";
import { accountId, anAccount, aVerification } from "../../../support/builders.ts";
import { pseudonym } from "../../../support/memory-feed.ts";
import { aLinkedWorld, anAuthenticator, applier, mailsOf, storedAccount } from "./syncing.ts";

const told = (change: Partial<Notification> = {}): Notification => ({
  id: "11612",
  pseudonym,
  at: "2026-11-22T09:00:00.000Z",
  source: "ROBREF",
  data: {},
  pseudonymInvalidated: false,
  ...change,
});

describe("ROBREF", () => {
  it("changes the account, tells the user which fields and keeps no value in the audit log", async () => {
    const world = await aLinkedWorld();
    const outcome = await applier(world)(
      told({ data: { lastName: "SVOBODOVÁ", addressPlaceCode: "22938421" } }),
    );
    expect(outcome).toBe("applied");
    expect((await storedAccount(world)).person).toMatchObject({
      lastName: "Svobodová",
      address: { city: "Olomouc" },
    });
    const [item] = world.records.all("outbox-item");
    expect(item).toMatchObject({ template: "registry-data-changed", facts: { fields: "lastName address" } });
    expect(world.records.audit).toMatchObject([
      { action: "registry-data-changed", actor: "registry", accountId, reason: "lastName, address" },
    ]);
  });

  it("is applied once, however often it comes", async () => {
    const world = await aLinkedWorld();
    const apply = applier(world);
    const one = told({ data: { lastName: "SVOBODOVÁ" } });
    expect([await apply(one), await apply(one)]).toEqual(["applied", "nothing-new"]);
    expect(mailsOf(world)).toEqual(["registry-data-changed"]);
  });

  it("of an address that can't be spelt opens a case", async () => {
    const world = await aLinkedWorld();
    await applier(world)(told({ data: { addressPlaceCode: "4711" } }));
    expect(world.records.all("operator-case")).toMatchObject([
      { kind: "unknown-address-place", accountId, notificationId: "11612" },
    ]);
    expect((await storedAccount(world)).registry?.addressUnknown).toBe(true);
  });

  it("decides anew where the account has changed meanwhile", async () => {
    const world = await aLinkedWorld();
    let lost = false;
    world.records.beforeCommit = () => {
      if (lost) return;
      lost = true;
      throw new Conflict("another one was first");
    };
    expect(await applier(world)(told({ data: { lastName: "SVOBODOVÁ" } }))).toBe("applied");
  });
});

describe("ZneplatnenPseudonym", () => {
  it("suspends the link at once, ends nothing, tells the user and opens a case, once", async () => {
    const world = await aLinkedWorld();
    const apply = applier(world);
    const one = told({ pseudonymInvalidated: true });
    expect([await apply(one), await apply(one)]).toEqual(["applied", "nothing-new"]);
    expect((await storedAccount(world)).link).toMatchObject({ state: "suspended", suspendedAt: world.now });
    expect(mailsOf(world)).toEqual(["link-suspended"]);
    expect(world.records.all("operator-case")).toMatchObject([{ kind: "pseudonym-invalidated", accountId }]);
    expect(world.records.all("authenticator")).toMatchObject([{ wanted: "active", known: "active" }]);
  });
});

describe("EVPROST", () => {
  const changed = told({ source: "EVPROST" });

  it("that nobody here has asked for is reported once", async () => {
    const world = await aLinkedWorld();
    const apply = applier(world);
    expect([await apply(changed), await apply(changed)]).toEqual(["applied", "nothing-new"]);
    expect(world.records.all("operator-case")).toMatchObject([
      { kind: "authenticator-changed-elsewhere", notificationId: "11612", accountId },
    ]);
  });

  it.each([
    ["told by us just then", { knownAt: "2026-11-22T08:55:00.000Z" }],
    ["being told by us", { wanted: "suspended" as const, known: "unknown" as const }],
  ])("of a key %s is an echo", async (_name, authenticator) => {
    const world = await aLinkedWorld();
    await world.records.commit([{ put: anAuthenticator({ version: 1, ...authenticator }) }]);
    expect(await applier(world)(changed)).toBe("nothing-new");
    expect(world.records.all("operator-case")).toEqual([]);
  });
});

describe("a notification of", () => {
  it("a pseudonym that nobody has is not applied", async () => {
    const world = await aLinkedWorld();
    expect(await applier(world)(told({ pseudonym: "of-nobody" }))).toBe("unknown-pseudonym");
  });

  it("an account that has left NIA changes nothing", async () => {
    const world = await aLinkedWorld();
    const { link: _link, ...left } = await storedAccount(world);
    await world.records.commit([{ put: left }]);
    expect(await applier(world)(told({ data: { lastName: "SVOBODOVÁ" } }))).toBe("not-linked");
    expect((await storedAccount(world)).person).toEqual(anAccount().person);
  });

  it("an account whose link is being completed waits for it", async () => {
    const world = await aLinkedWorld();
    await world.records.commit([{ put: aVerification({ state: "completing", pseudonym }) }]);
    expect(await applier(world)(told({ data: { lastName: "SVOBODOVÁ" } }))).toBe("not-linked-yet");
  });
});
