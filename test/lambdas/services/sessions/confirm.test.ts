import { beforeEach, describe, expect, it } from "vitest";
import type { ConfirmationPurpose } from "../../../../lambdas/domain/confirmation.ts";
import {
  CeremonyRefused,
  CertificateNotEnough,
  ChecklistIncomplete,
  Conflict,
  CredentialsWrong,
  KeyNotLinkable,
  NotFound,
  PasswordBlocked,
  PinUsedUp,
  PinWrong,
} from "../../../../lambdas/domain/errors.ts";
import { confirmedKeys } from "../../../../lambdas/services/sessions/confirmed.ts";
import type { ConfirmationOutcome } from "../../../../lambdas/services/sessions/confirm.ts";
import { accountId } from "../../../support/builders.ts";
import { touchOf } from "../../../support/memory-ceremonies.ts";
import { asked, confirmed, confirming, pinOf } from "./confirming.ts";

let rig: Awaited<ReturnType<typeof confirming>>;

beforeEach(async () => {
  rig = await confirming();
});

describe("the password", () => {
  beforeEach(async () => {
    await rig.addKeys("key-1");
  });

  it("comes first: nothing is asked for with a wrong one, and it is counted", async () => {
    await expect(rig.begin("add-key", undefined, "wrong")).rejects.toThrow(CredentialsWrong);
    expect(rig.world.records.all("confirmation")).toEqual([]);
    expect(rig.world.records.all("account")[0]?.wrongPasswords).toBe(1);
  });

  it("that is right forgets the wrong ones before it, with a key and without", async () => {
    const wrongly = async () => {
      for (let count = 0; count < 5; count += 1)
        await expect(rig.begin("add-key", undefined, "wrong")).rejects.toThrow(CredentialsWrong);
    };
    await wrongly();
    await rig.begin("add-key");
    expect(rig.world.records.all("account")[0]).toMatchObject({ wrongPasswords: 0 });
    await wrongly();
    await expect(rig.begin("add-key")).resolves.toMatchObject({ state: "security-key-needed" });
  });

  it("asks for nothing where a wrong one was counted while this one was being checked", async () => {
    const account = rig.world.records.all("account")[0]!;
    rig.world.records.beforeCommit = async () => {
      rig.world.records.beforeCommit = () => undefined;
      await rig.world.records.commit([{ put: { ...account, wrongPasswords: 6 } }]);
    };
    await expect(rig.begin("add-key")).rejects.toThrow(Conflict);
    expect(rig.world.records.all("confirmation")).toEqual([]);
  });

  it("that is blocked is refused", async () => {
    for (let count = 0; count < 6; count += 1)
      await expect(rig.begin("add-key", undefined, "wrong")).rejects.toThrow(CredentialsWrong);
    await expect(rig.begin("add-key")).rejects.toThrow(PasswordBlocked);
  });
});

