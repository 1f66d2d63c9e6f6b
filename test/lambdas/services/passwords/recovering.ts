import { linkSubject, pinSubject } from "../../../../lambdas/domain/pin.ts";
import type { Account } from "../../../../lambdas/domain/account.ts";
import { makeFinishReset } from "../../../../lambdas/services/passwords/finish-reset.ts";
import { makeResetWithKey } from "../../../../lambdas/services/passwords/reset-with-key.ts";
import { makeEnterResetPin, makeOpenReset } from "../../../../lambdas/services/passwords/open-reset.ts";
import { makeRequestReset } from "../../../../lambdas/services/passwords/request-reset.ts";
import { makeRequestUnblocking, makeUnblock } from "../../../../lambdas/services/passwords/unblock.ts";
import { accountId, aKey, anAccount, aSession } from "../../../support/builders.ts";
import { type AskedKeys, memoryCeremonies, touchOf } from "../../../support/memory-ceremonies.ts";
import {
  deriveLinkSecret,
  derivePin,
  memoryCommonPasswords,
  memoryControlCodes,
  memoryPasswords,
  rightControlCode,
} from "../../../support/memory-platform.ts";
import { aWorld } from "../../../support/world.ts";

export const newPassword = "a password of today";

/** An account with a session, and all that leads back to it. */
export const recovering = async (change: Partial<Account> = {}) => {
  const world = aWorld();
  const passwords = memoryPasswords();
  const ports = {
    ...world,
    // The world's clock moves.
    clock: () => world.now,
    passwords,
    commonPasswords: memoryCommonPasswords,
    controlCodes: memoryControlCodes(),
    ceremonies: memoryCeremonies(),
    derivePin,
    deriveLinkSecret,
  };
  await world.records.commit([
    { put: anAccount(change) },
    { put: aSession([]) },
    { put: { type: "claim", kind: "username", value: "jana.novakova", version: 0, accountId } },
    { put: { type: "claim", kind: "email", value: "jana@example.cz", version: 0, accountId } },
  ]);
  const mails = () =>
    world.records
      .all("outbox-item")
      .flatMap((item) => (item.channel === "mail" && item.deliveredAt === undefined ? [item] : []));
  /** As the newest mail says. */
  const link = async () => {
    const resetId = mails().findLast(({ template }) => template === "password-reset")?.subjectId ?? "";
    return { resetId, secret: await deriveLinkSecret(linkSubject("password-reset", resetId)) };
  };
  const round = () => world.records.all("password-reset").find((reset) => reset.round > 0)?.round ?? 0;
  const rig = {
    world,
    passwords,
    mails,
    link,
    account: () => world.records.all("account")[0]!,
    reset: (id: string) => world.records.all("password-reset").find((reset) => reset.id === id),
    addKey: async (id = "key-1") => {
      await world.records.commit([{ put: aKey(id) }]);
    },
    ask: async (login = "jana.novakova", controlCode = rightControlCode) => {
      await makeRequestReset(ports)({ login, controlCode });
    },
    open: async (given?: { resetId: string; secret: string }) =>
      await makeOpenReset(ports)(given ?? (await link())),
    pin: async (pin?: string, given?: { resetId: string; secret: string }) => {
      const place = given ?? (await link());
      const right = await derivePin(pinSubject("reset-pin", place.resetId, round()));
      return await makeEnterResetPin(ports)({ ...place, pin: pin ?? right });
    },
    /** Up to the step that follows the code. */
    enter: async () => {
      await rig.ask();
      await rig.open();
      const step = await rig.pin();
      const { resetId } = await link();
      return { step, resetId, handle: step.handle };
    },
    touch: async (place: { resetId: string; handle: string }, options: unknown, keyId = "key-1") => {
      const { challenge } = options as AskedKeys;
      await makeResetWithKey(ports)({ ...place, response: touchOf(keyId, challenge) });
    },
    finish: async ({ resetId, handle }: { resetId: string; handle: string }, password = newPassword) => {
      await makeFinishReset(ports)({ resetId, handle, password });
    },
    askToUnblock: async (login = "jana.novakova", controlCode = rightControlCode) =>
      await makeRequestUnblocking(ports)({ login, controlCode }),
    unblock: async (id: string, pin?: string) => {
      const right = await derivePin(pinSubject("unblock-pin", id, 1));
      await makeUnblock(ports)({ id, pin: pin ?? right });
    },
  };
  return rig;
};
