import type { LinkSuspension } from "./link-suspension.ts";
import type { Undeliverable } from "./mail-feedback.ts";
import type { Deletion } from "./deletion.ts";
import type { IsoInstant, Person } from "./person.ts";
import type { RegistryState } from "./registry-sync.ts";

export const languages = ["cs", "en"] as const;
export type Language = (typeof languages)[number];

export type VerificationMethod = "czech-point" | "eobcanka";

/** A contact that answered a PIN. */
export interface Contact {
  value: string;
  verifiedAt: IsoInstant;
  /** When it took the place of another one; absent where it is the one of the registration. */
  changedAt?: IsoInstant;
  /** Mail to it is of no use. Gone with the next verification, of this one or another. */
  undeliverable?: { reason: Undeliverable; since: IsoInstant };
}

export type ContactKind = "email" | "phone";

/** What a user registered. It exists from the moment both contacts answered their PINs. */
export interface Account {
  type: "account";
  id: string;
  version: number;
  /** As the user wrote it; unique without regard to case. */
  username: string;
  person: Person;
  email: Contact;
  /** E.164. */
  phone: Contact;
  organization?: string;
  companyNumber?: string;
  vatNumber?: string;
  citizenship: "CZ" | "other";
  language: Language;
  /** PHC string of argon2id. */
  passwordHash: string;
  wrongPasswords: number;
  passwordBlockedAt?: IsoInstant;
  /** When mails were sent that help whoever can't log in: no more than some a day. */
  recoveries?: { reset?: IsoInstant[]; unblock?: IsoInstant[]; twoFactor?: IsoInstant[] };
  createdAt: IsoInstant;
  /** Who confirmed that the account's data are a real person's, and when. */
  validation?: { source: VerificationMethod; at: IsoInstant };
  link?: Link;
  /** Since the account was first linked. */
  registry?: RegistryState;
  /** Asked for, or under way. */
  deletion?: Deletion;
}

/** NIA knows the account by this pseudonym (Bsi), and its linked keys. */
export interface Link {
  pseudonym: string;
  state: "active" | "suspended";
  suspendedAt?: IsoInstant;
  /** It is active again once none is left. Absent while there is none. */
  suspendedFor?: LinkSuspension[];
  linkedAt: IsoInstant;
  verificationId: string;
}