describe("with a key", () => {
  beforeEach(async () => {
    await rig.addKeys("key-1", "key-2", "key-3");
  });

  it.each<[ConfirmationPurpose]>([
    ["add-key"],
    ["complete-link"],
    ["change-email"],
    ["change-phone"],
    ["change-password"],
  ])("any one will do for %s", async (purpose) => {
    const { confirmationId, challenge, keyIds, left } = asked(await rig.begin(purpose));
    expect({ keyIds, left }).toEqual({ keyIds: ["key-1", "key-2", "key-3"], left: [] });
    const outcome = confirmed(await rig.withKey(confirmationId, touchOf("key-2", challenge)));
    expect(outcome.session.confirmed).toEqual([{ purpose, until: outcome.until, keyIds: ["key-2"] }]);
    expect(await rig.world.records.get("security-key", { accountId, id: "key-2" })).toMatchObject({
      counter: 1,
      lastUsedAt: rig.world.now,
    });
  });

  it("every picked one is touched for link, in any order, each to a challenge of its own", async () => {
    const first = asked(await rig.begin("link", ["key-1", "key-3"]));
    expect(first).toMatchObject({
      keyIds: ["key-1", "key-3"],
      touched: [],
      left: ["Key key-1", "Key key-3"],
    });
    const second = asked(await rig.withKey(first.confirmationId, touchOf("key-3", first.challenge)));
    expect(second).toMatchObject({
      keyIds: ["key-1"],
      touched: ["Key key-3"],
      left: ["Key key-1"],
    });
    expect(second.challenge).not.toBe(first.challenge);
    await expect(rig.authenticate(rig.token)).resolves.toMatchObject({ confirmed: [] });
    const outcome = confirmed(await rig.withKey(first.confirmationId, touchOf("key-1", second.challenge)));
    expect(confirmedKeys(outcome.session, "link").toSorted()).toEqual(["key-1", "key-3"]);
  });

  it("one touched already does not stand for another one", async () => {
    const first = asked(await rig.begin("link", ["key-1", "key-3"]));
    const second = asked(await rig.withKey(first.confirmationId, touchOf("key-3", first.challenge)));
    const again = rig.withKey(first.confirmationId, touchOf("key-3", second.challenge));
    await expect(again).rejects.toThrow(CeremonyRefused);
  });

  it.each([
    ["none is picked", []],
    ["one is not there", ["key-1", "key-9"]],
    ["one is picked twice", ["key-1", "key-1"]],
  ])("link is refused where %s", async (_, keyIds) => {
    await expect(rig.begin("link", keyIds)).rejects.toThrow(KeyNotLinkable);
    expect(rig.world.records.all("confirmation")).toEqual([]);
  });

  it.each([
    ["that was not picked", "key-2", undefined],
    ["of nobody", "key-9", undefined],
    ["that signs something else", "key-1", "key-1 signs challenge-0"],
  ])("one %s is refused, and nothing is confirmed", async (_, keyId, signature) => {
    const { confirmationId, challenge } = asked(await rig.begin("link", ["key-1"]));
    await expect(rig.withKey(confirmationId, touchOf(keyId, challenge, signature))).rejects.toThrow(
      CeremonyRefused,
    );
    expect(await rig.authenticate(rig.token)).toMatchObject({ confirmed: [] });
  });

  it("the phone's PIN does not stand for it", async () => {
    const { confirmationId } = asked(await rig.begin("add-key"));
    await expect(rig.withPin(confirmationId, await pinOf(confirmationId))).rejects.toThrow(PinWrong);
  });
});

