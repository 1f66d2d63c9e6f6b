import type * as z from "zod";
import type { exportedAccount, exportedActivity } from "../../contract/schemas/export.ts";
import type { Account } from "../../domain/account.ts";
import type { AuditEvent } from "../../domain/audit.ts";
import type { Authenticator } from "../../domain/authenticator.ts";
import type { Session } from "../../domain/records.ts";
import type { ResetForm } from "../../domain/reset-form.ts";
import type { SecurityKey } from "../../domain/security-key.ts";
import type { Verification } from "../../domain/verification.ts";
import type { AccountRecords } from "../../services/ports/records.ts";
import { cursorOf } from "./activity.ts";
import { certificateView } from "./certificate.ts";
import { deletionView } from "./profile.ts";

type Exported = z.input<typeof exportedAccount>;
/** Those properties alone: what is new in a row is not handed out by itself. */
const pick = <T, K extends keyof T>(from: T, ...names: readonly K[]): Pick<T, K> =>
  Object.fromEntries(names.map((name) => [name, from[name]])) as Pick<T, K>;

const accountOf = (account: Account): Exported["account"] => ({
  ...pick(
    account,
    "id",
    "username",
    "person",
    "organization",
    "companyNumber",
    "vatNumber",
    "email",
    "phone",
  ),
  ...pick(account, "citizenship", "language", "createdAt", "validation", "passwordBlockedAt"),
  link: account.link && pick(account.link, "pseudonym", "state", "linkedAt"),
  deletion: account.deletion && deletionView(account.deletion),
});

const keyOf = (key: SecurityKey) => ({
  ...pick(key, "id", "name", "publicKey", "counter", "transports", "attestation", "modelName", "grade"),
  ...pick(key, "createdAt", "lastUsedAt", "clonedAt", "link"),
});

const verificationOf = (verification: Verification) => ({
  ...pick(verification, "id", "method", "state", "code", "keyIds", "createdAt", "deadline", "registryData"),
  ...pick(verification, "answeredAt", "answeredBy", "completionRequestedAt", "pseudonym", "stopReason"),
  ...pick(verification, "endedAt", "timeline"),
});

const niaRecordOf = (record: Authenticator) =>
  pick(record, "id", "keyId", "pseudonym", "wanted", "wantedAt", "reason", "known");

const sessionOf = (session: Session) =>
  pick(session, "method", "createdAt", "lastUsedAt", "expiresAt", "userAgent");

const resetFormOf = (form: ResetForm) => ({
  ...pick(form, "state", "kind", "verifiedHow", "dated", "reference", "email"),
  registeredAt: form.registered.at,
  decidedAt: form.decided?.at,
});

/** What becomes of each kind of row: one that is new has to be put into the export, or left out knowingly. */
const sections = {
  account: (records) => ({ account: accountOf(records.account) }),
  keys: ({ keys }) => ({ securityKeys: keys.map(keyOf) }),
  authenticators: ({ authenticators }) => ({ niaRecords: authenticators.map(niaRecordOf) }),
  verifications: ({ verifications }) => ({ verifications: verifications.map(verificationOf) }),
  sessions: ({ sessions }) => ({ sessions: sessions.map(sessionOf) }),
  certificates: ({ certificates }) => ({ certificates: certificates.map(certificateView) }),
  contactChanges: ({ contactChanges }) => ({
    contactChanges: contactChanges.map((change) => pick(change, "kind", "value", "expiresAt")),
  }),
  resetForms: ({ resetForms }) => ({ resetForms: resetForms.map(resetFormOf) }),
  // Challenges of some minutes: they tell nothing of anybody.
  confirmations: () => ({}),
  ceremonies: () => ({}),
  serviceSessions: () => ({}),
} satisfies Record<keyof AccountRecords, (records: AccountRecords) => Partial<Exported>>;

export const exportedActivityView = (page: {
  events: readonly AuditEvent[];
  before?: string;
}): z.input<typeof exportedActivity> => ({
  events: page.events.map((event) =>
    pick(event, "id", "at", "action", "actor", "verificationId", "keyId", "reason"),
  ),
  before: cursorOf(page.before),
});

/** All that is kept about the account's owner. */
export const exportView = (
  records: AccountRecords,
  page: Parameters<typeof exportedActivityView>[0],
  exportedAt: string,
): Exported => ({
  format: "nia-link-export-1",
  exportedAt,
  ...sections.account(records),
  ...sections.keys(records),
  ...sections.authenticators(records),
  ...sections.verifications(records),
  ...sections.sessions(records),
  ...sections.certificates(records),
  ...sections.contactChanges(records),
  ...sections.resetForms(records),
  ...sections.confirmations(),
  ...sections.ceremonies(),
  activity: exportedActivityView(page),
});
