import { SendEmailCommand, SESClient } from "@aws-sdk/client-ses";
import { mockClient } from "aws-sdk-client-mock";
import { afterEach, describe, expect, it } from "vitest";
import { makeMailSender } from "../../../../lambdas/adapters/mail/ses.ts";

const ses = mockClient(SESClient);
const client = new SESClient({ region: "eu-central-1" });
const mail = { to: "zofie@example.cz", subject: "Žádost", text: "Dobrý den", html: "<p>Dobrý den</p>" };

afterEach(() => ses.reset());

describe("makeMailSender", () => {
  it("sends one mail with text and HTML in UTF-8, by the configuration set", async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: "1" });
    await makeMailSender(client, "noreply@example.cz", "mails").send(mail);
    expect(ses.commandCalls(SendEmailCommand).map(({ args }) => args[0].input)).toEqual([
      {
        Source: "noreply@example.cz",
        Destination: { ToAddresses: ["zofie@example.cz"] },
        Message: {
          Subject: { Data: "Žádost", Charset: "UTF-8" },
          Body: {
            Text: { Data: "Dobrý den", Charset: "UTF-8" },
            Html: { Data: "<p>Dobrý den</p>", Charset: "UTF-8" },
          },
        },
        ConfigurationSetName: "mails",
      },
    ]);
  });

  it("names no configuration set where there is none", async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: "1" });
    await makeMailSender(client, "noreply@example.cz").send(mail);
    expect(ses.commandCalls(SendEmailCommand)[0]?.args[0].input).not.toHaveProperty("ConfigurationSetName");
  });

  it("fails when SES refuses", async () => {
    ses.on(SendEmailCommand).rejects(new Error("MessageRejected"));
    await expect(makeMailSender(client, "noreply@example.cz").send(mail)).rejects.toThrow("MessageRejected");
  });
});
