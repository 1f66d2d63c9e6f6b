import { type RunningServer, sendJson, serve } from "../../../local/http-server.ts";

export interface FakeMail {
  MessageId: string;
  To: string[];
  Subject: string;
  BodyText: string;
  BodyHtml: string | null;
  Timestamp: number;
}

export interface FakeEmulator extends RunningServer {
  mails: FakeMail[];
  sms: { MessageId: string; PhoneNumber: string; Message: string }[];
  /** Answers 500 while it is true. */
  broken: boolean;
}

/** The two inspection paths of ministack, in the shape that its version 1.5.33 answers in. */
export async function startFakeEmulator(port = 0): Promise<FakeEmulator> {
  const server = await serve(async (request, response) => {
    if (emulator.broken) return sendJson(response, 500, { message: "restarting" });
    if (request.url === "/_ministack/ses/messages") {
      const mails = emulator.mails.map((mail) => ({
        ...mail,
        Source: "a@b",
        CC: [],
        BCC: [],
        Type: "SendEmail",
      }));
      return sendJson(response, 200, { messages: { "000000000000": mails } });
    }
    const byNumber = Object.groupBy(emulator.sms, ({ PhoneNumber }) => PhoneNumber);
    return sendJson(response, 200, { sms_messages: byNumber, region: "eu-central-1" });
  }, port);
  const emulator: FakeEmulator = { ...server, mails: [], sms: [], broken: false };
  return emulator;
}

let count = 0;
export const mail = (to: string, subject: string, parts: Partial<FakeMail> = {}): FakeMail => ({
  MessageId: `mail-${count++}@email.amazonses.com`,
  To: [to],
  Subject: subject,
  BodyText: `Text: ${subject}`,
  BodyHtml: null,
  Timestamp: 1_795_424_400 + count,
  ...parts,
});

export const sms = (to: string, text: string) => ({
  MessageId: `sms-${count++}`,
  PhoneNumber: to,
  Message: text,
});
