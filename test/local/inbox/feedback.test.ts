import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readFeedback } from "../../../lambdas/adapters/mail/feedback.ts";
import type { RunningServer } from "../../../local/http-server.ts";
import { startInbox } from "../../../local/inbox/inbox.ts";
import { type FakeEmulator, mail, sms, startFakeEmulator } from "./fake-emulator.ts";

/** SNS as far as one message is published to it. */
const startSns = async (published: URLSearchParams[]): Promise<{ url: string; server: Server }> => {
  const server = createServer((request, response) => {
    const answer = async () => {
      published.push(new URLSearchParams(await text(request)));
      const id = "<PublishResult><MessageId>1</MessageId></PublishResult>";
      response.end(
        `<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">${id}</PublishResponse>`,
      );
    };
    void answer();
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

describe("a mail in the inbox", () => {
  const published: URLSearchParams[] = [];
  let emulator: FakeEmulator;
  let sns: Server;
  let inbox: RunningServer;
  beforeEach(async () => {
    published.length = 0;
    const started = await startSns(published);
    sns = started.server;
    emulator = await startFakeEmulator();
    inbox = await startInbox({
      port: 0,
      emulatorEndpoint: emulator.url,
      feedback: { endpoint: started.url, region: "eu-central-1", topicArn: "arn:topic" },
      every: 10_000,
    });
  });
  afterEach(async () => {
    await inbox.close();
    await emulator.close();
    sns.closeAllConnections();
    sns.close();
  });

  const only = async () => {
    const [message] = (await (await fetch(`${inbox.url}/api/messages`)).json()) as {
      id: string;
      at: string;
    }[];
    return message!;
  };
  const post = async (path: string) => await fetch(inbox.url + path, { method: "POST", redirect: "manual" });

  it.each([
    ["bounce", "bounced"],
    ["complaint", "complained"],
  ])("can come back as a %s, which the service reads", async (button, kind) => {
    emulator.mails.push(mail("Eva Malá <eva@example.cz>", "První"));
    const { id, at } = await only();
    expect((await post(`/messages/${id}/${button}`)).status).toBe(303);
    expect(published[0]?.get("TopicArn")).toBe("arn:topic");
    expect(readFeedback(published[0]?.get("Message") ?? "")).toMatchObject({
      kind,
      sentAt: at,
      recipients: ["eva@example.cz"],
    });
  });

  it.each(["/messages/none/bounce", "/messages/none", "/"])("that is not there can't: %s", async (path) => {
    expect((await post(path)).status).toBe(404);
    expect(published).toEqual([]);
  });

  it("is no SMS", async () => {
    emulator.sms.push(sms("+420777000111", "PIN 123456"));
    const { id } = await only();
    expect((await post(`/messages/${id}/bounce`)).status).toBe(404);
  });
});
