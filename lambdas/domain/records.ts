import type { Authenticator } from "./authenticator.ts";
import type {
  Confirmation,
  ContactChange,
  KeyCeremony,
  LoginAttempt,
  PasswordReset,
  PhoneHolder,
  Registration,
  TwoFactorReset,
  Unblocking,
} from "./access-records.ts";
import type { Account, Language } from "./account.ts";
import type { CallChecks } from "./call.ts";
import type { CertificateHandover, ClientCertificate } from "./client-certificate.ts";
import type { Proposal } from "./case-decisions.ts";
import type { FeedCursor, SetAsideNotification } from "./registry-feed.ts";
import type { BoxCursor, BoxMessage } from "./box-message.ts";
import type { ModelChange, ModelKey } from "./model-key.ts";
import type {
  OperatorEnrolment,
  OperatorLogin,
  Operator,
  OperatorRoster,
  OperatorSession,
} from "./operator.ts";
import type { DeadlinePauses } from "./pauses.ts";
import type { IsoInstant } from "./person.ts";
import type { PortalLogin } from "./portal-login.ts";
import type { ResetForm } from "./reset-form.ts";
import type { SecurityKey } from "./security-key.ts";
import type { Session } from "./session.ts";
import type { ServiceLogin, ServiceSession } from "./service-login.ts";
import type { Verification } from "./verification.ts";

export type { Session };

/** A value that only one owner may hold: taken and freed in the transaction of the change it belongs to. */
export interface Claim {
  type: "claim";
  kind:
    | "username"
    | "email"
    | "pseudonym"
    | "code"
    | "control-code"
    | "credential"
    | "certificate"
    | "saml-message";
  /** Normalised: lower case for username and e-mail, without separators for codes. */
  value: string;
  version: number;
  accountId: string;
  /** The verification that an identification code stands for. */
  verificationId?: string;
  /** A reservation of a registration under way, or a code that nobody can answer any more: free again after that. */
  expiresAt?: IsoInstant;
}

export const caseKinds = [
  "unmatched-answer",
  "unreadable-message",
  "system-message",
  "identity-review",
  "not-me",
  "another-person",
  "nia-unavailable",
  /** NIA could not be told what it is to hold of a key. */
  "nia-not-told",
  /** NIA has no record of a key that it had registered. */
  "nia-record-missing",
  "notification-set-aside",
  "notification-unreadable",
  "pseudonym-invalidated",
  "authenticator-changed-elsewhere",
  "unknown-address-place",
] as const;
export type CaseKind = (typeof caseKinds)[number];

export const caseOutcomes = ["retried", "given-up", "settled", "assigned", "passed", "rejected"] as const;

/** Something an operator has to decide. */
export interface OperatorCase {
  type: "operator-case";
  id: string;
  version: number;
  state: "open" | "closed";
  kind: CaseKind;
  accountId?: string;
  verificationId?: string;
  authenticatorId?: string;
  /** NIA's notification it is about. */
  notificationId?: string;
  /** The data box message it is about. */
  messageId?: string;
  openedAt: IsoInstant;
  /** What one operator asks for, where the case takes two. */
  proposal?: Proposal;
  closed?: {
    at: IsoInstant;
    /** The operator, as the command or the console knows them. */
    by: string;
    outcome: (typeof caseOutcomes)[number];
  };
}

export type MessageTemplate =
  | "email-pin"
  | "phone-pin"
  | "email-has-account"
  | "welcome"
  | "password-blocked"
  | "password-changed"
  | "password-reset"
  | "password-reset-too-soon"
  | "password-unblocked"
  | "two-factor-reset-email-pin"
  | "two-factor-reset-phone-pin"
  | "two-factor-reset-too-soon"
  | "two-factor-reset-unneeded"
  | "two-factor-reset"
  | "reset-pin"
  | "unblock-pin"
  | "contact-pin"
  | "email-taken"
  | "email-changed"
  | "phone-changed"
  | "phone-shared"
  | "confirmation-pin"
  | "key-added"
  | "key-cloned"
  | "certificate-added"
  | "certificate-removed"
  | "key-removed"
  | "model-disqualified"
  | "model-restored"
  | "key-linkable"
  | "verification-created"
  | "registry-data-received"
  | "review-needed"
  | "reminder"
  | "expired"
  | "cancelled"
  | "stopped"
  | "completion-undone"
  | "linked"
  | "registry-data-changed"
  | "link-suspended"
  | "helpdesk-suspended"
  | "helpdesk-resumed"
  | "call-checked"
  | "deletion-requested"
  | "deletion-cancelled"
  | "deletion-reminder"
  | "account-deleted"
  | "unlinked"
  | "login-reset"
  | "login-reset-registered"
  | "login-reset-refused"
  | "login-was-reset";

/** What is to be done outside, written in the transaction of the change itself. Holds no token and no PIN. */
export type OutboxItem = {
  type: "outbox-item";
  id: string;
  version: number;
  createdAt: IsoInstant;
  attempts: number;
  deliveredAt?: IsoInstant;
  leaseUntil?: IsoInstant;
  givenUpAt?: IsoInstant;
} & (
  | {
      channel: "mail" | "sms";
      template: MessageTemplate;
      /** The account's own where it is not told. */
      language?: Language;
      /** The account it goes to; its contact is read at delivery. A registration has none yet. */
      accountId?: string;
      registrationId?: string;
      verificationId?: string;
      confirmationId?: string;
      /** When it was counted for its contact, so that being tried again is no other use. */
      countedAt?: IsoInstant;
      /** What else a PIN or a link is derived from. */
      subjectId?: string;
      /** Where it goes if not to the account's present contact: to one that is new, or was given up. */
      to?: string;
      /** Round of a PIN: the PIN itself is derived at delivery. */
      round?: number;
      /** Harmless numbers and names for the text: days left, the name of a key. */
      facts?: Record<string, string>;
    }
  /** Whoever has the same phone is to be told that this account has it now too. */
  | { channel: "phone-shared"; accountId: string; phone: string }
  | { channel: "workflow"; action: "start"; accountId: string; verificationId: string; attempt: number }
  | { channel: "workflow"; action: "resume"; accountId: string; verificationId: string; lap: number }
  | { channel: "workflow"; action: "tell-nia"; accountId: string; authenticatorId: string; attempt: number }
);

/** Every row of the accounts table but the audit events. */
export type Entity =
  | Account
  | SecurityKey
  | Authenticator
  | ModelKey
  | ModelChange
  | Verification
  | Claim
  | Registration
  | LoginAttempt
  | Session
  | ClientCertificate
  | CertificateHandover
  | PortalLogin
  | ServiceLogin
  | ServiceSession
  | Confirmation
  | ContactChange
  | PhoneHolder
  | PasswordReset
  | TwoFactorReset
  | Unblocking
  | KeyCeremony
  | OperatorCase
  | Operator
  | OperatorEnrolment
  | OperatorLogin
  | OperatorSession
  | OperatorRoster
  | CallChecks
  | BoxMessage
  | BoxCursor
  | FeedCursor
  | DeadlinePauses
  | ResetForm
  | SetAsideNotification
  | OutboxItem;
export type EntityType = Entity["type"];
export type EntityOf<T extends EntityType> = Extract<Entity, { type: T }>;
