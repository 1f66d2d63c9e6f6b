import type { Account } from "../../domain/account.ts";
import type { Authenticator } from "../../domain/authenticator.ts";
import type { ActivityKind, AuditEvent } from "../../domain/audit.ts";
import type { ClientCertificate } from "../../domain/client-certificate.ts";
import type { ContactChange, Confirmation, KeyCeremony } from "../../domain/access-records.ts";
import type { ModelKey } from "../../domain/model-key.ts";
import type { Entity, EntityOf, EntityType, Session } from "../../domain/records.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { ResetForm } from "../../domain/reset-form.ts";
import type { ServiceSession } from "../../domain/service-login.ts";
import type { SecurityKey } from "../../domain/security-key.ts";
import type { Verification } from "../../domain/verification.ts";

/** All that belongs to one account, read consistently in one round trip. */
export interface AccountRecords {
  account: Account;
  keys: SecurityKey[];
  authenticators: Authenticator[];
  verifications: Verification[];
  sessions: Session[];
  certificates: ClientCertificate[];
  confirmations: Confirmation[];
  contactChanges: ContactChange[];
  ceremonies: KeyCeremony[];
  resetForms: ResetForm[];
  serviceSessions: ServiceSession[];
}

/**
 * One write of a transaction. `version` is the one that was read: 0 says that the record must not exist yet, n that
 * it is still at n; a put stores n + 1. So whoever decided on an old state loses, whatever the state was.
 */
export type Write =
  | { put: Entity }
  | { remove: Entity }
  /** Must still be as it was read; not written. */
  | { check: Entity }
  | { audit: AuditEvent };

/** The parts of an entity that its key is made of. */
export type KeyOf<T extends EntityType> = T extends "account"
  ? { id: string }
  : T extends
        | "security-key"
        | "authenticator"
        | "verification"
        | "session"
        | "client-certificate"
        | "confirmation"
        | "contact-change"
        | "key-ceremony"
        | "reset-form"
        | "service-session"
    ? { accountId: string; id: string }
    : T extends "claim"
      ? { kind: EntityOf<"claim">["kind"]; value: string }
      : T extends "model-key"
        ? { modelKey: string; id: string }
        : T extends "phone-holder"
          ? { phone: string; accountId: string }
          : T extends "call-checks"
            ? { accountId: string }
            : T extends "operator-session"
              ? { operatorId: string; id: string }
              : T extends "box-cursor" | "feed-cursor" | "deadline-pauses" | "operator-roster"
                ? Record<never, never>
                : { id: string };

export type WaitingType =
  | "account"
  | "outbox-item"
  | "verification"
  | "authenticator"
  | "model-change"
  | "operator-case"
  | "box-message"
  | "reset-form"
  | "set-aside-notification";

export interface AuditPage {
  /** Of one kind, whatever its owner is told of, or all that there is. */
  of: ActivityKind | "shown" | "all";
  /** At most so many; fewer with more to come only where a long run of hidden ones was passed. */
  limit: number;
  /** What the page before answered: this one goes on there. A page without it is the last one. */
  before?: string | undefined;
}

/** What is looked for in the audit log; one without an account and an operator goes through all of the days. */
export interface AuditSearch {
  accountId?: string | undefined;
  operator?: string | undefined;
  action?: AuditEvent["action"] | undefined;
  from: IsoInstant;
  /** Not within. */
  until: IsoInstant;
  limit: number;
  /** What the page before answered. */
  before?: string | undefined;
}

/** The accounts and audit tables. Strongly consistent, except the lists that say otherwise. */
export interface Records {
  get<T extends EntityType>(type: T, key: KeyOf<T>): Promise<EntityOf<T> | undefined>;
  /** Undefined when there is no such account. */
  account(accountId: string): Promise<AccountRecords | undefined>;
  /** All or nothing. Throws `Conflict` when a record is not at its version any more. At most 100 writes. */
  commit(writes: readonly Write[]): Promise<void>;
  /** Every row of an account's partition, of whatever type. */
  rowsOf(accountId: string): Promise<Entity[]>;
  /** What waits for someone: undelivered outbox items, open verifications and cases, records that NIA is not told of yet, accounts to be deleted, messages archived but not read, notifications set aside, forms to be decided on, models whose keys are to be graded anew.
   * Oldest first, since before that instant where one is given; eventually consistent. */
  waiting<T extends WaitingType>(type: T, before?: IsoInstant): Promise<EntityOf<T>[]>;
  /** The next keys of a model by their ids, after that one where one is given. */
  keysOfModel(modelKey: string, limit: number, after?: string): Promise<ModelKey[]>;
  /** The accounts that have this phone, by id. */
  holdersOf(phone: string): Promise<string[]>;
  /** Audit events of an account, newest first; eventually consistent. */
  auditOf(accountId: string, page: AuditPage): Promise<{ events: AuditEvent[]; before?: string }>;
  /** Audit events that fit, newest first, as far as a bounded number of reads goes: a page may be short, even empty, and
   * still have `before`. Eventually consistent. */
  searchAudit(search: AuditSearch): Promise<{ events: AuditEvent[]; before?: string }>;
}
