import type { MessageTexts } from "../../../../lambdas/services/delivery/deliver-message.ts";
import type { MessageItem } from "../../../../lambdas/services/ports/platform.ts";
import { accountId } from "../../../support/builders.ts";

/** Texts that say what they were asked for. */
export const plainTexts: MessageTexts = {
  mail: (template, language, facts) => ({
    subject: `${template} ${language}`,
    text: JSON.stringify(facts),
    html: "",
  }),
  sms: (template, language, facts) => `${template} ${language} ${JSON.stringify(facts)}`,
};

/** An undelivered message: by default a welcome by mail. */
export const aMessage = (createdAt: string, change: Partial<MessageItem> = {}): MessageItem => ({
  type: "outbox-item",
  id: "item-1",
  version: 0,
  createdAt,
  attempts: 0,
  channel: "mail",
  template: "welcome",
  language: "cs",
  accountId,
  ...change,
});
