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

const pinTexts: Record<Language, Partial<Record<MessageTemplate, (pin: string) => string>>> = {
  cs: {
    "phone-pin": (pin) =>
      `PIN2 pro overeni telefonu pri registraci uctu: ${pin}. Nikomu jej nesdelujte, ani nasi podpore. Ucet si nezakladate? Zpravu smazte.`,
    "contact-pin": (pin) =>
      `PIN pro overeni noveho telefonu u vaseho uctu: ${pin}. Nikomu jej nesdelujte, ani nasi podpore. Telefon si nemenite? Zpravu smazte.`,
    "reset-pin": (pin) =>
      `Kod pro nastaveni noveho hesla: ${pin}. Nikomu jej nesdelujte, ani nasi podpore. O nove heslo nezadate? Zavolejte nam.`,
    "confirmation-pin": (pin) =>
      `PIN2 pro potvrzeni zmeny ve vasem uctu: ${pin}. Nikomu jej nesdelujte, ani nasi podpore. Nic nemenite? Zmente si heslo.`,
  },
  en: {
    "phone-pin": (pin) =>
      `PIN2 to verify your phone for a new account: ${pin}. Tell it to nobody, not even our support. Not creating an account? Delete this.`,
    "contact-pin": (pin) =>
      `PIN to verify a new phone for your account: ${pin}. Tell it to nobody, not even our support. Not changing your phone? Delete this.`,
    "reset-pin": (pin) =>
      `Code to set a new password: ${pin}. Tell it to nobody, not even our support. Did not ask for a new password? Call us.`,
    "confirmation-pin": (pin) =>
      `PIN2 to confirm a change in your account: ${pin}. Tell it to nobody, not even our support. Not changing anything? Change your password.`,
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
  const pinText = pinTexts[language][template];
  if (pinText) return pinText(required(facts, "pin"));
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
