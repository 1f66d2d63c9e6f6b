import type { Language } from "../../domain/account.ts";
import { type OutboxOutcome, takeItem, giveUpAfter } from "../../domain/outbox.ts";
import { pinSubject } from "../../domain/pin.ts";
import type { MessageTemplate } from "../../domain/records.ts";
import type { DerivePin, Mail, MailSender, MessageItem, SmsSender } from "../ports/platform.ts";
import type { Records } from "../ports/records.ts";
import type { Admit } from "../limits/admit.ts";
import type { Writing } from "../writing.ts";
import { countFor, withhold } from "./withholding.ts";

/** What a text may say beside its own words. */
export interface MessageFacts {
  pin?: string;
  username?: string;
  [name: string]: string | undefined;
}

export interface MessageTexts {
  mail(template: MessageTemplate, language: Language, facts: MessageFacts): Omit<Mail, "to">;
  sms(template: MessageTemplate, language: Language, facts: MessageFacts): string;
}

interface Ports extends Writing {
  admit: Admit;
  derivePin: DerivePin;
  texts: MessageTexts;
  mail: MailSender;
  sms: SmsSender;
}

interface Recipient {
  email: string;
  phone: string;
  username: string;
}

const recipientOf = async (records: Records, item: MessageItem): Promise<Recipient | undefined> => {
  if (item.registrationId !== undefined) {
    const registration = await records.get("registration", { id: item.registrationId });
    return registration?.draft;
  }
  const account =
    item.accountId === undefined ? undefined : await records.get("account", { id: item.accountId });
  return account && { email: account.email.value, phone: account.phone.value, username: account.username };
};

/** The PIN that this message carries, derived only now. */
const pinOf = async (derivePin: DerivePin, item: MessageItem): Promise<string | undefined> => {
  const { template, round = 0 } = item;
  if (template !== "email-pin" && template !== "phone-pin" && template !== "confirmation-pin")
    return undefined;
  const id = item.registrationId ?? item.confirmationId ?? "";
  return await derivePin(pinSubject(template, id, round));
};

/**
 * Sends one mail or SMS of the outbox. Mail services know no idempotency key: the item is leased, sent, then marked;
 * a crash in between sends twice, never not at all. Where its contact has had too many it is withheld; where that
 * can't be counted now, it is tried again.
 */
export const makeDeliverMessage =
  (ports: Ports) =>
  async (itemId: string): Promise<OutboxOutcome> => {
    const { records, clock } = ports;
    const stored = await records.get("outbox-item", { id: itemId });
    const taken = takeItem(stored, clock());
    if (taken === undefined || taken.channel === "workflow") return "skipped";
    await records.commit([{ put: taken }]);
    let leased: MessageItem = { ...taken, version: taken.version + 1 };

    const recipient = await recipientOf(records, taken);
    if (recipient === undefined) {
      await records.commit([{ put: { ...leased, givenUpAt: clock() } }]);
      return "given-up";
    }
    try {
      const reason = await countFor(ports.admit, leased, recipient);
      if (reason !== undefined) return await withhold(ports, leased, reason);
      leased = { ...leased, countedAt: leased.countedAt ?? clock() };
      await send(ports, leased, recipient);
    } catch (error) {
      await records.commit([{ put: giveUpAfter(leased, clock()) }]);
      throw error;
    }
    await records.commit([{ put: { ...leased, deliveredAt: clock() } }]);
    return "delivered";
  };

const send = async (
  { derivePin, texts, mail, sms }: Ports,
  item: MessageItem,
  recipient: Recipient,
): Promise<void> => {
  const pin = await pinOf(derivePin, item);
  const facts: MessageFacts = {
    ...item.facts,
    username: recipient.username,
    ...(pin === undefined ? {} : { pin }),
  };
  if (item.channel === "mail")
    await mail.send({ to: recipient.email, ...texts.mail(item.template, item.language, facts) });
  else await sms.send({ to: recipient.phone, text: texts.sms(item.template, item.language, facts) });
};
