import * as z from "zod";
import type { InboxMessage } from "./message.ts";

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? "");
const addresses = z.array(z.string()).default([]);

const mails = z.object({
  messages: z.record(
    z.string(),
    z.array(
      z.object({
        MessageId: z.string(),
        To: addresses,
        CC: addresses,
        BCC: addresses,
        Subject: text,
        BodyText: text,
        BodyHtml: text,
        Timestamp: z.number(),
      }),
    ),
  ),
});

const shortMessages = z.object({
  sms_messages: z.record(
    z.string(),
    z.array(z.object({ MessageId: z.string(), PhoneNumber: z.string(), Message: z.string() })),
  ),
});

/** Everything that lies in the emulator's own inbox now (SES version 1 and 2, raw mails too, and SNS). */
export async function emulatorMessages(endpoint: string, now: string): Promise<InboxMessage[]> {
  const [mail, sms] = await Promise.all([
    load(endpoint, "/_ministack/ses/messages").then((answer) => mails.parse(answer)),
    load(endpoint, "/_ministack/sns/sms-messages").then((answer) => shortMessages.parse(answer)),
  ]);
  return [
    ...Object.values(mail.messages)
      .flat()
      .map((one): InboxMessage => ({
        id: one.MessageId.replace(/@.*$/, ""),
        channel: "mail",
        to: [...one.To, ...one.CC, ...one.BCC].map(bareAddress).join(", "),
        subject: one.Subject,
        text: one.BodyText,
        html: one.BodyHtml,
        at: new Date(one.Timestamp * 1000).toISOString(),
      })),
    ...Object.values(sms.sms_messages)
      .flat()
      .map((one): InboxMessage => ({
        id: one.MessageId,
        channel: "sms",
        to: one.PhoneNumber,
        subject: "",
        text: one.Message,
        html: "",
        at: now,
      })),
  ];
}

async function load(endpoint: string, path: string): Promise<unknown> {
  const response = await fetch(new URL(path, endpoint), { signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new Error(`emulator answers ${response.status}`);
  return response.json();
}

const bareAddress = (address: string): string => /<([^>]+)>/.exec(address)?.[1] ?? address.trim();
