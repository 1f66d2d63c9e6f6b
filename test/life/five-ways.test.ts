import { describe, expect, it } from "vitest";
import { lockedFields } from "../../lambdas/domain/locks.ts";
import type { UnlinkWay } from "../../lambdas/domain/unlinking.ts";
import { makeRetryCase } from "../../lambdas/services/cases/retry-case.ts";
import { makeCompleteLink } from "../../lambdas/services/link/complete-link.ts";
import { makeRemoveKey } from "../../lambdas/services/keys/remove-key.ts";
import { accountId } from "../support/builders.ts";
import { aLinkedLife, type LinkedLife, type Weather } from "./linked-life.ts";
import { go } from "./ways-to-unlink.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;

interface Left {
  keys: "all" | "others" | "none";
  password: "stays" | "goes";
  validation: "stays" | "goes";
  actor: "user" | "operator";
}

/** Product.md, "Five ways to unlink", word by word. */
const table: [way: UnlinkWay, left: Left][] = [
  ["detached", { keys: "all", password: "stays", validation: "stays", actor: "user" }],
  ["key-removed", { keys: "others", password: "stays", validation: "stays", actor: "user" }],
  ["two-factor-reset", { keys: "none", password: "stays", validation: "stays", actor: "user" }],
  ["helpdesk-call", { keys: "all", password: "stays", validation: "stays", actor: "operator" }],
  ["login-reset", { keys: "none", password: "goes", validation: "goes", actor: "operator" }],
];

const weathers: Weather[] = ["up", "slow", "down", "refusing"];
const cases = table.flatMap(([way, left]) =>
  [1, 3].flatMap((keys) => weathers.map((weather) => ({ way, keys, weather, left }))),
);

const keysLeft = (keys: Left["keys"], { keyIds }: LinkedLife): string[] =>
  ({ all: [...keyIds, "spare"], others: ["spare"], none: [] })[keys].toSorted();

/** What the account is from the moment of the request on, whatever NIA says. */
const expectUnlinked = (life: LinkedLife, way: UnlinkWay, left: Left, before: { passwordHash: string }) => {
  const account = life.stored();
  expect(account?.link).toBeUndefined();
  expect(life.linkedKeys()).toEqual([]);
  expect(account && lockedFields(account)).toEqual([]);
  expect(life.keyIdsLeft().toSorted()).toEqual(keysLeft(left.keys, life));
  expect(account?.passwordHash === before.passwordHash).toBe(left.password === "stays");
  expect(account?.validation !== undefined).toBe(left.validation === "stays");
  expect(life.mailsOf("unlinked")).toBe(1);
  const unlinked = life.world.records.audit.filter(({ action }) => action === "account-unlinked");
  expect(unlinked).toMatchObject([{ actor: left.actor, accountId, reason: expect.stringContaining(way) }]);
};

const statesAtNia = ({ nia }: LinkedLife) => [...nia.held.values()];
const allEnded = (keys: number) => Array.from({ length: keys }, () => "Ukonceny");
const untilTold = async (life: LinkedLife): Promise<number> => {
  for (let hours = 0; hours <= 24 * 7; hours += 1) {
    if (statesAtNia(life).every((state) => state === "Ukonceny")) return hours;
    await life.pass(HOUR);
  }
  throw new Error("NIA was not told within a week");
};

describe.each(cases)("$way with $keys linked keys, NIA $weather", ({ way, keys, weather, left }) => {
  it("leaves what the table says at once, has NIA told in the end, and can be linked again", async () => {
    const life = await aLinkedLife(keys);
    const before = life.stored()!;
    expect(life.linkedKeys()).toHaveLength(keys);
    expect(statesAtNia(life)).toEqual(allEnded(keys).map(() => "Aktivni"));
    const [done] = life.world.records.all("verification");

    life.setWeather(weather);
    await go[way](life);
    expectUnlinked(life, way, left, before);

    // Two days of it, and nothing of the account changes any more.
    await life.pass(2 * DAY);
    expectUnlinked(life, way, left, before);
    expect(life.openCases()).toHaveLength(weather === "refusing" ? keys : 0);
    expect(statesAtNia(life)).toEqual(
      weather === "up" || weather === "slow" ? allEnded(keys) : allEnded(keys).map(() => "Aktivni"),
    );

    life.setWeather("up");
    await untilTold(life);
    await life.pass(DAY);
    expect(statesAtNia(life)).toEqual(allEnded(keys));
    expect(life.openCases()).toEqual([]);
    expect(life.world.records.all("authenticator").map(({ known }) => known)).toEqual(
      allEnded(keys).map(() => "ended"),
    );

    // What was verified once links nothing again; the whole process does.
    const old = { accountId, verificationId: done?.id ?? "", digest: done?.confirmedDigest ?? "" };
    await makeCompleteLink(life.world)(old);
    await life.pass(HOUR);
    expect(life.stored()?.link).toBeUndefined();
    await life.addKey("new-key");
    await life.link(["new-key"]);
    expect(life.stored()?.link).toBeDefined();
    expect(life.linkedKeys().map(({ id }) => id)).toEqual(["new-key"]);
    expect(statesAtNia(life)).toEqual([...allEnded(keys), "Aktivni"]);
  });
});

