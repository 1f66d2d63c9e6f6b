import { SESClient } from "@aws-sdk/client-ses";
import { SNSClient } from "@aws-sdk/client-sns";
import { makeMailSender } from "../adapters/mail/ses.ts";
import { makeSmsSender } from "../adapters/sms/sns.ts";
import { makeMessageTexts } from "../domain/messages/messages.ts";
import { readEnv } from "../env.ts";

/** How mails and SMS are worded and sent. */
export const messages = () => {
  const env = readEnv(
    "MAIL_FROM",
    "MAIL_CONFIGURATION_SET",
    "SMS_SENDER",
    "APP_ORIGINS",
    "PROVIDER",
    "HELPDESK",
  );
  const [appOrigin = ""] = env.APP_ORIGINS;
  return {
    texts: makeMessageTexts({ appOrigin, provider: env.PROVIDER.name, helpdesk: env.HELPDESK }),
    mail: makeMailSender(new SESClient({}), env.MAIL_FROM, env.MAIL_CONFIGURATION_SET),
    sms: makeSmsSender(new SNSClient({}), env.SMS_SENDER),
  };
};
