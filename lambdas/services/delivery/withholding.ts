import { TooManyRequests } from "../../domain/errors.ts";
import { limits, mailLimits, normalSubject, smsLimits } from "../../domain/limits.ts";
import { finished, type OutboxOutcome } from "../../domain/outbox.ts";
import type { MessageTemplate } from "../../domain/records.ts";
import type { Admit, Applied } from "../limits/admit.ts";
import type { MessageItem } from "../ports/platform.ts";
import { audited, type Writing } from "../writing.ts";

/** The limits of a message, with the contact that it counts for. */
const limitsOf = ({ channel, template }: MessageItem, to: string): Applied[] =>
  channel === "mail"
    ? mailLimits(template).map((limit) => ({ limit, subject: normalSubject(to) }))
    : smsLimits(to).map((limit) => ({ limit, subject: limits[limit].by === "everyone" ? "" : to }));

/** Mails that verify an address: they go also where the last ones came back. */
const verifying: readonly MessageTemplate[] = ["email-pin", "contact-pin"];

/** Why a message can't arrive, undefined where it may: mail to an address that bounces harms all mail of the service. */
export const uselessness = (
  { channel, template }: MessageItem,
  { undeliverable = false }: { undeliverable?: boolean },
): string | undefined =>
  channel === "mail" && undeliverable && !verifying.includes(template) ? "undeliverable" : undefined;

/**
 * Counts a message for its contact, once however often it is tried. Answers why it must not go, undefined where it may.
 * Throws where it can't be counted now: then it stays for another try.
 */
export const countFor = async (admit: Admit, item: MessageItem, to: string): Promise<string | undefined> => {
  if (item.countedAt !== undefined) return undefined;
  try {
    await admit(limitsOf(item, to));
    return undefined;
  } catch (error) {
    if (error instanceof TooManyRequests && error.counted) return error.message;
    throw error;
  }
};

/** Marks a message as one that will not go; the audit says why. */
export const withhold = async (ports: Writing, item: MessageItem, reason: string): Promise<OutboxOutcome> => {
  const at = ports.clock();
  const { accountId } = item;
  await ports.records.commit([
    { put: finished(item, { givenUpAt: at }) },
    audited(ports, at, {
      action: "message-withheld",
      actor: "system",
      reason,
      ...(accountId === undefined ? {} : { accountId }),
    }),
  ]);
  return "withheld";
};
