/** Events of SES as it publishes them: Amazon SES Developer Guide, "Examples of event data". */
const mailTo = (to: string, sentAt: string) => ({
  timestamp: sentAt,
  source: "noreply@example.cz",
  sourceArn: "arn:aws:ses:eu-central-1:111122223333:identity/example.cz",
  sendingAccountId: "111122223333",
  messageId: "010701234567890a-12345678-1234-1234-1234-123456789012-000000",
  destination: [to],
  headersTruncated: false,
  headers: [
    { name: "From", value: "noreply@example.cz" },
    { name: "To", value: to },
    { name: "MIME-Version", value: "1.0" },
  ],
  commonHeaders: { from: ["noreply@example.cz"], to: [to], subject: "PIN" },
  tags: {
    "ses:configuration-set": ["mails"],
    "ses:source-ip": ["192.0.2.1"],
    "ses:from-domain": ["example.cz"],
    "ses:caller-identity": ["deliver-messages"],
  },
});

interface Told {
  to: string;
  sentAt?: string;
  at?: string;
}

export const aBounce = ({
  to,
  sentAt = "2026-11-23T09:00:00.000Z",
  at = "2026-11-23T09:00:05.000Z",
  bounceType = "Permanent",
}: Told & { bounceType?: "Permanent" | "Transient" | "Undetermined" }) => ({
  eventType: "Bounce",
  bounce: {
    feedbackId: "010701234567890b-aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee-000000",
    bounceType,
    bounceSubType: "General",
    bouncedRecipients: [
      {
        emailAddress: to,
        action: "failed",
        status: "5.1.1",
        diagnosticCode: "smtp; 550 5.1.1 user unknown",
      },
    ],
    timestamp: at,
    reportingMTA: "dsn; a7-12.smtp-out.eu-central-1.amazonses.com",
  },
  mail: mailTo(to, sentAt),
});

export const aComplaint = ({
  to,
  sentAt = "2026-11-23T09:00:00.000Z",
  at = "2026-11-23T09:00:05.000Z",
  complaintFeedbackType = "abuse",
}: Told & { complaintFeedbackType?: string | null }) => ({
  eventType: "Complaint",
  complaint: {
    feedbackId: "010701234567890c-aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee-000000",
    complaintSubType: null,
    complainedRecipients: [{ emailAddress: to }],
    timestamp: at,
    userAgent: "Yahoo!-Mail-Feedback/2.0",
    complaintFeedbackType,
    arrivalDate: at,
  },
  mail: mailTo(to, sentAt),
});
