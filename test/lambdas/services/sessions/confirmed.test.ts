import { beforeEach, describe, expect, it } from "vitest";
import type { ConfirmationPurpose } from "../../../../lambdas/domain/confirmation.ts";
import { ConfirmationNeeded, NotFound, NotLoggedIn } from "../../../../lambdas/domain/errors.ts";
import { requireConfirmed } from "../../../../lambdas/services/sessions/confirmed.ts";
import { accountId } from "../../../support/builders.ts";
import { touchOf } from "../../../support/memory-ceremonies.ts";
import { asked, confirmed, confirming } from "./confirming.ts";

let rig: Awaited<ReturnType<typeof confirming>>;

beforeEach(async () => {
  rig = await confirming();
});

describe("what is confirmed", () => {
  const finish = async (purpose: ConfirmationPurpose) => {
    const { confirmationId, challenge } = asked(
      await rig.begin(purpose, purpose === "link" ? ["key-1"] : undefined),
    );
    const outcome = confirmed(await rig.withKey(confirmationId, touchOf("key-1", challenge)));
    return { ...outcome, confirmationId, challenge };
  };

  beforeEach(async () => {
    await rig.addKeys("key-1");
  });

  it("goes on under a new token, and the old one is dead", async () => {
    const next = await finish("link");
    await expect(rig.authenticate(rig.token)).rejects.toThrow(NotLoggedIn);
    const now = await rig.authenticate(next.token);
    expect(now).toMatchObject({ createdAt: rig.session.createdAt, expiresAt: rig.session.expiresAt });
    expect(now).toMatchObject({ id: rig.session.id });
    expect(rig.world.records.all("session")).toHaveLength(1);
    expect(rig.world.records.all("confirmation")).toEqual([]);
    expect(rig.world.records.audit.at(-1)).toMatchObject({ action: "confirmed", accountId, reason: "link" });
  });

  it("can't be had again by the same touch", async () => {
    const next = await finish("add-key");
    const by = await rig.authenticate(next.token);
    const replay = rig.withKey(next.confirmationId, touchOf("key-1", next.challenge), by);
    await expect(replay).rejects.toThrow(NotFound);
  });

  it("in one tab while another one confirms too: neither is left with a token that the other has replaced", async () => {
    const here = asked(await rig.begin("link", ["key-1"]));
    const there = asked(await rig.begin("add-key"));
    const under = rig.session;
    const first = confirmed(await rig.withKey(here.confirmationId, touchOf("key-1", here.challenge), under));
    // Sent with the cookie of before: nothing is done, and the browser sends it again with the new one.
    const late = rig.withKey(there.confirmationId, touchOf("key-1", there.challenge), under);
    await expect(late).rejects.toThrow(NotLoggedIn);
    const by = await rig.authenticate(first.token);
    const second = confirmed(await rig.withKey(there.confirmationId, touchOf("key-1", there.challenge), by));
    expect((await rig.authenticate(second.token)).confirmed.map(({ purpose }) => purpose)).toEqual([
      "link",
      "add-key",
    ]);
  });

  it("is not lost where the session's use is noted at the same moment", async () => {
    const { confirmationId, challenge } = asked(await rig.begin("link", ["key-1"]));
    rig.world.records.beforeCommit = async () => {
      rig.world.records.beforeCommit = () => undefined;
      const [session] = rig.world.records.all("session");
      await rig.world.records.commit([{ put: { ...session!, lastUsedAt: rig.world.now } }]);
    };
    const outcome = await rig.withKey(confirmationId, touchOf("key-1", challenge));
    expect(await rig.authenticate(confirmed(outcome).token)).toMatchObject({
      confirmed: [{ purpose: "link" }],
    });
  });

  it("lasts five minutes", async () => {
    const next = await finish("link");
    const now = await rig.authenticate(next.token);
    rig.world.pass(299);
    expect(() => {
      requireConfirmed(now, "link", rig.world.now);
    }).not.toThrow();
    rig.world.pass(1);
    expect(() => {
      requireConfirmed(now, "link", rig.world.now);
    }).toThrow(ConfirmationNeeded);
  });

  it("is this purpose and no other", async () => {
    const next = await finish("link");
    expect(() => {
      requireConfirmed(next.session, "complete-link", rig.world.now);
    }).toThrow(ConfirmationNeeded);
  });

  it("stands beside another one, and replaces the same", async () => {
    rig.session = await rig.authenticate((await finish("link")).token);
    rig.world.pass(60);
    rig.session = await rig.authenticate((await finish("add-key")).token);
    rig.world.pass(60);
    const last = await finish("link");
    expect(last.session.confirmed).toEqual([
      { purpose: "add-key", until: "2026-11-23T09:06:00.000Z", keyIds: ["key-1"] },
      { purpose: "link", until: "2026-11-23T09:07:00.000Z", keyIds: ["key-1"] },
    ]);
  });
});
