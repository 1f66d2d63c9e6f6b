import { beforeEach, describe, expect, it } from "vitest";
import { PinWrong } from "../../../../lambdas/domain/errors.ts";
import type { Write } from "../../../../lambdas/services/ports/records.ts";
import { recovering } from "./recovering.ts";

let rig: Awaited<ReturnType<typeof recovering>>;

/** What a write is, as far as it costs time: which table, and what kind of item. */
const shapeOf = (write: Write): string => {
  if ("audit" in write) return `audit ${write.audit.action}`;
  const entity = Object.values(write)[0] as { type: string };
  // A condition on nothing stands for the account that is not there.
  return entity.type === "claim" || entity.type === "account" ? "condition" : `write ${entity.type}`;
};

/** Every call of a port, in its order. */
const callsOf = async (run: () => Promise<unknown>): Promise<string[]> => {
  const calls: string[] = [];
  const { records } = rig.world;
  const { get, account, commit } = records;
  Object.assign(records, {
    get: async (...given: Parameters<typeof get>) => {
      calls.push(`get ${given[0]}`);
      return await get(...given);
    },
    account: async (id: string) => {
      calls.push("account");
      return await account(id);
    },
    commit: async (writes: readonly Write[]) => {
      calls.push(`commit ${writes.map(shapeOf).toSorted().join(", ")}`);
      await commit(writes);
    },
  });
  rig.passwords.verified.length = 0;
  try {
    await run();
  } finally {
    Object.assign(records, { get, account, commit });
  }
  return [...calls, `argon2id ${rig.passwords.verified.length}`];
};

beforeEach(async () => {
  rig = await recovering({ wrongPasswords: 6, passwordBlockedAt: "2026-11-23T08:00:00.000Z" });
});

const known = "jana.novakova";
const unknown = ["nobody", "nobody@example.cz", ""];

describe("whoever asks for help does not learn whether there is an account", () => {
  it.each(unknown)("by a new password: “%s”", async (login) => {
    const calls = await callsOf(async () => await rig.ask(known));
    expect(calls).toContain("account");
    expect(await callsOf(async () => await rig.ask(login))).toEqual(calls);
    expect(rig.mails()).toHaveLength(1);
  });

  it.each(unknown)("by unblocking: “%s”", async (login) => {
    const answers: { id: string }[] = [];
    const ask = async (name: string) => await callsOf(async () => answers.push(await rig.askToUnblock(name)));
    const calls = await ask(known);
    expect(calls).toContain("account");
    expect(await ask(login)).toEqual(calls);
    expect(rig.mails()).toHaveLength(1);
    expect(answers.map(({ id }) => id.length)).toEqual([32, 32]);

    const [one, other] = answers.map(({ id }) => async () => {
      await expect(rig.unblock(id, "no")).rejects.toThrow(PinWrong);
    });
    expect(await callsOf(other!)).toEqual(await callsOf(one!));
  });

  it("by a new password once too many, and before a contact serves", async () => {
    const calls = await callsOf(async () => await rig.ask(known));
    for (let count = 0; count < 4; count += 1) await rig.ask(known);
    expect(await callsOf(async () => await rig.ask(known))).toEqual(calls);

    rig = await recovering();
    const email = { ...rig.account().email, changedAt: rig.world.now };
    await rig.world.records.commit([{ put: { ...rig.account(), email } }]);
    expect(await callsOf(async () => await rig.ask(known))).toEqual(calls);
  });

  it("by unblocking what is not blocked", async () => {
    const calls = await callsOf(async () => await rig.askToUnblock(known));
    rig = await recovering();
    expect(await callsOf(async () => await rig.askToUnblock(known))).toEqual(calls);
    expect(rig.mails()).toEqual([]);
  });
});
