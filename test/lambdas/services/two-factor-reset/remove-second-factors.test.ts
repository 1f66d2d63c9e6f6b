import { beforeEach, describe, expect, it } from "vitest";
import { beginDeletion, requestDeletion } from "../../../../lambdas/domain/deletion.ts";
import {
  CredentialsWrong,
  NotLoggedIn,
  PasswordBlocked,
  PinUsedUp,
  PinWrong,
} from "../../../../lambdas/domain/errors.ts";
import { makeAddKey, makeKeyOptions } from "../../../../lambdas/services/keys/add-key.ts";
import { removedKey } from "../../../../lambdas/services/keys/key-rows.ts";
import { accountId, aCertificate, aVerification } from "../../../support/builders.ts";
import { type AskedKeys, memoryCeremonies, newKeyOf } from "../../../support/memory-ceremonies.ts";
import { theMost } from "../../../support/the-most.ts";
import { memoryModels } from "../../../support/memory-models.ts";
import { resetting, rightOf } from "./resetting.ts";

let rig: Awaited<ReturnType<typeof resetting>>;
const keyIds = () => rig.world.records.all("security-key").map(({ id }) => id);
const wanted = () => rig.world.records.all("authenticator").map((record) => [record.wanted, record.reason]);
const giveCertificate = async (id: string) =>
  await rig.world.records.commit([
    { put: aCertificate({ id, provenAt: rig.world.now }) },
    { put: { type: "claim", kind: "certificate", value: id, version: 0, accountId } },
  ]);

beforeEach(async () => {
  rig = await resetting();
});

describe("a two-factor reset", () => {
  it("removes every key and certificate, and ends the link and every session", async () => {
    await giveCertificate("certificate-1");
    await rig.world.records.commit([{ put: aCertificate({ id: "not-proven" }) }]);
    const { passwordHash, validation } = rig.account();
    const { id } = await rig.ask();
    expect(await rig.remove(id)).toEqual({ linkEnded: true });
    expect(keyIds()).toEqual([]);
    expect(rig.world.records.all("client-certificate")).toEqual([]);
    expect(rig.world.records.all("session")).toEqual([]);
    expect(rig.account()).toMatchObject({ passwordHash, validation });
    expect(rig.account().link).toBeUndefined();
    expect(wanted()).toEqual([
      ["ended", "two-factor-reset"],
      ["ended", "two-factor-reset"],
    ]);
    const kinds = rig.world.records.all("claim").map(({ kind }) => kind);
    expect(kinds).not.toContain("credential");
    expect(kinds).not.toContain("certificate");
  });

  it("tells both contacts at once, and the activity", async () => {
    const { id } = await rig.ask();
    await rig.remove(id);
    expect(rig.messages().slice(2)).toEqual(["mail unlinked", "sms two-factor-reset"]);
    expect(rig.world.records.audit.map(({ action }) => action)).toEqual([
      "two-factor-reset-asked",
      "account-unlinked",
      "two-factor-reset",
    ]);
  });

  it("tells so too where the account was not linked", async () => {
    const { link: _link, ...unlinked } = rig.account();
    await rig.world.records.commit([{ put: unlinked }]);
    const { id } = await rig.ask();
    expect(await rig.remove(id)).toEqual({ linkEnded: false });
    expect(rig.messages().slice(2)).toEqual(["mail two-factor-reset", "sms two-factor-reset"]);
  });

  it("cancels a verification under way", async () => {
    await rig.world.records.commit([{ put: aVerification() }]);
    const { id } = await rig.ask();
    await rig.remove(id);
    expect(rig.world.records.all("verification")).toMatchObject([
      { state: "cancelled", stopReason: "unlinked" },
    ]);
  });

  it.each([
    ["PIN1", { emailPin: "wrong!" }, PinWrong],
    ["PIN2", { phonePin: "wrong!" }, PinWrong],
    ["both PINs and the password", { emailPin: "no", phonePin: "no", password: "no" }, PinWrong],
    ["the password", { password: "no" }, CredentialsWrong],
  ])("removes nothing where %s is wrong, and ends after five tries", async (_what, change, error) => {
    const { id } = await rig.ask();
    for (let count = 0; count < 5; count += 1) await expect(rig.remove(id, change)).rejects.toThrow(error);
    await expect(rig.remove(id)).rejects.toThrow(PinUsedUp);
    expect(keyIds()).toHaveLength(2);
    expect(rig.account().link).toBeDefined();
  });

  it("takes PIN1 for PIN1 alone, and PINs of no other reset", async () => {
    const { id } = await rig.ask();
    const other = await rig.ask();
    const { emailPin, phonePin } = await rightOf(id);
    await expect(rig.remove(id, { emailPin: phonePin, phonePin: emailPin })).rejects.toThrow(PinWrong);
    await expect(rig.remove(other.id, { emailPin, phonePin })).rejects.toThrow(PinWrong);
    await rig.remove(id);
  });

  it("checks a password whatever is wrong, so that no time tells what", async () => {
    const { id } = await rig.ask();
    const nobody = await rig.ask("nobody");
    for (const one of [id, nobody.id]) {
      rig.passwords.verified.length = 0;
      await expect(rig.remove(one, { emailPin: "wrong!" })).rejects.toThrow(PinWrong);
      expect(rig.passwords.verified).toEqual([undefined]);
    }
  });

  it("counts a wrong password as a login does: the sixth blocks, and that is said to who knows the PINs", async () => {
    const { id } = await rig.ask();
    const another = await rig.ask();
    for (let count = 0; count < 5; count += 1)
      await expect(rig.remove(id, { password: "no" })).rejects.toThrow(CredentialsWrong);
    await expect(rig.remove(another.id, { password: "no" })).rejects.toThrow(CredentialsWrong);
    expect(rig.account().passwordBlockedAt).toBe(rig.world.now);
    await expect(rig.remove(another.id, { emailPin: "no" })).rejects.toThrow(PinWrong);
    await expect(rig.remove(another.id)).rejects.toThrow(PasswordBlocked);
    expect(keyIds()).toHaveLength(2);
  });

  it("is over after 15 minutes, once used, and where it never was", async () => {
    const { id } = await rig.ask();
    rig.world.pass(900);
    await expect(rig.remove(id)).rejects.toThrow(PinUsedUp);
    const used = await rig.ask();
    rig.world.pass(899);
    await rig.remove(used.id);
    await expect(rig.remove(used.id)).rejects.toThrow(PinUsedUp);
    await expect(rig.remove("0".repeat(32))).rejects.toThrow(PinUsedUp);
  });

  it.each(["email", "phone"] as const)("leads nowhere once the %s was changed", async (kind) => {
    const { id } = await rig.ask();
    const contact = { ...rig.account()[kind], changedAt: rig.world.now };
    await rig.world.records.commit([{ put: { ...rig.account(), [kind]: contact } }]);
    await expect(rig.remove(id)).rejects.toThrow(PinUsedUp);
    expect(keyIds()).toHaveLength(2);
  });

  it("leads nowhere once the account is being deleted", async () => {
    const { id } = await rig.ask();
    const asked = requestDeletion(rig.account(), rig.world.now, 60);
    await rig.world.records.commit([{ put: beginDeletion(asked, rig.world.now) }]);
    await expect(rig.remove(id)).rejects.toThrow(PinUsedUp);
  });
});

