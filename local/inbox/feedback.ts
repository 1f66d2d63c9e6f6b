import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import type { InboxMessage } from "./message.ts";

export const feedbackKinds = ["bounce", "complaint"] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];

/** Where the emulator answers, and the topic that SES would tell: the emulator sends no events of its own. */
export interface FeedbackTopic {
  readonly endpoint: string;
  readonly region: string;
  readonly topicArn: string;
}

/** The event that SES publishes of a mail that came back, or that its receiver called spam. */
export const feedbackEvent = (kind: FeedbackKind, { id, to, subject, at }: InboxMessage, now: string) => {
  const recipients = to.split(", ").map((emailAddress) => ({ emailAddress }));
  const mail = {
    timestamp: at,
    source: "noreply@example.cz",
    messageId: id,
    destination: recipients.map(({ emailAddress }) => emailAddress),
    headersTruncated: false,
    commonHeaders: { to: recipients.map(({ emailAddress }) => emailAddress), subject },
    tags: {},
  };
  if (kind === "complaint")
    return {
      eventType: "Complaint",
      complaint: {
        feedbackId: `feedback-${id}`,
        complaintSubType: null,
        complainedRecipients: recipients,
        timestamp: now,
        complaintFeedbackType: "abuse",
      },
      mail,
    };
  const failed = { action: "failed", status: "5.1.1", diagnosticCode: "smtp; 550 5.1.1 user unknown" };
  return {
    eventType: "Bounce",
    bounce: {
      feedbackId: `feedback-${id}`,
      bounceType: "Permanent",
      bounceSubType: "General",
      bouncedRecipients: recipients.map((recipient) => ({ ...recipient, ...failed })),
      timestamp: now,
    },
    mail,
  };
};

/** Tells the service of a mail what SES would. */
export const sendFeedback = async (
  { endpoint, region, topicArn }: FeedbackTopic,
  kind: FeedbackKind,
  message: InboxMessage,
): Promise<void> => {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = new SNSClient({ endpoint, region, credentials });
  const event = feedbackEvent(kind, message, new Date().toISOString());
  await client.send(new PublishCommand({ TopicArn: topicArn, Message: JSON.stringify(event) }));
  client.destroy();
};
