import type { Confirmation } from "../../domain/access-records.ts";
import { type ConfirmationPurpose, pinContact } from "../../domain/confirmation.ts";
import {
  ChecklistIncomplete,
  KeyNotLinkable,
  NoUsableKey,
  SecurityKeyMissing,
  WrongState,
} from "../../domain/errors.ts";
import type { Session } from "../../domain/records.ts";
import { isUsable, type SecurityKey } from "../../domain/security-key.ts";
import { opensServices } from "../../domain/service-login.ts";
import { secondsAfter } from "../../domain/session-times.ts";
import { loadAccount } from "../load-account.ts";
import type { Ceremonies } from "../ports/fido.ts";
import type { Passwords } from "../ports/platform.ts";
import { message, newId, type Writing } from "../writing.ts";
import { makeCheckPassword } from "./check-password.ts";
import { requirePassword } from "./confirmed.ts";

const CONFIRMATION_LOGIN_SECONDS = 300;

export type ConfirmationOutcome =
  | {
      state: "security-key-needed";
      confirmationId: string;
      options: unknown;
      /** Names of keys: those touched, and those that each has to be. */
      touched: string[];
      left: string[];
    }
  | { state: "email-pin-needed" | "phone-pin-needed"; confirmationId: string }
  | { state: "confirmed"; until: string; token: string; session: Session };

/** Those that may be asked for. Throws `NoUsableKey` where the account has keys, but none that opens anything. */
export const usable = (keys: readonly SecurityKey[]): SecurityKey[] => {
  const left = keys.filter(isUsable);
  if (left.length === 0 && keys.length > 0) throw new NoUsableKey("every key may have a copy");
  return left;
};

/** The keys that may answer next: of a login to a government service, those that NIA knows. */
export const candidates = (
  keys: readonly SecurityKey[],
  { purpose, keysLeft }: Pick<Confirmation, "purpose" | "keysLeft">,
): SecurityKey[] =>
  usable(keys)
    .filter(({ id }) => keysLeft.length === 0 || keysLeft.includes(id))
    .filter((key) => purpose !== "log-in-to-service" || opensServices(key));

/** What the browser is told for the next touch. */
export const askForTouch = (
  { id: confirmationId, keysTouched, keysLeft }: Confirmation,
  keys: readonly SecurityKey[],
  options: unknown,
) => {
  const namesOf = (ids: readonly string[]) =>
    keys.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return {
    state: "security-key-needed" as const,
    confirmationId,
    options,
    touched: namesOf(keysTouched),
    left: namesOf(keysLeft),
  };
};

/**
 * Begins a confirmation login: the password is checked now, a key (or, while there is none, a PIN to a contact)
 * follows. For `link` every picked key has to be touched. Throws `CertificateNotEnough` to a certificate session.
 */
export const makeConfirm = (writing: Writing & { passwords: Passwords; ceremonies: Ceremonies }) => {
  const checkPassword = makeCheckPassword(writing);
  return async (command: {
    session: Session;
    purpose: ConfirmationPurpose;
    password: string;
    keyIds?: string[] | undefined;
  }): Promise<ConfirmationOutcome> => {
    const { records, clock, random, ceremonies } = writing;
    requirePassword(command.session);
    const { account: read, keys } = await loadAccount(records, command.session.accountId);
    const account = { ...(await checkPassword(read, command.password)), wrongPasswords: 0 };
    // Also proves that no wrong password was counted, and none changed, while this one was being checked.
    const right = { put: account };

    const at = clock();
    const keysLeft = command.purpose === "link" ? (command.keyIds ?? []) : [];
    if (
      command.purpose === "link" &&
      (keysLeft.length === 0 || candidates(keys, { purpose: "link", keysLeft }).length !== keysLeft.length)
    )
      throw new KeyNotLinkable("a picked key is not there");
    const confirmation: Confirmation = {
      type: "confirmation",
      accountId: account.id,
      id: newId(random),
      version: 0,
      sessionId: command.session.id,
      purpose: command.purpose,
      keysLeft,
      keysTouched: [],
      wrongPins: 0,
      expiresAt: secondsAfter(at, CONFIRMATION_LOGIN_SECONDS),
    };

    if (keys.length > 0) {
      const allowed = candidates(keys, confirmation);
      if (allowed.length === 0) throw new WrongState("no linked key");
      const { challenge, options } = await ceremonies.authenticationOptions(allowed);
      await records.commit([right, { put: { ...confirmation, challenge, askedAt: at } }]);
      return askForTouch(confirmation, keys, options);
    }
    if (command.purpose === "add-certificate") throw new SecurityKeyMissing("the account has no key");
    const contact = pinContact(command.purpose, account);
    if (contact === undefined) throw new ChecklistIncomplete("linkable-key");
    await records.commit([
      right,
      { put: { ...confirmation, pinRound: 1 } },
      message(writing, at, contact === "email" ? "mail" : "sms", {
        template: "confirmation-pin",
        language: account.language,
        accountId: account.id,
        confirmationId: confirmation.id,
        round: 1,
      }),
    ]);
    return { state: `${contact}-pin-needed`, confirmationId: confirmation.id };
  };
};