describe("two at the same moment", () => {
  it("of one reset remove once, and tell once", async () => {
    const { id } = await rig.ask();
    const both = await Promise.allSettled([rig.remove(id), rig.remove(id)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(rig.messages().slice(2)).toEqual(["mail unlinked", "sms two-factor-reset"]);
  });

  it("of two resets: the other finds nothing left to remove", async () => {
    const [one, other] = [await rig.ask(), await rig.ask()];
    const both = await Promise.allSettled([rig.remove(one.id), rig.remove(other.id)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({ reason: expect.any(PinUsedUp) });
    expect(rig.messages().filter((message) => message === "sms two-factor-reset")).toHaveLength(1);
  });

  it("guesses get five tries in all", async () => {
    const { id } = await rig.ask();
    const guesses = Array.from({ length: 30 }, async () => await rig.remove(id, { emailPin: "wrong!" }));
    await Promise.allSettled(guesses);
    expect(rig.reset(id)?.tries).toBe(5);
    await expect(rig.remove(id)).rejects.toThrow(PinUsedUp);
  });

  /** A key that is being added by a session, up to the answer of the key. */
  const adding = async () => {
    const ceremonies = memoryCeremonies();
    const session = rig.world.records.all("session")[0]!;
    const { ceremonyId, options } = await makeKeyOptions({ ...rig.ports, ceremonies })(session);
    const { challenge } = options as AskedKeys;
    const grade = async () => ({
      grade: { linkable: false, reason: "no-attestation", gradedAt: rig.world.now } as const,
    });
    return async () =>
      await makeAddKey({ ...rig.ports, ceremonies, models: memoryModels(), grade })({
        session,
        ceremonyId,
        name: "One more",
        response: newKeyOf("one-more", challenge),
      });
  };

  it("with a key being added: the key is refused after the reset", async () => {
    const add = await adding();
    const { id } = await rig.ask();
    await rig.remove(id);
    await expect(add()).rejects.toThrow(NotLoggedIn);
    expect(keyIds()).toEqual([]);
  });

  it.each(["before it", "at once"])(
    "with a key being added: the key goes with the others, added %s",
    async (when) => {
      const add = await adding();
      const { id } = await rig.ask();
      if (when === "before it") await add();
      await Promise.allSettled([add(), rig.remove(id)]);
      expect(keyIds()).toEqual([]);
      expect(rig.world.records.all("session")).toEqual([]);
    },
  );

  it("the key is gone, or refused, whichever of their transactions comes between the other's reading and writing", async () => {
    const add = await adding();
    const { id } = await rig.ask();
    const { records } = rig.world;
    let hasComeBetween = false;
    records.beforeCommit = async (writes) => {
      const addsKey = writes.some((write) => "put" in write && write.put.type === "security-key");
      if (!addsKey || hasComeBetween) return;
      hasComeBetween = true;
      await rig.remove(id);
    };
    await expect(add()).rejects.toThrow(NotLoggedIn);
    expect(keyIds()).toEqual([]);
  });
});

describe("as much as an account may have", () => {
  it("is gone in one transaction", async () => {
    const { records } = rig.world;
    await records.commit([
      ...records.all("security-key").flatMap(removedKey),
      ...records.all("authenticator").map((remove) => ({ remove })),
    ]);
    for (const writes of theMost(rig.world.now)) await records.commit(writes);
    const { id } = await rig.ask();
    let most = 0;
    records.beforeCommit = (writes) => {
      most = Math.max(most, writes.length);
    };
    await rig.remove(id);
    expect(most).toBe(95);
    expect(keyIds()).toEqual([]);
  });
});
