import type { Authenticator } from "../../../../lambdas/domain/authenticator.ts";
import { requestDeletion } from "../../../../lambdas/domain/deletion.ts";
import type { Claim } from "../../../../lambdas/domain/records.ts";
import { makeDeleteAccounts } from "../../../../lambdas/services/deletion/delete-accounts.ts";
import { addedKey } from "../../../../lambdas/services/keys/key-rows.ts";
import { accountId, aKey, anAccount, aSession, aVerification } from "../../../support/builders.ts";
import { aWorld, type World } from "../../../support/world.ts";

export const DAY = 86_400;
export const stranger = "b".repeat(32);

export const anAuthenticator = (id: string, change: Partial<Authenticator> = {}): Authenticator => ({
  type: "authenticator",
  accountId,
  id,
  version: 0,
  keyId: `key-${id}`,
  pseudonym: "pseudonym-1",
  wanted: "active",
  wantedAt: "2026-11-23T09:00:00.000Z",
  reason: "linked",
  known: "active",
  attempt: 0,
  ...change,
});

const aClaim = (kind: Claim["kind"], value: string, owner = accountId): Claim => ({
  type: "claim",
  kind,
  value,
  version: 0,
  accountId: owner,
});

/** A linked account with a verification under way and everything else that there can be, and somebody else's. */
export const aFullWorld = async (keys = 2): Promise<World> => {
  const world = aWorld();
  const names = Array.from({ length: keys }, (_, index) => String(index + 1));
  const link = {
    pseudonym: "pseudonym-1",
    state: "active",
    linkedAt: world.now,
    verificationId: "v",
  } as const;
  for (const put of [
    requestDeletion(anAccount({ link }), world.now, 14 * DAY),
    aClaim("username", "jana.novakova"),
    aClaim("email", "jana@example.cz"),
    aClaim("pseudonym", "pseudonym-1"),
    ...names.map((name) => anAuthenticator(name)),
    ...names.flatMap((name) => {
      const keyLink = { authenticatorId: name, state: "active", changedAt: world.now } as const;
      const added = addedKey(aKey(`key-${name}`, { link: keyLink, possibleModels: ["model-1", "model-2"] }));
      return added.flatMap((write) => ("put" in write ? [write.put] : []));
    }),
    aVerification({ id: "open", code: "CODE1" }),
    aClaim("code", "CODE1"),
    aVerification({
      id: "old",
      code: "CODE2",
      state: "stopped",
      endedAt: world.now,
      pseudonym: "pseudonym-2",
    }),
    aClaim("code", "CODE2"),
    // The person that the old verification found belongs to somebody else.
    aClaim("pseudonym", "pseudonym-2", stranger),
    aSession([]),
    anAccount({ id: stranger, username: "petr" }),
    aClaim("username", "petr", stranger),
    aKey("key-1", { accountId: stranger }),
  ])
    await world.records.commit([{ put }]);
  return world;
};

/** The outside world: what is to be told to NIA is told, what is to be mailed is mailed. */
export const outside = async (world: World): Promise<void> => {
  for (const row of world.records.all("authenticator"))
    if (row.known !== row.wanted) await world.records.commit([{ put: { ...row, known: row.wanted } }]);
  for (const item of world.records.all("outbox-item"))
    if (item.deliveredAt === undefined && item.channel === "mail")
      await world.records.commit([{ put: { ...item, deliveredAt: world.now } }]);
};

/** A round of the schedule, and then what the outside does with it. */
export const aRound = async (world: World) => {
  world.pass(60);
  const counts = await makeDeleteAccounts(world)();
  await outside(world);
  return counts;
};

/** Everything that is stored, by type; what was to be delivered aside. */
export const leftOver = ({ records }: World): string[] =>
  (
    [
      "account",
      "security-key",
      "authenticator",
      "verification",
      "session",
      "confirmation",
      "key-ceremony",
      "claim",
      "model-key",
    ] as const
  ).flatMap((type) =>
    records
      .all(type)
      .map((row) =>
        `${type} ${"kind" in row ? row.kind : ""}${"username" in row ? row.username : ""}`.trim(),
      ),
  );
