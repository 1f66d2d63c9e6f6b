import * as z from "zod/mini";
import type { MailFeedback } from "../../domain/mail-feedback.ts";

const recipients = z.array(z.object({ emailAddress: z.string() }));
const mail = z.object({ timestamp: z.iso.datetime({ offset: true }) });
const timestamp = z.iso.datetime({ offset: true });

/** SES event publishing: the parts that are read of each kind. */
const event = z.discriminatedUnion("eventType", [
  z.object({
    eventType: z.literal("Bounce"),
    mail,
    bounce: z.object({
      bounceType: z.enum(["Permanent", "Transient", "Undetermined"]),
      bouncedRecipients: recipients,
      timestamp,
    }),
  }),
  z.object({
    eventType: z.literal("Complaint"),
    mail,
    complaint: z.object({
      complainedRecipients: recipients,
      timestamp,
      complaintFeedbackType: z.optional(z.nullable(z.string())),
    }),
  }),
]);

/** `Jana <jana@example.cz>` and `jana@example.cz` are one address. */
const bare = ({ emailAddress }: { emailAddress: string }): string =>
  (/<([^<>]+)>\s*$/u.exec(emailAddress)?.[1] ?? emailAddress).trim();
const utc = (instant: string): string => new Date(instant).toISOString();

/** A notification of SES as it comes through SNS. Throws where it is none: nobody else may write to the topic. */
export const readFeedback = (message: string): MailFeedback => {
  const parsed = z.safeParse(event, parseJson(message));
  if (!parsed.success) throw new Error("not a bounce or a complaint of SES");
  const { data } = parsed;
  const sentAt = utc(data.mail.timestamp);
  if (data.eventType === "Bounce") {
    const { bounceType, bouncedRecipients, timestamp: at } = data.bounce;
    const kind = bounceType === "Permanent" ? "bounced" : "transient";
    return { kind, sentAt, at: utc(at), recipients: bouncedRecipients.map(bare) };
  }
  const { complainedRecipients, complaintFeedbackType, timestamp: at } = data.complaint;
  // Whoever says "not spam" takes a complaint back.
  const kind = complaintFeedbackType === "not-spam" ? "transient" : "complained";
  return { kind, sentAt, at: utc(at), recipients: complainedRecipients.map(bare) };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
