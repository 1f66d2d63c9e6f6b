import { beforeEach, describe, expect, it } from "vitest";
import { beginDeletion, requestDeletion } from "../../../../lambdas/domain/deletion.ts";
import {
  CeremonyRefused,
  ControlCodeRefused,
  KeyCloned,
  LinkUsedUp,
  NoUsableKey,
  PinUsedUp,
  PinWrong,
} from "../../../../lambdas/domain/errors.ts";
import { accountId, aSession } from "../../../support/builders.ts";
import { commonPassword } from "../../../support/memory-platform.ts";
import { newPassword, recovering } from "./recovering.ts";

let rig: Awaited<ReturnType<typeof recovering>>;
const HOUR = 3600;
const DAY = 24 * HOUR;

beforeEach(async () => {
  rig = await recovering();
});

describe("asking for a new password", () => {
  it.each([["jana.novakova"], [" Jana.Novakova "], ["JANA@example.cz"]])(
    "mails a link that is stored nowhere: “%s”",
    async (login) => {
      const written: string[] = [];
      rig.world.records.beforeCommit = (writes) => {
        written.push(JSON.stringify(writes));
      };
      await rig.ask(login);
      expect(rig.mails()).toMatchObject([{ template: "password-reset", accountId }]);
      const { resetId, secret } = await rig.link();
      expect(rig.reset(resetId)).toMatchObject({ accountId, step: "link" });
      expect(written.join()).toContain(resetId);
      expect(written.join()).not.toContain(secret);
    },
  );

  it("needs a control code", async () => {
    await expect(rig.ask("jana.novakova", "no")).rejects.toThrow(ControlCodeRefused);
    expect(rig.world.records.all("password-reset")).toEqual([]);
  });

  it("mails five times a day at most, by whatever name, and again the day after", async () => {
    for (let count = 0; count < 8; count += 1) {
      await rig.ask(count % 2 === 0 ? "jana.novakova" : "jana@example.cz");
      rig.world.pass(HOUR);
    }
    expect(rig.mails()).toHaveLength(5);
    rig.world.pass(DAY - 8 * HOUR);
    await rig.ask();
    expect(rig.mails()).toHaveLength(6);
  });

  it("mails five times at most however many ask at the same moment", async () => {
    await Promise.allSettled(Array.from({ length: 20 }, async () => await rig.ask()));
    expect(rig.mails().length).toBeLessThanOrEqual(5);
  });

  it.each(["email", "phone"] as const)(
    "mails why not where the %s was changed less than 72 hours ago",
    async (kind) => {
      const changedAt = rig.world.now;
      const contact = { ...rig.account()[kind], changedAt };
      await rig.world.records.commit([{ put: { ...rig.account(), [kind]: contact } }]);
      rig.world.pass(72 * HOUR - 1);
      await rig.ask();
      expect(rig.mails()).toMatchObject([{ template: "password-reset-too-soon" }]);
      expect(rig.world.records.all("password-reset")).toMatchObject([{ accountId: "" }]);
      rig.world.pass(1);
      await rig.ask();
      expect(rig.mails()).toMatchObject([{}, { template: "password-reset" }]);
    },
  );
});

describe("the link", () => {
  beforeEach(async () => {
    await rig.ask();
  });

  it("sends a code to the phone, of which it tells the end only", async () => {
    expect(await rig.open()).toEqual({ phone: "•••\u00a0111" });
    const { resetId } = await rig.link();
    expect(rig.world.records.all("outbox-item")).toContainEqual(
      expect.objectContaining({
        channel: "sms",
        template: "reset-pin",
        accountId,
        subjectId: resetId,
        round: 1,
      }),
    );
  });

  it("is refused with another secret, or another one's", async () => {
    const { resetId, secret } = await rig.link();
    await rig.ask();
    const second = await rig.link();
    for (const wrong of [
      { resetId, secret: `${secret}x` },
      { resetId, secret: "" },
      { resetId, secret: second.secret },
      { resetId: "0".repeat(32), secret },
    ])
      await expect(rig.open(wrong)).rejects.toThrow(LinkUsedUp);
  });

  it("is good for three days", async () => {
    rig.world.pass(3 * DAY - 1);
    await expect(rig.open()).resolves.toBeDefined();
    rig.world.pass(1);
    await expect(rig.open()).rejects.toThrow(LinkUsedUp);
    await expect(rig.pin()).rejects.toThrow(LinkUsedUp);
  });

  it("is void once a contact was changed", async () => {
    const phone = { ...rig.account().phone, changedAt: rig.world.now };
    await rig.world.records.commit([{ put: { ...rig.account(), phone } }]);
    await expect(rig.open()).rejects.toThrow(LinkUsedUp);
  });

  it("is void once the deletion of the account has begun, at every step", async () => {
    const asked = requestDeletion(rig.account(), rig.world.now, 60);
    await rig.world.records.commit([{ put: asked }]);
    await expect(rig.open()).resolves.toBeDefined();
    const { handle } = await rig.pin();
    const place = { resetId: (await rig.link()).resetId, handle };
    await rig.world.records.commit([{ put: beginDeletion(rig.account(), rig.world.now) }]);
    await expect(rig.open()).rejects.toThrow(LinkUsedUp);
    await expect(rig.pin()).rejects.toThrow(LinkUsedUp);
    await expect(rig.finish(place)).rejects.toThrow(LinkUsedUp);
  });

  it("is void once there is another password", async () => {
    await rig.world.records.commit([{ put: { ...rig.account(), passwordHash: "hash of another one" } }]);
    await expect(rig.open()).rejects.toThrow(LinkUsedUp);
  });

  it("sends six codes at most", async () => {
    for (let round = 1; round <= 6; round += 1) await rig.open();
    await expect(rig.open()).rejects.toThrow(PinUsedUp);
  });
});

