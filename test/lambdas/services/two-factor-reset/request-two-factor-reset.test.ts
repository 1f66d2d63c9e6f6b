import { beforeEach, describe, expect, it } from "vitest";
import { ControlCodeRefused, PinUsedUp, PinWrong } from "../../../../lambdas/domain/errors.ts";
import { removedKey } from "../../../../lambdas/services/keys/key-rows.ts";
import { accountId } from "../../../support/builders.ts";
import { resetting, rightOf } from "./resetting.ts";

let rig: Awaited<ReturnType<typeof resetting>>;
const HOUR = 3600;

beforeEach(async () => {
  rig = await resetting();
});

const reasons = () => rig.world.records.audit.map(({ reason }) => reason);

describe("asking for a two-factor reset", () => {
  it.each(["jana.novakova", " Jana.Novakova ", "JANA@example.cz"])(
    "sends a PIN to each contact, and stores none: “%s”",
    async (login) => {
      const written: string[] = [];
      rig.world.records.beforeCommit = (writes) => {
        written.push(JSON.stringify(writes));
      };
      const { id } = await rig.ask(login);
      expect(rig.messages()).toEqual(["mail two-factor-reset-email-pin", "sms two-factor-reset-phone-pin"]);
      expect(rig.reset(id)).toMatchObject({ accountId, expiresAt: "2026-11-23T09:15:00.000Z" });
      const { emailPin, phonePin } = await rightOf(id);
      expect(emailPin).not.toBe(phonePin);
      expect(written.join()).not.toContain(emailPin);
      expect(written.join()).not.toContain(phonePin);
      expect(rig.world.records.audit).toMatchObject([
        { action: "two-factor-reset-asked", actor: "user", accountId, reason: "sent" },
      ]);
    },
  );

  it("needs a control code", async () => {
    await expect(rig.ask("jana.novakova", "no")).rejects.toThrow(ControlCodeRefused);
    expect(rig.messages()).toEqual([]);
  });

  it.each(["email", "phone"] as const)(
    "tells both contacts why not where the %s was changed less than 72 hours ago",
    async (kind) => {
      const contact = { ...rig.account()[kind], changedAt: rig.world.now };
      await rig.world.records.commit([{ put: { ...rig.account(), [kind]: contact } }]);
      rig.world.pass(72 * HOUR - 1);
      const { id } = await rig.ask();
      expect(rig.messages()).toEqual(["mail two-factor-reset-too-soon", "sms two-factor-reset-too-soon"]);
      await expect(rig.remove(id)).rejects.toThrow(PinWrong);
      rig.world.pass(1);
      const later = await rig.ask();
      await rig.remove(later.id);
      expect(reasons()).toEqual(expect.arrayContaining(["too-soon", "sent", "two-factor-reset"]));
    },
  );

  it("mails that there is nothing to remove, without any PIN", async () => {
    const keys = rig.world.records.all("security-key");
    await rig.world.records.commit(keys.flatMap(removedKey));
    const { id } = await rig.ask();
    expect(rig.messages()).toEqual(["mail two-factor-reset-unneeded"]);
    await expect(rig.remove(id)).rejects.toThrow(PinWrong);
  });

  it("sends five times a day at most, however many ask at the same moment", async () => {
    await Promise.allSettled(Array.from({ length: 20 }, async () => await rig.ask()));
    for (let count = 0; count < 6; count += 1) await rig.ask("jana@example.cz");
    expect(rig.messages().filter((message) => message.startsWith("sms"))).toHaveLength(5);
    expect(reasons()).toContain("too-many");
    rig.world.pass(24 * HOUR);
    await rig.ask();
    expect(rig.messages().filter((message) => message.startsWith("sms"))).toHaveLength(6);
  });

  it("of nobody leads nowhere, by whatever PINs", async () => {
    const { id } = await rig.ask("nobody");
    expect(rig.messages()).toEqual([]);
    for (let count = 0; count < 5; count += 1) await expect(rig.remove(id)).rejects.toThrow(PinWrong);
    await expect(rig.remove(id)).rejects.toThrow(PinUsedUp);
  });
});
