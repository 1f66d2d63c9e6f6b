import type { Account, ContactKind } from "./account.ts";
import type { ConfirmationPurpose } from "./confirmation.ts";
import type { IsoInstant } from "./person.ts";

/** A registration under way: an account comes of it once both contacts have answered their PINs. */
export interface Registration {
  type: "registration";
  id: string;
  version: number;
  /** The account to be; its PINs and contacts are not verified yet. */
  draft: Omit<Account, "email" | "phone" | "version" | "type"> & { email: string; phone: string };
  /** Set where the e-mail belongs to an account already: nothing can come of it, and nobody is told. */
  emailTaken: boolean;
  step: "email-pin" | "phone-pin";
  /** Counts the PINs sent, so that each is another one. */
  round: number;
  /** Of both steps and all rounds. */
  wrongPins: number;
  emailVerifiedAt?: IsoInstant;
  expiresAt: IsoInstant;
}

/** A login whose password was right and that waits for the key. */
export interface LoginAttempt {
  type: "login-attempt";
  /** Hash of the handle that the browser holds. */
  id: string;
  version: number;
  accountId: string;
  /** Hash of the stored password that was right: void once there is another one. */
  passwordMark: string;
  challenge: string;
  askedAt: IsoInstant;
  expiresAt: IsoInstant;
}

/** A new contact that has not answered its PIN yet. An account changes one at a time. */
export interface ContactChange {
  type: "contact-change";
  accountId: string;
  id: string;
  version: number;
  kind: ContactKind;
  /** In the form in which contacts are kept. */
  value: string;
  /** The other account that has the e-mail: its owner is told, and nothing can come of it. */
  takenBy?: string;
  /** Counts the PINs sent, so that each is another one. */
  round: number;
  /** Of all rounds. */
  wrongPins: number;
  expiresAt: IsoInstant;
}

/** That an account has this phone: several may. Written once and never changed, so that its version is always 1. */
export interface PhoneHolder {
  type: "phone-holder";
  phone: string;
  accountId: string;
  version: number;
}

/** A way back for whoever forgot the password. One that nobody asked for with a known name leads nowhere. */
export interface PasswordReset {
  type: "password-reset";
  id: string;
  version: number;
  /** Way back by a verified form: its link alone leads to the new password. */
  byForm?: true;
  accountId: string;
  /** Hash of the stored password at the beginning: void once there is another one. */
  passwordMark: string;
  step: "link" | "phone-pin" | "security-key" | "password";
  /** Counts the PINs sent, so that each is another one. */
  round: number;
  /** Of all rounds. */
  wrongPins: number;
  /** Hash of what the browser holds that entered the PIN, and until when it is good. */
  handleHash?: string;
  handleUntil?: IsoInstant;
  challenge?: string;
  askedAt?: IsoInstant;
  /** The key that confirmed it. */
  keyTouched?: string;
  expiresAt: IsoInstant;
}

/**
 * A way back for whoever can't use their second factor: a PIN from each contact and the password remove them all. One
 * that nobody asked for with a known name leads nowhere.
 */
export interface TwoFactorReset {
  type: "two-factor-reset";
  id: string;
  version: number;
  accountId: string;
  /** Each counted before it is looked at, whatever was wrong in it. */
  tries: number;
  expiresAt: IsoInstant;
}

/** Password login that is to be unblocked by a PIN from the e-mail. Leads nowhere where there is nothing to unblock. */
export interface Unblocking {
  type: "unblocking";
  id: string;
  version: number;
  accountId: string;
  wrongPins: number;
  expiresAt: IsoInstant;
}

/** A confirmation login under way in one session. */
export interface Confirmation {
  type: "confirmation";
  accountId: string;
  id: string;
  version: number;
  sessionId: string;
  purpose: ConfirmationPurpose;
  /** Keys that still have to be touched; empty from the start where one touch of any key will do. */
  keysLeft: string[];
  keysTouched: string[];
  challenge?: string;
  askedAt?: IsoInstant;
  /** Without a key: the round of the PIN sent to the phone. */
  pinRound?: number;
  wrongPins: number;
  expiresAt: IsoInstant;
}

/** The challenge of a key being added. */
export interface KeyCeremony {
  type: "key-ceremony";
  accountId: string;
  id: string;
  version: number;
  challenge: string;
  expiresAt: IsoInstant;
}
