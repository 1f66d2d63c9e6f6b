import type { IsoInstant } from "./person.ts";
import type { MessageTemplate } from "./records.ts";

/**
 * By whom or what a limit counts: the address that a request came from, the account or the operator of its session, a
 * field of the body or a parameter of the path as it was sent, the contact that a message goes to, or everyone together.
 */
export type CountedBy =
  | "address"
  | "account"
  | "operator"
  | `body.${string}`
  | `params.${string}`
  | "contact"
  | "everyone";

export interface Limit {
  by: CountedBy;
  times: number;
  /** Length of a window; windows follow one another, so that at most twice as much passes in any such length. */
  seconds: number;
  /** Where the counter itself does not answer: what only reads goes on, what guesses, costs or sends does not. */
  uncounted: "admit" | "refuse";
}

const MINUTES = 60;
const HOUR = 3600;
const DAY = 86_400;

const limit = (
  by: CountedBy,
  times: number,
  seconds: number,
  uncounted: Limit["uncounted"] = "refuse",
): Limit => ({ by, times, seconds, uncounted });

// prettier-ignore
/**
 * Everything that is limited, and how; routes name what applies to them. Many people may share one address (an office,
 * a mobile network), so what counts by address is wide, and what counts by person or contact is narrow.
 */
export const limits = {
  "control-codes-of-address": limit("address", 120, 10 * MINUTES, "admit"),
  "usernames-of-address": limit("address", 60, 10 * MINUTES, "admit"),
  "registrations-of-address": limit("address", 20, HOUR),
  "registrations-of-email": limit("body.email", 5, DAY),
  "registrations-of-phone": limit("body.phone", 5, DAY),
  "pins-entered-from-address": limit("address", 60, 10 * MINUTES),
  "pins-asked-from-address": limit("address", 30, HOUR),
  "pins-asked-for-registration": limit("params.id", 3, 5 * MINUTES),
  "logins-from-address": limit("address", 100, 10 * MINUTES),
  "logins-with-name": limit("body.login", 20, 10 * MINUTES),
  "service-logins-from-address": limit("address", 200, 10 * MINUTES),
  "confirmations-of-account": limit("account", 30, HOUR),
  "pins-entered-of-account": limit("account", 30, HOUR),
  "changes-of-account": limit("account", 120, 10 * MINUTES),
  "contact-changes-of-account": limit("account", 10, DAY),
  "recoveries-from-address": limit("address", 30, HOUR),
  "recoveries-with-name": limit("body.login", 10, HOUR),
  "verifications-of-account": limit("account", 20, DAY),
  "portal-logins-of-account": limit("account", 30, HOUR),
  "portal-visits-from-address": limit("address", 120, 10 * MINUTES),
  "exports-of-account": limit("account", 30, HOUR),
  "documents-of-account": limit("account", 60, HOUR, "admit"),
  "operator-logins-from-address": limit("address", 60, 10 * MINUTES),
  "operator-logins-with-name": limit("body.login", 20, 10 * MINUTES),
  "casework-of-operator": limit("operator", 600, HOUR),
  "scans-of-operator": limit("operator", 60, HOUR),
  "searches-of-operator": limit("operator", 120, HOUR),
  "forms-from-address": limit("address", 60, HOUR, "admit"),
  "views-by-operator": limit("operator", 240, HOUR),
  "call-checks-by-operator": limit("operator", 60, HOUR),
  "call-checks-of-account": limit("params.id", 10, DAY),
  "acts-of-operator": limit("operator", 120, HOUR),
  /** Of those mails that anyone can cause. */
  "mails-to-contact": limit("contact", 15, HOUR),
  "mails-to-contact-daily": limit("contact", 40, DAY),
  "sms-to-contact": limit("contact", 8, HOUR),
  "sms-to-contact-daily": limit("contact", 20, DAY),
  /** Numbers abroad are what SMS pumping earns from: they have a purse of their own, so that it empties no other. */
  "sms-daily": limit("everyone", 5000, DAY),
  "sms-abroad-daily": limit("everyone", 200, DAY),
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

/** Who can make a message go: anyone who knows a contact, or only the owner of the account. */
const causedBy: Record<MessageTemplate, "anyone" | "owner"> = {
  "email-pin": "anyone",
  "phone-pin": "anyone",
  "email-has-account": "anyone",
  "password-blocked": "anyone",
  "password-reset": "anyone",
  "password-reset-too-soon": "anyone",
  "reset-pin": "anyone",
  "unblock-pin": "anyone",
  "two-factor-reset-email-pin": "anyone",
  "two-factor-reset-phone-pin": "anyone",
  "two-factor-reset-too-soon": "anyone",
  "two-factor-reset-unneeded": "anyone",
  "two-factor-reset": "owner",
  "contact-pin": "anyone",
  "email-taken": "anyone",
  "email-changed": "owner",
  "phone-changed": "owner",
  "phone-shared": "owner",
  "password-changed": "owner",
  "password-unblocked": "owner",
  welcome: "owner",
  "confirmation-pin": "owner",
  "key-added": "owner",
  "certificate-added": "owner",
  "certificate-removed": "owner",
  "verification-created": "owner",
  "registry-data-received": "owner",
  "review-needed": "owner",
  reminder: "owner",
  expired: "owner",
  cancelled: "owner",
  stopped: "owner",
  "completion-undone": "owner",
  linked: "owner",
  unlinked: "owner",
  "login-reset": "owner",
  "login-reset-registered": "owner",
  "login-reset-refused": "owner",
  "login-was-reset": "owner",
  "key-removed": "owner",
  "key-cloned": "owner",
  "key-linkable": "owner",
  "model-disqualified": "owner",
  "model-restored": "owner",
  "link-suspended": "owner",
  "helpdesk-suspended": "owner",
  "helpdesk-resumed": "owner",
  "call-checked": "owner",
  "registry-data-changed": "owner",
  "deletion-requested": "owner",
  "deletion-cancelled": "owner",
  "deletion-reminder": "owner",
  "account-deleted": "owner",
};

/** The limits of a mail: none of one that tells an owner what happened, so that nobody can drown that in others. */
export const mailLimits = (template: MessageTemplate): LimitName[] =>
  causedBy[template] === "anyone" ? ["mails-to-contact", "mails-to-contact-daily"] : [];

/** The limits of an SMS: each costs, whoever caused it. */
export const smsLimits = (phone: string): LimitName[] => [
  "sms-to-contact",
  "sms-to-contact-daily",
  phone.startsWith("+420") ? "sms-daily" : "sms-abroad-daily",
];

/** The window of a limit that this instant falls into; both ends in seconds since 1970, the end not within. */
export const windowAt = ({ seconds }: Pick<Limit, "seconds">, now: IsoInstant) => {
  const at = Math.floor(Date.parse(now) / 1000);
  const start = at - (at % seconds);
  return { start, end: start + seconds };
};

/** What somebody typed, so that spelling alone makes nobody another one. */
export const normalSubject = (text: string): string => text.trim().toLowerCase();
