import type { Account } from "../../../../lambdas/domain/account.ts";
import type { Authenticator } from "../../../../lambdas/domain/authenticator.ts";
import type { Address } from "../../../../lambdas/domain/person.ts";
import { makeApplyNotification } from "../../../../lambdas/services/registry/apply-notification.ts";
import { makeReadFeed } from "../../../../lambdas/services/registry/read-feed.ts";
import { accountId, aKey, anAccount } from "../../../support/builders.ts";
import { type MemoryFeed, pseudonym } from "../../../support/memory-feed.ts";
import { aWorld, type World } from "../../../support/world.ts";

const places: Record<string, Address> = {
  "22938421": { street: "Nádražní 1204/15", city: "Olomouc", postalCode: "77900", country: "CZ" },
};

export const aLinkedAccount = (change: Partial<Account> = {}): Account =>
  anAccount({
    link: {
      pseudonym,
      state: "active",
      linkedAt: "2026-11-20T09:00:00.000Z",
      verificationId: "verification-1",
    },
    registry: { dataAt: "2026-11-19T09:00:00.000Z", addressPlaceCode: "19143532", seen: {} },
    ...change,
  });

export const anAuthenticator = (change: Partial<Authenticator> = {}): Authenticator => ({
  type: "authenticator",
  accountId,
  id: "authenticator-1",
  version: 0,
  keyId: "key-1",
  pseudonym,
  wanted: "active",
  wantedAt: "2026-11-20T09:00:00.000Z",
  reason: "linked",
  known: "active",
  knownAt: "2026-11-20T09:00:00.000Z",
  attempt: 0,
  ...change,
});

/** A world with one linked account. */
export const aLinkedWorld = async (change: Partial<Account> = {}): Promise<World> => {
  const world = aWorld();
  const link = { authenticatorId: "authenticator-1", state: "active", changedAt: world.now } as const;
  await world.records.commit([
    { put: aLinkedAccount(change) },
    { put: { type: "claim", kind: "pseudonym", value: pseudonym, version: 0, accountId } },
    { put: aKey("key-1", { link }) },
    { put: anAuthenticator() },
  ]);
  return world;
};

export const applier = (world: World) =>
  makeApplyNotification({ ...world, places: { find: async (code) => places[code] } });

export const reader = (world: World, feed: MemoryFeed, more: { workSeconds?: number } = {}) =>
  makeReadFeed({ ...world, clock: () => world.now, nia: feed }, applier(world), {
    leaseSeconds: 120,
    workSeconds: 45,
    atOnce: 4,
    ...more,
  });

export const storedAccount = async (world: World): Promise<Account> => {
  const loaded = await world.records.account(accountId);
  if (loaded === undefined) throw new Error("no account");
  return loaded.account;
};

export const mailsOf = (world: World) =>
  world.records.all("outbox-item").flatMap((item) => (item.channel === "mail" ? item.template : []));
