import type { Language } from "../../domain/account.ts";
import { finished, giveUpAfter, type OutboxOutcome, takeItem } from "../../domain/outbox.ts";
import { linkSubject, pinPurposes, pinSubject } from "../../domain/pin.ts";
import type { MessageTemplate } from "../../domain/records.ts";
import type {
  DeriveLinkSecret,
  DerivePin,
  Mail,
  MailSender,
  MessageItem,
  SmsSender,
} from "../ports/platform.ts";
import type { Records } from "../ports/records.ts";
import type { Admit } from "../limits/admit.ts";
import type { Writing } from "../writing.ts";
import { warnPhoneHolders } from "./warn-phone-holders.ts";
import { countFor, uselessness, withhold } from "./withholding.ts";

/** What a text may say beside its own words. */
export interface MessageFacts {
  pin?: string;
  /** What a link ends with. */
  link?: string;
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
  deriveLinkSecret: DeriveLinkSecret;
  texts: MessageTexts;
  mail: MailSender;
  sms: SmsSender;
}

interface Recipient {
  to: string;
  username: string;
  language: Language;
  /** Mail to the address is of no use. */
  undeliverable: boolean;
}

const contactsOf = async (records: Records, { registrationId, accountId }: MessageItem) => {
  if (registrationId !== undefined) {
    const registration = await records.get("registration", { id: registrationId });
    return registration && { ...registration.draft, undeliverable: false };
  }
  const account = accountId === undefined ? undefined : await records.get("account", { id: accountId });
  if (account === undefined) return undefined;
  const { email, phone } = account;
  return {
    ...account,
    email: email.value,
    phone: phone.value,
    undeliverable: email.undeliverable !== undefined,
  };
};

const recipientOf = async (records: Records, item: MessageItem): Promise<Recipient | undefined> => {
  const contacts = await contactsOf(records, item);
  if (contacts === undefined) return undefined;
  const { email, phone, username, language } = contacts;
  const present = item.channel === "mail" ? email : phone;
  const undeliverable = item.to === undefined && contacts.undeliverable;
  return { to: item.to ?? present, username, language: item.language ?? language, undeliverable };
};

/** The PIN or the end of the link that this message carries, derived only now. */
const derivedFacts = async (
  { derivePin, deriveLinkSecret }: Ports,
  item: MessageItem,
): Promise<Pick<MessageFacts, "pin" | "link">> => {
  const { template, round = 0 } = item;
  const id = item.registrationId ?? item.confirmationId ?? item.subjectId ?? "";
  if (template === "password-reset" || template === "login-reset")
    return { link: `${id}.${await deriveLinkSecret(linkSubject(template, id))}` };
  const purpose = pinPurposes.find((one) => one === template);
  return purpose === undefined ? {} : { pin: await derivePin(pinSubject(purpose, id, round)) };
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
    const version = taken.version + 1;
    if (taken.channel === "phone-shared") return await warnPhoneHolders(ports, { ...taken, version });

    let leased: MessageItem = { ...taken, version };
    const recipient = await recipientOf(records, taken);
    if (recipient === undefined) {
      await records.commit([{ put: finished(leased, { givenUpAt: clock() }) }]);
      return "given-up";
    }
    try {
      const reason = uselessness(leased, recipient) ?? (await countFor(ports.admit, leased, recipient.to));
      if (reason !== undefined) return await withhold(ports, leased, reason);
      leased = { ...leased, countedAt: leased.countedAt ?? clock() };
      await send(ports, leased, recipient);
    } catch (error) {
      await records.commit([{ put: giveUpAfter(leased, clock()) }]);
      throw error;
    }
    await records.commit([{ put: finished(leased, { deliveredAt: clock() }) }]);
    return "delivered";
  };

const send = async (ports: Ports, item: MessageItem, recipient: Recipient): Promise<void> => {
  const { to, username, language } = recipient;
  const { texts, mail, sms } = ports;
  const facts: MessageFacts = { ...item.facts, username, ...(await derivedFacts(ports, item)) };
  if (item.channel === "mail") await mail.send({ to, ...texts.mail(item.template, language, facts) });
  else await sms.send({ to, text: texts.sms(item.template, language, facts) });
};
