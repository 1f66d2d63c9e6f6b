import type { Account } from "../../domain/account.ts";
import { PinUsedUp, PinWrong } from "../../domain/errors.ts";
import { isSameSecret, pinSubject, REGISTRATION_TRIES, requireTriesLeft } from "../../domain/pin.ts";
import type { Registration } from "../../domain/access-records.ts";
import type { DerivePin } from "../ports/platform.ts";
import { audited, mailTo, message, takePhone, type Writing } from "../writing.ts";
import { claimUsername } from "./register.ts";

const ROUNDS = 6;

type Pins = Writing & { derivePin: DerivePin };

/** A registration in that step. Throws `PinUsedUp` where it is over, unknown or past that step. */
const load = async ({ records, clock }: Pins, id: string, step?: Registration["step"]) => {
  const registration = await records.get("registration", { id });
  if (registration === undefined || registration.expiresAt <= clock())
    throw new PinUsedUp("the registration is over");
  if (step !== undefined && registration.step !== step)
    throw new PinUsedUp(`the step is ${registration.step}`);
  return registration;
};

/** Throws `PinWrong` and counts, unless the PIN is the one of this step and round. */
const check = async (pins: Pins, registration: Registration, pin: string): Promise<void> => {
  requireTriesLeft(registration.wrongPins, REGISTRATION_TRIES);
  const { step, id, round, emailTaken } = registration;
  const expected = await pins.derivePin(pinSubject(step, id, round));
  if (isSameSecret(pin, expected) && !emailTaken) return;
  await pins.records.commit([{ put: { ...registration, wrongPins: registration.wrongPins + 1 } }]);
  throw new PinWrong("the PIN does not match");
};

/** PIN1: the e-mail is verified, and PIN2 goes to the phone. */
export const makeEnterEmailPin =
  (pins: Pins) =>
  async (command: { registrationId: string; pin: string }): Promise<void> => {
    const registration = await load(pins, command.registrationId, "email-pin");
    await check(pins, registration, command.pin);
    const at = pins.clock();
    await pins.records.commit([
      { put: { ...registration, step: "phone-pin", round: 1, emailVerifiedAt: at } },
      message(pins, at, "sms", {
        template: "phone-pin",
        language: registration.draft.language,
        registrationId: registration.id,
        round: 1,
      }),
    ]);
  };

/** PIN2: the account comes to be, with its username and e-mail claimed in the same transaction. */
export const makeEnterPhonePin =
  (pins: Pins) =>
  async (command: { registrationId: string; pin: string }): Promise<void> => {
    const registration = await load(pins, command.registrationId, "phone-pin");
    await check(pins, registration, command.pin);
    const at = pins.clock();
    const { draft, emailVerifiedAt = at } = registration;
    const account: Account = {
      ...draft,
      type: "account",
      version: 0,
      email: { value: draft.email, verifiedAt: emailVerifiedAt },
      phone: { value: draft.phone, verifiedAt: at },
      createdAt: at,
    };
    await pins.records.commit([
      { put: account },
      { put: await claimUsername(pins.records, account.username, account.id, at) },
      { put: { type: "claim", kind: "email", value: draft.email, version: 0, accountId: account.id } },
      ...takePhone(pins, at, account.id, draft.phone),
      { remove: registration },
      mailTo(pins, at, account, "welcome"),
      audited(pins, at, { action: "account-created", actor: "user", accountId: account.id }),
    ]);
  };

/** Another PIN of the present step; the one before is void, wrong tries stay counted. Throws `PinUsedUp`. */
export const makeResendPin =
  (pins: Pins) =>
  async (command: { registrationId: string }): Promise<void> => {
    const registration = await load(pins, command.registrationId);
    requireTriesLeft(registration.wrongPins, REGISTRATION_TRIES);
    if (registration.round >= ROUNDS) throw new PinUsedUp("too many PINs were sent");
    const round = registration.round + 1;
    const mail = registration.step === "email-pin";
    await pins.records.commit([
      { put: { ...registration, round } },
      message(pins, pins.clock(), mail ? "mail" : "sms", {
        template: mail ? (registration.emailTaken ? "email-has-account" : "email-pin") : "phone-pin",
        language: registration.draft.language,
        registrationId: registration.id,
        round,
      }),
    ]);
  };
