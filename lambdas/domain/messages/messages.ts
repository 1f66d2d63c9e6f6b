import type { Language } from "../account.ts";
import type { MessageTemplate } from "../records.ts";
import { czech } from "./czech.ts";
import { english } from "./english.ts";
import { formLetter, type Sender } from "./form.ts";
import { type Letters, type MessageFacts, required } from "./letter.ts";

const letters: Record<Language, Letters> = { cs: czech, en: english };

/** A mail of one template. Throws `MessageFactMissing` where a PIN is to be told and none is given. */
export const renderMessage = (
  template: MessageTemplate,
  language: Language,
  facts: MessageFacts,
  sender: Sender,
): { subject: string; text: string; html: string } =>
  formLetter(letters[language][template](facts), language, sender, facts.username);

/** What an SMS says in other words than the subject of a mail; `phone` is the helpdesk's. */
type SmsText = (facts: MessageFacts, phone: string) => string;

const pinOf = (facts: MessageFacts): string => required(facts, "pin");

const smsTexts: Record<Language, Partial<Record<MessageTemplate, SmsText>>> = {
  cs: {
    "two-factor-reset-phone-pin": (facts, phone) =>
      `PIN2 pro zruseni dvoufaktoroveho prihlaseni: ${pinOf(facts)}. Nikomu jej nesdelujte, ani nasi podpore. Nezadate o to vy? Hned volejte ${phone}.`,
    "two-factor-reset-too-soon": (_facts, phone) =>
      `Nekdo zadal o zruseni dvoufaktoroveho prihlaseni k vasemu uctu. Nic se nezmenilo. Nebyli jste to vy? Hned volejte ${phone}.`,
    "two-factor-reset": (_facts, phone) =>
      `Dvoufaktorove prihlaseni k vasemu uctu bylo zruseno, klice jsou odebrane. Nebyli jste to vy? Hned volejte ${phone}.`,
    "phone-pin": (facts) =>
      `PIN2 pro overeni telefonu pri registraci uctu: ${pinOf(facts)}. Nikomu jej nesdelujte, ani nasi podpore. Ucet si nezakladate? Zpravu smazte.`,
    "contact-pin": (facts) =>
      `PIN pro overeni noveho telefonu u vaseho uctu: ${pinOf(facts)}. Nikomu jej nesdelujte, ani nasi podpore. Telefon si nemenite? Zpravu smazte.`,
    "reset-pin": (facts) =>
      `Kod pro nastaveni noveho hesla: ${pinOf(facts)}. Nikomu jej nesdelujte, ani nasi podpore. O nove heslo nezadate? Zavolejte nam.`,
    "confirmation-pin": (facts) =>
      `PIN2 pro potvrzeni zmeny ve vasem uctu: ${pinOf(facts)}. Nikomu jej nesdelujte, ani nasi podpore. Nic nemenite? Zmente si heslo.`,
  },
  en: {
    "two-factor-reset-phone-pin": (facts, phone) =>
      `PIN2 to remove your two-factor login: ${pinOf(facts)}. Tell it to nobody, not even our support. Did not ask for it? Call ${phone} at once.`,
    "two-factor-reset-too-soon": (_facts, phone) =>
      `Someone asked to remove the two-factor login of your account. Nothing has changed. It was not you? Call ${phone} at once.`,
    "two-factor-reset": (_facts, phone) =>
      `The two-factor login of your account was removed, its keys are gone. It was not you? Call ${phone} at once.`,
    "phone-pin": (facts) =>
      `PIN2 to verify your phone for a new account: ${pinOf(facts)}. Tell it to nobody, not even our support. Not creating an account? Delete this.`,
    "contact-pin": (facts) =>
      `PIN to verify a new phone for your account: ${pinOf(facts)}. Tell it to nobody, not even our support. Not changing your phone? Delete this.`,
    "reset-pin": (facts) =>
      `Code to set a new password: ${pinOf(facts)}. Tell it to nobody, not even our support. Did not ask for a new password? Call us.`,
    "confirmation-pin": (facts) =>
      `PIN2 to confirm a change in your account: ${pinOf(facts)}. Tell it to nobody, not even our support. Not changing anything? Change your password.`,
  },
};

const withoutDiacritics = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "");

/**
 * An SMS of one template: one part of 160 characters of the GSM alphabet, Czech without diacritics. A PIN with what
 * it is for; of anything else the subject, and the app's address where it fits. Throws `MessageFactMissing`.
 */
export const renderSms = (
  template: MessageTemplate,
  language: Language,
  facts: MessageFacts,
  sender: Sender,
): string => {
  const text = smsTexts[language][template];
  const { phones, email } = sender.helpdesk;
  if (text) return text(facts, phones[0]?.replaceAll(" ", "") ?? email);
  const subject = `${withoutDiacritics(letters[language][template](facts).subject)}.`;
  const whole = `${subject} ${sender.appOrigin}`;
  return whole.length <= 160 ? whole : subject;
};

/** Both renderers for one sender: what the delivery of messages asks for. */
export const makeMessageTexts = (sender: Sender) => ({
  mail: (template: MessageTemplate, language: Language, facts: MessageFacts) =>
    renderMessage(template, language, facts, sender),
  sms: (template: MessageTemplate, language: Language, facts: MessageFacts) =>
    renderSms(template, language, facts, sender),
});