describe("removing a linked key while others are linked", () => {
  it("ends that one at NIA; the others and the link stay until the last", async () => {
    const life = await aLinkedLife(3);
    const session = life.world.records.all("session")[0]!;
    for (const [index, keyId] of ["key-1", "key-2"].entries()) {
      await makeRemoveKey(life.world)({ session, keyId });
      await life.pass(HOUR);
      expect(life.stored()?.link).toBeDefined();
      expect(life.linkedKeys()).toHaveLength(2 - index);
      expect(statesAtNia(life).filter((state) => state === "Ukonceny")).toHaveLength(index + 1);
    }
    expect(life.mailsOf("unlinked")).toBe(0);
    await makeRemoveKey(life.world)({ session, keyId: "key-3" });
    expect(life.stored()?.link).toBeUndefined();
    expect(life.mailsOf("unlinked")).toBe(1);
  });
});

describe.each(table)("%s with NIA down for five days", (way) => {
  it("is an operator's case after three, one for each key, and NIA is told when it is back", async () => {
    const life = await aLinkedLife(3);
    life.setWeather("down");
    await go[way](life);
    await life.pass(2.8 * DAY);
    expect(life.openCases()).toEqual([]);
    await life.pass(0.7 * DAY);
    expect(life.openCases().map(({ kind }) => kind)).toEqual([
      "nia-not-told",
      "nia-not-told",
      "nia-not-told",
    ]);
    await life.pass(1.5 * DAY);
    expect(life.openCases()).toHaveLength(3);
    expect(life.stored()?.link).toBeUndefined();

    life.setWeather("up");
    expect(await untilTold(life)).toBeLessThanOrEqual(25);
    expect(life.openCases()).toEqual([]);
    const closed = life.world.records.all("operator-case").map((one) => one.closed);
    expect(closed).toMatchObject(allEnded(3).map(() => ({ by: "system", outcome: "settled" })));
  });

  it("may be retried by an operator at any time, and is left alone once one has given up", async () => {
    const life = await aLinkedLife(1);
    life.setWeather("refusing");
    await go[way](life);
    await life.pass(DAY);
    const [first] = life.openCases();
    await makeRetryCase(life.world)({ caseId: first?.id ?? "", by: "olga" });
    await life.pass(DAY);
    const [second] = life.openCases();
    expect(second?.id).not.toBe(first?.id);

    const { records, now } = life.world;
    const closed = { at: now, by: "olga", outcome: "given-up" } as const;
    await records.commit([{ put: { ...second!, state: "closed", closed } }]);
    life.setWeather("up");
    await life.pass(3 * DAY);
    expect(statesAtNia(life)).toEqual(["Aktivni"]);
  });
});

describe.each(weathers)("a deleted account, NIA %s", (weather) => {
  it.each([1, 3])("with %i linked keys is unlinked first, and goes once NIA knows", async (keys) => {
    const life = await aLinkedLife(keys);
    life.setWeather(weather);
    await go["account-deleted"](life);
    expect(life.linkedKeys()).toEqual([]);
    await life.pass(2 * DAY);
    const isTold = weather === "up" || weather === "slow";
    expect(life.stored()?.deletion?.step).toBe(isTold ? "parting" : "ending");
    life.setWeather("up");
    await untilTold(life);
    await life.pass(3 * HOUR);
    // The last mail has gone.
    const { records } = life.world;
    for (const item of records.all("outbox-item"))
      if (item.deliveredAt === undefined)
        await records.commit([{ put: { ...item, deliveredAt: life.world.now } }]);
    await life.pass(3 * HOUR);
    expect(life.stored()).toBeUndefined();
    expect(records.all("authenticator")).toEqual([]);
    expect(records.all("security-key")).toEqual([]);
    expect(statesAtNia(life)).toEqual(allEnded(keys));
  });
});
