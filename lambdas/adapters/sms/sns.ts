import { PublishCommand, type SNSClient } from "@aws-sdk/client-sns";
import type { SmsSender } from "../../services/ports/platform.ts";

const attribute = (value: string) => ({ DataType: "String", StringValue: value });

/** Sends over SNS, as transactional messages: a PIN that comes late is of no use. */
export const makeSmsSender = (client: SNSClient, senderId?: string): SmsSender => ({
  async send({ to, text }) {
    await client.send(
      new PublishCommand({
        PhoneNumber: to,
        Message: text,
        MessageAttributes: {
          "AWS.SNS.SMS.SMSType": attribute("Transactional"),
          ...(senderId !== undefined && { "AWS.SNS.SMS.SenderID": attribute(senderId) }),
        },
      }),
    );
  },
});