describe("the code", () => {
  beforeEach(async () => {
    await rig.ask();
  });

  it("is not asked before the link was opened", async () => {
    await expect(rig.pin()).rejects.toThrow(PinWrong);
  });

  it("can be guessed at five times, however many are sent", async () => {
    for (let count = 0; count < 5; count += 1) {
      await rig.open();
      await expect(rig.pin("no")).rejects.toThrow(PinWrong);
    }
    await expect(rig.pin()).rejects.toThrow(PinUsedUp);
    await expect(rig.open()).rejects.toThrow(PinUsedUp);
  });

  it("is good once: the link alone leads no further", async () => {
    await rig.open();
    await rig.pin();
    await expect(rig.pin()).rejects.toThrow(PinWrong);
  });
});

describe("the new password", () => {
  it("replaces the old one, ends every session, unblocks, tells the user, all in one commit", async () => {
    await rig.world.records.commit([
      { put: { ...rig.account(), wrongPasswords: 6, passwordBlockedAt: rig.world.now } },
      { put: aSession([], { id: "another" }) },
    ]);
    const place = await rig.enter();
    expect(place.step.state).toBe("password-needed");
    let commits = 0;
    rig.world.records.beforeCommit = () => {
      commits += 1;
    };
    await rig.finish(place);
    expect(commits).toBe(1);
    expect(rig.account()).toMatchObject({ passwordHash: `hash of ${newPassword}`, wrongPasswords: 0 });
    expect(rig.account()).not.toHaveProperty("passwordBlockedAt");
    expect(rig.world.records.all("session")).toEqual([]);
    expect(rig.mails().at(-1)).toMatchObject({ template: "password-changed" });
    expect(rig.world.records.audit.map(({ action, reason }) => [action, reason])).toEqual([
      ["password-reset-asked", "sent"],
      ["password-reset", undefined],
    ]);
  });

  it("is set once, and every other link is void by it", async () => {
    await rig.ask();
    const other = await rig.link();
    rig.world.pass(1);
    const place = await rig.enter();
    await rig.finish(place);
    await expect(rig.finish(place)).rejects.toThrow(LinkUsedUp);
    await expect(rig.open(other)).rejects.toThrow(LinkUsedUp);
  });

  it("set twice at the same moment is set once", async () => {
    const place = await rig.enter();
    const results = await Promise.allSettled([rig.finish(place), rig.finish(place, "another password")]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it.each([
    [commonPassword, "common-password"],
    ["Jana.Novakova", "own-name"],
  ])("can't be %s, and another one can be tried", async (password, code) => {
    const place = await rig.enter();
    await expect(rig.finish(place, password)).rejects.toMatchObject({
      fields: [{ pointer: "/password", code }],
    });
    await rig.finish(place);
    expect(rig.account().passwordHash).toBe(`hash of ${newPassword}`);
  });

  it("needs the handle of the browser that entered the code, for half an hour", async () => {
    const place = await rig.enter();
    await expect(rig.finish({ ...place, handle: "x".repeat(43) })).rejects.toThrow(LinkUsedUp);
    rig.world.pass(1800);
    await expect(rig.finish(place)).rejects.toThrow(LinkUsedUp);
  });

  it("is not set by a handle whose link was opened anew", async () => {
    const place = await rig.enter();
    await rig.open();
    await expect(rig.finish(place)).rejects.toThrow(LinkUsedUp);
  });
});

describe("where the account has a key", () => {
  const asked = async () => {
    await rig.addKey();
    const place = await rig.enter();
    if (place.step.state !== "security-key-needed") throw new Error("no key was asked for");
    return { ...place, options: place.step.options };
  };

  it("its touch is needed, and its counter noted", async () => {
    const { options, ...place } = await asked();
    await expect(rig.finish(place)).rejects.toThrow(LinkUsedUp);
    await rig.touch(place, options);
    await rig.finish(place);
    expect(rig.account().passwordHash).toBe(`hash of ${newPassword}`);
    expect(rig.world.records.all("security-key")).toMatchObject([{ counter: 1, lastUsedAt: rig.world.now }]);
  });

  it.each([
    ["of another challenge", { challenge: "challenge-0" }, "key-1"],
    ["of somebody else", undefined, "key-9"],
  ])("a touch %s does not do", async (_, given, keyId) => {
    const { options, ...place } = await asked();
    await expect(rig.touch(place, given ?? options, keyId)).rejects.toThrow(CeremonyRefused);
    await expect(rig.finish(place)).rejects.toThrow(LinkUsedUp);
  });

  it("a touch is good once, and for its own browser", async () => {
    const { options, ...place } = await asked();
    await expect(rig.touch({ ...place, handle: "x".repeat(43) }, options)).rejects.toThrow(LinkUsedUp);
    await rig.touch(place, options);
    await expect(rig.touch(place, options)).rejects.toThrow(LinkUsedUp);
  });

  it("that was copied ends the reset and the use of the key", async () => {
    await rig.addKey("cloned-key");
    const place = await rig.enter();
    const { options } = place.step as { options: unknown };
    await expect(rig.touch(place, options, "cloned-key")).rejects.toThrow(KeyCloned);
    expect(rig.reset(place.resetId)).toBeUndefined();
    expect(rig.world.records.all("security-key")).toMatchObject([{ clonedAt: rig.world.now }]);
    await rig.ask();
    await rig.open();
    await expect(rig.pin()).rejects.toThrow(NoUsableKey);
  });

  it("one added after the code was entered is needed too", async () => {
    const place = await rig.enter();
    await rig.addKey();
    await expect(rig.finish(place)).rejects.toThrow(LinkUsedUp);
  });
});