describe("without a key", () => {
  it("add-key asks for a PIN sent to the phone", async () => {
    const outcome = await rig.begin("add-key");
    expect(outcome).toMatchObject({ state: "phone-pin-needed" });
    const { confirmationId } = outcome as Extract<ConfirmationOutcome, { state: "phone-pin-needed" }>;
    expect(rig.world.records.all("outbox-item")).toMatchObject([
      { channel: "sms", template: "confirmation-pin", accountId, confirmationId, round: 1 },
    ]);
    const done = confirmed(await rig.withPin(confirmationId, await pinOf(confirmationId)));
    expect(done.session.confirmed).toMatchObject([{ purpose: "add-key", keyIds: [] }]);
  });

  it.each([
    ["change-email" as const, "mail", "email-pin-needed"],
    ["change-phone" as const, "sms", "phone-pin-needed"],
    ["change-password" as const, "sms", "phone-pin-needed"],
  ])("%s asks for a PIN by %s, to the old contact", async (purpose, channel, state) => {
    const outcome = await rig.begin(purpose);
    if (outcome.state !== "email-pin-needed" && outcome.state !== "phone-pin-needed")
      throw new Error(`the state is ${outcome.state}`);
    expect(outcome.state).toBe(state);
    const { confirmationId } = outcome;
    const [item] = rig.world.records.all("outbox-item");
    expect(item).toMatchObject({ channel, template: "confirmation-pin", accountId, confirmationId });
    expect(item).not.toHaveProperty("to");
    const done = confirmed(await rig.withPin(confirmationId, await pinOf(confirmationId)));
    expect(done.session.confirmed).toMatchObject([{ purpose, keyIds: [] }]);
  });

  it("change-email asks for a PIN by SMS where mail comes back, so that its owner can do something", async () => {
    const account = rig.world.records.all("account")[0]!;
    const undeliverable = { reason: "bounced" as const, since: rig.world.now };
    await rig.world.records.commit([{ put: { ...account, email: { ...account.email, undeliverable } } }]);
    expect(await rig.begin("change-email")).toMatchObject({ state: "phone-pin-needed" });
    expect(rig.world.records.all("outbox-item")).toMatchObject([
      { channel: "sms", template: "confirmation-pin" },
    ]);
  });

  it.each([
    ["link" as const, ["key-1"], KeyNotLinkable],
    ["complete-link" as const, undefined, ChecklistIncomplete],
  ])("%s is refused", async (purpose, keyIds, refusal) => {
    await expect(rig.begin(purpose, keyIds)).rejects.toThrow(refusal);
    expect(rig.world.records.all("outbox-item")).toEqual([]);
  });

  const beginWithPin = async () => {
    const outcome = await rig.begin("add-key");
    return outcome.state === "phone-pin-needed" ? outcome.confirmationId : "";
  };

  it("a wrong PIN is counted, and the sixth try is refused though right", async () => {
    const id = await beginWithPin();
    for (let count = 0; count < 5; count += 1)
      await expect(rig.withPin(id, "not it")).rejects.toThrow(PinWrong);
    await expect(rig.withPin(id, await pinOf(id))).rejects.toThrow(PinUsedUp);
  });

  it("the PIN is void once a key was added", async () => {
    const id = await beginWithPin();
    await rig.addKeys("key-1");
    await expect(rig.withPin(id, await pinOf(id))).rejects.toThrow(PinWrong);
  });

  it("the PIN is good once, even twice at the same moment", async () => {
    const id = await beginWithPin();
    const pin = await pinOf(id);
    const results = await Promise.allSettled([rig.withPin(id, pin), rig.withPin(id, pin)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const session = rig.world.records.all("session")[0]!;
    await expect(rig.withPin(id, pin, session)).rejects.toThrow(NotFound);
  });
});

describe("in a session that a certificate opened", () => {
  it("nothing is asked for, and what was asked for is not answered", async () => {
    await rig.addKeys("key-1");
    const { confirmationId, challenge } = asked(await rig.begin("add-key"));
    await rig.world.records.commit([{ put: { ...rig.session, method: "certificate" } }]);
    rig.session = rig.world.records.all("session")[0]!;
    await expect(rig.begin("add-key", undefined, "wrong")).rejects.toThrow(CertificateNotEnough);
    expect(rig.world.records.all("account")[0]?.wrongPasswords).toBe(0);
    await expect(rig.withKey(confirmationId, touchOf("key-1", challenge))).rejects.toThrow(
      CertificateNotEnough,
    );
    await expect(rig.withPin(confirmationId, "000000")).rejects.toThrow(CertificateNotEnough);
    expect(await rig.authenticate(rig.token)).toMatchObject({ confirmed: [] });
  });
});

describe("a confirmation login", () => {
  beforeEach(async () => {
    await rig.addKeys("key-1");
  });

  it("belongs to the session that began it", async () => {
    const { confirmationId, challenge } = asked(await rig.begin("add-key"));
    const other = await rig.open();
    await expect(rig.withKey(confirmationId, touchOf("key-1", challenge), other.session)).rejects.toThrow(
      NotFound,
    );
    await expect(rig.withPin(confirmationId, "000000", other.session)).rejects.toThrow(NotFound);
  });

  it("has five minutes", async () => {
    const { confirmationId, challenge } = asked(await rig.begin("add-key"));
    rig.world.pass(300);
    await expect(rig.withKey(confirmationId, touchOf("key-1", challenge))).rejects.toThrow(PinUsedUp);
  });
});
