import type { DocumentType, IdentityDocument, IsoDate } from "../../domain/person.ts";

/** What TR_ZTOTOZNENI is asked with (nia-soap.md, 8.1). */
export interface PersonQuery {
  firstName: string;
  lastName: string;
  birthDate: IsoDate;
  /** RÚIAN code of the address place. */
  addressPlaceCode?: string;
  document?: IdentityDocument;
}

/** The pseudonym (Bsi) is this provider's alone and is the key for every later call. */
export interface IdentifiedPerson {
  pseudonym: string;
  /** As the registry holds them, in capitals. */
  firstName?: string;
  lastName?: string;
  birthDate?: IsoDate;
  addressPlaceCode?: string;
  correlationId?: string;
}

export type AuthenticatorState = "Neaktivni" | "Aktivni" | "Ukonceny";
export type NiaLoa = "None" | "Low" | "Substantial" | "High";

export interface AuthenticatorRecord {
  pseudonym: string;
  /** IdentifikaceProstredku. */
  authenticatorId: string;
  loa: NiaLoa;
  state: AuthenticatorState;
  /** The document that proved the person's identity. */
  document?: { type: DocumentType; number: string };
}

export interface AuthenticatorChange {
  pseudonym: string;
  authenticatorId: string;
  loa?: NiaLoa;
  state: AuthenticatorState;
  /** Why: at most 255 characters, no personal data. */
  message: string;
}

export interface NiaNotification {
  id: string;
  pseudonym: string;
  /** Local time in Prague without a zone, as NIA writes it. */
  at: string;
  source: "ROBREF" | "EVPROST";
  text: string;
  referenceData?: { firstName?: string; lastName?: string; birthDate?: IsoDate; addressPlaceCode?: string };
  pseudonymInvalidated: boolean;
}

export interface NotificationPage {
  notifications: NiaNotification[];
  /** Entries that make no sense, by their id and why. They must not keep the others from being read. */
  unreadable: { id: string; why: string }[];
  lastId?: string;
  more: boolean;
  correlationId?: string;
}

/**
 * The Czech national identity authority, over WS-Trust and SOAP (nia-soap.md).
 *
 * Every call throws one of: `NiaUnavailable` (nothing happened there, try again later), `NiaOutcomeUnknown` (a write
 * may or may not have happened), `NiaRefused` (it answered, and repeating the same will not help), `NiaReplyInvalid`
 * (its reply failed a check, so it is no evidence of anything; a write may have happened).
 */
export interface Nia {
  /** Throws also `PersonNotFound` and `PersonAmbiguous`. */
  identify(query: PersonQuery): Promise<IdentifiedPerson>;
  /** `already-exists`: a record of this Bsi and identifier stands already, in whatever state. */
  writeAuthenticator(
    record: AuthenticatorRecord,
  ): Promise<{ outcome: "registered" | "already-exists"; correlationId?: string }>;
  /** `no-such-record` on ending is success. */
  changeAuthenticator(
    change: AuthenticatorChange,
  ): Promise<{ outcome: "changed" | "no-such-record"; correlationId?: string }>;
  /** From the given id on, inclusive or not (nia-soap.md, 8.4): drop what was seen already. */
  notifications(fromId?: string): Promise<NotificationPage>;
}
