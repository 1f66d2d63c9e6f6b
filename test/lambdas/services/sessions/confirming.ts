import type { ConfirmationPurpose } from "../../../../lambdas/domain/confirmation.ts";
import { pinSubject } from "../../../../lambdas/domain/pin.ts";
import { makeAuthenticate } from "../../../../lambdas/services/sessions/authenticate.ts";
import { type ConfirmationOutcome, makeConfirm } from "../../../../lambdas/services/sessions/confirm.ts";
import { makeConfirmWithKey } from "../../../../lambdas/services/sessions/confirm-with-key.ts";
import { makeConfirmWithPin } from "../../../../lambdas/services/sessions/confirm-with-pin.ts";
import { newSession } from "../../../../lambdas/services/sessions/open-session.ts";
import { accountId, aKey, anAccount } from "../../../support/builders.ts";
import { type AskedKeys, memoryCeremonies, type touchOf } from "../../../support/memory-ceremonies.ts";
import { derivePin, memoryPasswords } from "../../../support/memory-platform.ts";
import { aWorld } from "../../../support/world.ts";

const times = { idle: 1800, absolute: 43_200 };

export const asked = (outcome: ConfirmationOutcome) => {
  if (outcome.state !== "security-key-needed") throw new Error(`the state is ${outcome.state}`);
  return { ...outcome, ...(outcome.options as AskedKeys) };
};
export const confirmed = (outcome: ConfirmationOutcome) => {
  if (outcome.state !== "confirmed") throw new Error(`the state is ${outcome.state}`);
  return outcome;
};
export const pinOf = async (confirmationId: string) =>
  await derivePin(pinSubject("confirmation-pin", confirmationId, 1));

/** An account with one session, and all that a confirmation login is done with. */
export const confirming = async () => {
  const world = aWorld();
  const ports = { ...world, passwords: memoryPasswords(), ceremonies: memoryCeremonies(), derivePin };
  await world.records.commit([{ put: anAccount() }]);

  const authenticate = async (token: string) => await makeAuthenticate(world, times)(token);
  const open = async () => {
    const details = { accountId, method: "password" as const, userAgent: "test" };
    const opened = newSession(world.random, times, world.now, details);
    await world.records.commit([{ put: opened.session }]);
    return { token: opened.token, session: await authenticate(opened.token) };
  };
  const { token, session } = await open();
  /** The session that begins and, where no other one is given, goes on. */
  const current = { session };
  return Object.assign(current, {
    world,
    token,
    authenticate,
    open,
    addKeys: async (...ids: string[]) => {
      await world.records.commit(ids.map((id) => ({ put: aKey(id) })));
    },
    begin: async (purpose: ConfirmationPurpose, keyIds?: string[], password = "correct horse battery") =>
      await makeConfirm(ports)({ session: current.session, purpose, password, keyIds }),
    withKey: async (confirmationId: string, response: ReturnType<typeof touchOf>, by = current.session) =>
      await makeConfirmWithKey(ports)({ session: by, confirmationId, response }),
    withPin: async (confirmationId: string, pin: string, by = current.session) =>
      await makeConfirmWithPin(ports)({ session: by, confirmationId, pin }),
  });
};
