import { SendEmailCommand, type SESClient } from "@aws-sdk/client-ses";
import type { MailSender } from "../../services/ports/platform.ts";

const utf8 = (text: string) => ({ Data: text, Charset: "UTF-8" });

/** Sends over SES. Bounces and complaints come back by the configuration set. */
export const makeMailSender = (client: SESClient, from: string, configurationSet?: string): MailSender => ({
  async send({ to, subject, text, html }) {
    await client.send(
      new SendEmailCommand({
        Source: from,
        Destination: { ToAddresses: [to] },
        Message: { Subject: utf8(subject), Body: { Text: utf8(text), Html: utf8(html) } },
        ...(configurationSet !== undefined && { ConfigurationSetName: configurationSet }),
      }),
    );
  },
});
