import { PinUsedUp, PinWrong } from "../../domain/errors.ts";
import { maskPhone } from "../../domain/masked-contact.ts";
import { isSameSecret, pinSubject, requireTriesLeft } from "../../domain/pin.ts";
import type { PasswordReset } from "../../domain/access-records.ts";
import { secondsAfter } from "../../domain/session-times.ts";
import type { Ceremonies } from "../ports/fido.ts";
import type { DeriveLinkSecret, DerivePin } from "../ports/platform.ts";
import { retrying } from "../retrying.ts";
import { usable } from "../sessions/confirm.ts";
import { hashOf, makeHandle } from "../sessions/token.ts";
import { message, type Writing } from "../writing.ts";
import { loadByLink } from "./load-reset.ts";

const ROUNDS = 6;
const HANDLE_SECONDS = 1800;

type Ports = Writing & { deriveLinkSecret: DeriveLinkSecret; derivePin: DerivePin; ceremonies: Ceremonies };

/** Without what the steps after the PIN have left. */
const afresh = (reset: PasswordReset): PasswordReset => {
  const { type, id, version, accountId, passwordMark, step, round, wrongPins, expiresAt } = reset;
  return { type, id, version, accountId, passwordMark, step, round, wrongPins, expiresAt };
};

/** The link was opened: a code goes to the phone, another one each time. Throws `LinkUsedUp`, `PinUsedUp`. */
export const makeOpenReset =
  (ports: Ports) =>
  async (command: { resetId: string; secret: string }): Promise<{ phone: string }> =>
    await retrying(async () => {
      const { reset, loaded } = await loadByLink(ports, command.resetId, command.secret);
      requireTriesLeft(reset.wrongPins);
      if (reset.round >= ROUNDS) throw new PinUsedUp("too many codes were sent");
      const round = reset.round + 1;
      const { id: accountId, phone } = loaded.account;
      const code = { template: "reset-pin", accountId, subjectId: reset.id, round } as const;
      await ports.records.commit([
        { put: { ...afresh(reset), step: "phone-pin", round } },
        message(ports, ports.clock(), "sms", code),
      ]);
      return { phone: maskPhone(phone.value) };
    });

export type ResetStep = { handle: string } & (
  | { state: "security-key-needed"; options: unknown }
  | { state: "password-needed" }
);

/**
 * The code from the phone. From here on the browser that entered it goes on by a handle of its own; where the account
 * has a key, with its touch. Throws `LinkUsedUp`, `PinWrong`, `PinUsedUp`, `NoUsableKey`.
 */
export const makeEnterResetPin = (ports: Ports) => {
  const { records, clock, random, ceremonies } = ports;
  return async (command: { resetId: string; secret: string; pin: string }): Promise<ResetStep> =>
    await retrying(async () => {
      const { reset, loaded } = await loadByLink(ports, command.resetId, command.secret);
      requireTriesLeft(reset.wrongPins);
      const { id, step, round } = reset;
      const expected = await ports.derivePin(pinSubject("reset-pin", id, round));
      if (step !== "phone-pin" || !isSameSecret(command.pin, expected)) {
        await records.commit([{ put: { ...reset, wrongPins: reset.wrongPins + 1 } }]);
        throw new PinWrong("the code does not match");
      }
      const handle = makeHandle(random);
      const askedAt = clock();
      const handleUntil = secondsAfter(askedAt, HANDLE_SECONDS);
      const held = { ...afresh(reset), handleHash: hashOf(handle), handleUntil };
      const keys = usable(loaded.keys);
      if (keys.length === 0) {
        await records.commit([{ put: { ...held, step: "password" } }]);
        return { state: "password-needed", handle };
      }
      const { challenge, options } = await ceremonies.authenticationOptions(keys);
      await records.commit([{ put: { ...held, step: "security-key", challenge, askedAt } }]);
      return { state: "security-key-needed", handle, options };
    });
};
