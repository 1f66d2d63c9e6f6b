import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RunningServer } from "../../../local/http-server.ts";
import { startInbox } from "../../../local/inbox/inbox.ts";
import type { InboxMessage } from "../../../local/inbox/message.ts";
import { type FakeEmulator, mail, sms, startFakeEmulator } from "./fake-emulator.ts";

const PHONE = "+420777000111";

describe("the inbox", () => {
  let emulator: FakeEmulator;
  let inbox: RunningServer;
  let folder: string;
  const start = async (endpoint = emulator.url): Promise<RunningServer> =>
    startInbox({ port: 0, emulatorEndpoint: endpoint, stateFile: join(folder, "inbox.json"), every: 10 });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "inbox-"));
    emulator = await startFakeEmulator();
    inbox = await start();
  });
  afterEach(async () => {
    await inbox.close();
    await emulator.close();
    rmSync(folder, { recursive: true });
  });

  const messages = async (to = ""): Promise<InboxMessage[]> =>
    (await (await fetch(`${inbox.url}/api/messages${to && `?to=${to}`}`)).json()) as InboxMessage[];
  const page = async (path: string): Promise<string> => (await fetch(inbox.url + path)).text();

  it("answers mails and SMS, newest first", async () => {
    emulator.mails.push(mail("eva@example.cz", "První", { BodyHtml: "<p>První</p>" }));
    emulator.mails.push(mail("Eva Malá <eva@example.cz>", "Druhá"));
    emulator.sms.push(sms(PHONE, "PIN 123456"));
    const found = await messages();
    expect(found.map(({ channel, to, subject, text }) => [channel, to, subject, text])).toContainEqual([
      "sms",
      PHONE,
      "",
      "PIN 123456",
    ]);
    const mails = found.filter(({ channel }) => channel === "mail");
    expect(mails.map(({ subject, to, html }) => [subject, to, html])).toEqual([
      ["Druhá", "eva@example.cz", ""],
      ["První", "eva@example.cz", "<p>První</p>"],
    ]);
    expect(found.every(({ at }) => /^\d{4}-.*Z$/.test(at))).toBe(true);
  });

  it.each([
    ["eva@example.cz", ["První"]],
    ["EVA@example.cz", ["První"]],
    [encodeURIComponent(PHONE), [""]],
    [PHONE, [""]],
    ["va@example.cz", []],
  ])("to %s there came %j", async (to, subjects) => {
    emulator.mails.push(mail("eva@example.cz", "První"), mail("jan@example.cz", "Druhá"));
    emulator.sms.push(sms(PHONE, "PIN 123456"));
    expect((await messages(to)).map(({ subject }) => subject)).toEqual(subjects);
  });

  it("keeps what the emulator forgets, also when it starts again itself", async () => {
    emulator.mails.push(mail("eva@example.cz", "První"));
    await messages();
    emulator.mails = [];
    await inbox.close();
    inbox = await start();
    emulator.mails.push(mail("eva@example.cz", "Druhá"));
    expect((await messages()).map(({ subject }) => subject)).toEqual(["Druhá", "První"]);
  });

  it("has each message once, however often it is seen", async () => {
    emulator.sms.push(sms(PHONE, "Jednou"));
    await messages();
    expect(await messages()).toHaveLength(1);
  });

  it("lives through a restart of the emulator", async () => {
    emulator.mails.push(mail("eva@example.cz", "Před"));
    await messages();
    emulator.broken = true;
    expect(await messages()).toHaveLength(1);
    await emulator.close();
    expect(await messages()).toHaveLength(1);
    emulator = await startFakeEmulator(Number(new URL(emulator.url).port));
    emulator.mails.push(mail("eva@example.cz", "Po"));
    expect((await messages()).map(({ subject }) => subject)).toEqual(["Po", "Před"]);
  });

  it("collects without being asked", async () => {
    emulator.mails.push(mail("eva@example.cz", "Sama od sebe"));
    await vi.waitFor(() => {
      expect(readFileSync(join(folder, "inbox.json"), "utf8")).toContain("Sama od sebe");
    });
  });

  describe("as a page", () => {
    it("says when there is nothing", async () => {
      expect(await page("/")).toContain("Zatím nic nepřišlo.");
    });

    it("shows a mail in a frame where nothing runs, and its text", async () => {
      emulator.mails.push(
        mail("eva@example.cz", 'Věc <b> "x"', { BodyHtml: '<p class="a">Tělo</p><script>1</script>' }),
      );
      const [message] = await messages();
      const shown = await page(`/messages/${message?.id}`);
      expect(shown).toContain("<h2>Věc &lt;b&gt; &quot;x&quot;</h2>");
      expect(shown).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
      expect(shown).toContain("&lt;p class=&quot;a&quot;&gt;Tělo&lt;/p&gt;");
      expect(shown).not.toContain("<script>1");
      expect(shown).toContain("Text: Věc &lt;b&gt;");
    });

    it("shows SMS as a conversation, oldest first", async () => {
      emulator.sms.push(sms(PHONE, "Prvni"));
      await messages();
      emulator.sms.push(sms(PHONE, "Druha"), sms("+420777000222", "Jinam"));
      const opened = (await messages(PHONE)).at(0);
      const shown = await page(`/messages/${opened?.id}`);
      const bubbles = shown.slice(shown.indexOf('id="bubbles"'));
      expect(bubbles.indexOf("Prvni")).toBeLessThan(bubbles.indexOf("Druha"));
      expect(bubbles).toContain("Prvni");
      expect(bubbles).not.toContain("Jinam");
    });

    it("lists what went to one address only", async () => {
      emulator.mails.push(mail("eva@example.cz", "Pro Evu"), mail("jan@example.cz", "Pro Jana"));
      const shown = await page("/?to=eva@example.cz");
      expect(shown).toContain("Pro Evu");
      expect(shown).not.toContain("Pro Jana");
    });

    it.each(["/messages/none", "/else"])("knows no %s", async (path) => {
      expect((await fetch(inbox.url + path)).status).toBe(404);
    });
  });
});
