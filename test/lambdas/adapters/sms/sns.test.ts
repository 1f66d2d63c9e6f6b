import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { mockClient } from "aws-sdk-client-mock";
import { afterEach, describe, expect, it } from "vitest";
import { makeSmsSender } from "../../../../lambdas/adapters/sms/sns.ts";

const sns = mockClient(SNSClient);
const client = new SNSClient({ region: "eu-central-1" });
const sms = { to: "+420601000001", text: "PIN2: 123456" };

afterEach(() => sns.reset());

describe("makeSmsSender", () => {
  it("publishes a transactional message under the sender's name", async () => {
    sns.on(PublishCommand).resolves({ MessageId: "1" });
    await makeSmsSender(client, "NIALINK").send(sms);
    expect(sns.commandCalls(PublishCommand).map(({ args }) => args[0].input)).toEqual([
      {
        PhoneNumber: "+420601000001",
        Message: "PIN2: 123456",
        MessageAttributes: {
          "AWS.SNS.SMS.SMSType": { DataType: "String", StringValue: "Transactional" },
          "AWS.SNS.SMS.SenderID": { DataType: "String", StringValue: "NIALINK" },
        },
      },
    ]);
  });

  it("names no sender where there is none", async () => {
    sns.on(PublishCommand).resolves({ MessageId: "1" });
    await makeSmsSender(client).send(sms);
    const { MessageAttributes } = sns.commandCalls(PublishCommand)[0]?.args[0].input ?? {};
    expect(Object.keys(MessageAttributes ?? {})).toEqual(["AWS.SNS.SMS.SMSType"]);
  });

  it("fails when SNS refuses", async () => {
    sns.on(PublishCommand).rejects(new Error("OptedOut"));
    await expect(makeSmsSender(client).send(sms)).rejects.toThrow("OptedOut");
  });
});
