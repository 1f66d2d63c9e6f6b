import type { Account } from "../domain/account.ts";
import type { Authenticator } from "../domain/authenticator.ts";
import type { AuditEvent } from "../domain/audit.ts";
import type { IsoInstant } from "../domain/person.ts";
import type { MessageTemplate, OperatorCase, OutboxItem } from "../domain/records.ts";
import type { Verification } from "../domain/verification.ts";
import type { Clock, MessageItem, RandomBytes } from "./ports/platform.ts";
import type { Records, Write } from "./ports/records.ts";

/** What every use case that writes is made from. */
export interface Writing {
  records: Records;
  clock: Clock;
  random: RandomBytes;
}

/** 128 random bits in hexadecimal. */
export const newId = (random: RandomBytes): string => Buffer.from(random(16)).toString("hex");

export const audited = (
  { random }: Pick<Writing, "random">,
  at: IsoInstant,
  event: Omit<AuditEvent, "id" | "at">,
): Write => ({ audit: { id: newId(random), at, ...event } });

const outboxItem = (random: RandomBytes, createdAt: IsoInstant) => ({
  type: "outbox-item" as const,
  id: newId(random),
  version: 0,
  createdAt,
  attempts: 0,
});

type MessageDetails = Omit<
  Extract<OutboxItem, { channel: "mail" | "sms" }>,
  | "type"
  | "id"
  | "version"
  | "createdAt"
  | "attempts"
  | "channel"
  | "deliveredAt"
  | "leaseUntil"
  | "givenUpAt"
  | "countedAt"
>;

/** A mail or SMS to be sent once this transaction stands. */
export const message = (
  { random }: Pick<Writing, "random">,
  at: IsoInstant,
  channel: "mail" | "sms",
  details: MessageDetails,
): { put: MessageItem } => ({ put: { ...outboxItem(random, at), channel, ...details } });

/** As much as a message, and nothing is sent: where the same has to be done for nobody. */
export const unsentMessage = (
  { random }: Pick<Writing, "random">,
  at: IsoInstant,
  channel: "mail" | "sms",
  details: MessageDetails,
): Write => ({ put: { ...outboxItem(random, at), deliveredAt: at, channel, ...details } });

/** A mail to the account's own address. */
export const mailTo = (
  writing: Pick<Writing, "random">,
  at: IsoInstant,
  account: Pick<Account, "id" | "language">,
  template: MessageTemplate,
  details: Partial<MessageDetails> = {},
): { put: MessageItem } =>
  message(writing, at, "mail", { template, language: account.language, accountId: account.id, ...details });

/**
 * The account has this phone from now on, and whoever had it before is warned: found only after this transaction
 * stands, so that of two accounts at the same moment neither is missed.
 */
export const takePhone = (
  { random }: Pick<Writing, "random">,
  createdAt: IsoInstant,
  accountId: string,
  phone: string,
): Write[] => [
  { put: { type: "phone-holder", phone, accountId, version: 0 } },
  { put: { ...outboxItem(random, createdAt), channel: "phone-shared", accountId, phone } },
];

/** The account has this phone no more. */
export const leavePhone = (accountId: string, phone: string): Write => ({
  remove: { type: "phone-holder", phone, accountId, version: 1 },
});

/** Starts the execution that works on a verification. */
export const startWorkflow = (
  { random }: Pick<Writing, "random">,
  at: IsoInstant,
  { accountId, id, attempt }: Verification,
): Write => ({
  put: {
    ...outboxItem(random, at),
    channel: "workflow",
    action: "start",
    accountId,
    verificationId: id,
    attempt,
  },
});

/** Moves the execution on, where it waits; where it does not wait yet, it will find the new state by itself. */
export const resumeWorkflow = (
  { random }: Pick<Writing, "random">,
  at: IsoInstant,
  { accountId, id, waiting, lap }: Verification,
): Write[] =>
  waiting === undefined
    ? []
    : [
        {
          put: {
            ...outboxItem(random, at),
            channel: "workflow",
            action: "resume",
            accountId,
            verificationId: id,
            lap,
          },
        },
      ];

/** Starts the execution that tells NIA what is wanted of one of its records. */
export const tellNia = (
  { random }: Pick<Writing, "random">,
  at: IsoInstant,
  { accountId, id, attempt }: Authenticator,
): Write => ({
  put: {
    ...outboxItem(random, at),
    channel: "workflow",
    action: "tell-nia",
    accountId,
    authenticatorId: id,
    attempt,
  },
});

export const openCase = (
  { random }: Pick<Writing, "random">,
  at: IsoInstant,
  details: Omit<OperatorCase, "type" | "id" | "version" | "state" | "openedAt">,
): { put: OperatorCase } => ({
  put: { type: "operator-case", id: newId(random), version: 0, state: "open", openedAt: at, ...details },
});
