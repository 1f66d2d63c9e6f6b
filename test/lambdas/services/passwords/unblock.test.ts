import { beforeEach, describe, expect, it } from "vitest";
import { beginDeletion, requestDeletion } from "../../../../lambdas/domain/deletion.ts";
import { ControlCodeRefused, PinUsedUp, PinWrong } from "../../../../lambdas/domain/errors.ts";
import { accountId } from "../../../support/builders.ts";
import { recovering } from "./recovering.ts";

let rig: Awaited<ReturnType<typeof recovering>>;
const blocked = { wrongPasswords: 6, passwordBlockedAt: "2026-11-23T08:00:00.000Z" };

beforeEach(async () => {
  rig = await recovering(blocked);
});

describe("a blocked password", () => {
  it("is unblocked by the PIN from the e-mail, and the user told", async () => {
    const { id } = await rig.askToUnblock();
    expect(rig.mails()).toMatchObject([{ template: "unblock-pin", accountId, subjectId: id, round: 1 }]);
    expect(rig.account()).toMatchObject(blocked);
    await rig.unblock(id);
    expect(rig.account()).toMatchObject({
      wrongPasswords: 0,
      passwordHash: "hash of correct horse battery",
    });
    expect(rig.account()).not.toHaveProperty("passwordBlockedAt");
    expect(rig.mails().at(-1)).toMatchObject({ template: "password-unblocked" });
    expect(rig.world.records.audit).toMatchObject([{ action: "password-unblocked", accountId }]);
  });

  it("stays so where the PIN is wrong, is guessed at too often, used or late", async () => {
    const { id } = await rig.askToUnblock();
    for (let count = 0; count < 5; count += 1) await expect(rig.unblock(id, "no")).rejects.toThrow(PinWrong);
    await expect(rig.unblock(id)).rejects.toThrow(PinUsedUp);

    const late = await rig.askToUnblock();
    rig.world.pass(3600);
    await expect(rig.unblock(late.id)).rejects.toThrow(PinUsedUp);
    await expect(rig.unblock("0".repeat(32))).rejects.toThrow(PinUsedUp);
    expect(rig.account()).toMatchObject(blocked);

    const used = await rig.askToUnblock();
    await rig.unblock(used.id);
    await expect(rig.unblock(used.id)).rejects.toThrow(PinUsedUp);
  });

  it("needs a control code, and is helped five times a day", async () => {
    await expect(rig.askToUnblock("jana.novakova", "no")).rejects.toThrow(ControlCodeRefused);
    for (let count = 0; count < 8; count += 1) await rig.askToUnblock();
    expect(rig.mails()).toHaveLength(5);
  });

  it("of nobody is not unblocked by any PIN", async () => {
    const { id } = await rig.askToUnblock("nobody");
    await expect(rig.unblock(id)).rejects.toThrow(PinWrong);
  });

  it("of an account that is being deleted meanwhile stays so", async () => {
    const { id } = await rig.askToUnblock();
    const { now, records } = rig.world;
    const asked = requestDeletion(rig.account(), now, 60);
    await records.commit([{ put: beginDeletion(asked, now) }]);
    await expect(rig.unblock(id)).rejects.toThrow(PinUsedUp);
    expect(rig.account()).toMatchObject(blocked);
  });

  it("does not use up the day's new passwords", async () => {
    for (let count = 0; count < 6; count += 1) await rig.askToUnblock();
    await rig.ask();
    expect(rig.mails().at(-1)).toMatchObject({ template: "password-reset" });
  });
});
