import { describe, expect, it } from "vitest";
import { MessageRefused } from "../../../lambdas/domain/errors.ts";
import {
  type Letter,
  SENDER,
  answer,
  at,
  code,
  makeOffice,
  officeWith,
  otherCode,
} from "./data-box/office.ts";

describe("an answer with the code of a verification", () => {
  it("is archived before it is read, recorded, and marked last", async () => {
    const office = await officeWith(answer("1"));
    expect(await office.poll()).toMatchObject({ outcome: "done", counts: { matched: 1 }, unfinished: [] });
    expect(office.log.filter((entry) => !entry.startsWith("since"))).toEqual([
      "list",
      "download 1",
      "store 1",
      "fetch 1",
      "record 1",
      "mark 1",
    ]);
    expect(office.recorded).toEqual(["visit by 1"]);
    expect(await office.message("1")).toMatchObject({
      state: "matched",
      verificationId: "visit",
      archiveKey: "key-1",
    });
    expect(office.records.audit).toMatchObject([{ action: "message-archived", reason: "message 1" }]);
    expect(office.records.all("operator-case")).toEqual([]);
  });
  it("changes nothing when it is listed again", async () => {
    const office = await officeWith(answer("1"));
    await office.poll();
    const audited = office.records.audit.length;
    expect(await office.poll()).toMatchObject({ counts: { known: 1, matched: 0 } });
    expect(office.log.filter((entry) => entry.startsWith("download"))).toHaveLength(1);
    expect(office.records.audit).toHaveLength(audited);
  });
  it("changes nothing when it is sent again as another message", async () => {
    const office = await officeWith(answer("1"), answer("2"));
    await office.poll();
    expect(office.recorded).toEqual(["visit by 1"]);
    expect(await office.message("2")).toMatchObject({ state: "matched", detail: "already-answered" });
  });
  it("is found however the clerk typed the code", async () => {
    const typed = (code.toLowerCase().match(/.{1,4}/gu) ?? []).join(" - ");
    const office = await officeWith({ id: "1", text: `Kód: ${typed}.` });
    await office.poll();
    expect(office.recorded).toEqual(["visit by 1"]);
  });
});

describe("a message that can't be used", () => {
  it.each<[string, Letter, string, string]>([
    [
      "a broken seal",
      answer("1", { broken: "seal" }),
      "unreadable-message",
      "seal: the signature does not fit",
    ],
    [
      "content that is not as the schema says",
      answer("1", { broken: "content" }),
      "unreadable-message",
      "content: no Prijmeni in its place",
    ],
    [
      "another id under the seal",
      answer("1", { broken: "other-id" }),
      "unreadable-message",
      "another message under the seal",
    ],
    [
      "another sender under the seal",
      answer("1", { broken: "other-sender" }),
      "unreadable-message",
      "another sender under the seal",
    ],
    ["no code", { id: "1", text: "dobrý den" }, "unmatched-answer", "no-code"],
    [
      "a code with a typing error",
      { id: "1", text: `${code.slice(0, -1)}${code.endsWith("Z") ? "Y" : "Z"}` },
      "unmatched-answer",
      "no-code",
    ],
    ["a code that nobody has", { id: "1", text: otherCode }, "unmatched-answer", "unknown-code"],
    ["a large message", { id: "1", large: true }, "unreadable-message", "large-message"],
  ])("%s: kept, with a case", async (_, letter, kind, detail) => {
    const office = await officeWith(letter);
    expect(await office.poll()).toMatchObject({ outcome: "done", counts: { quarantined: 1 } });
    expect(await office.message("1")).toMatchObject({ state: "quarantined", detail });
    expect(office.records.all("operator-case")).toMatchObject([{ kind, state: "open", messageId: "1" }]);
    expect(office.records.audit.at(-1)).toMatchObject({
      action: "message-quarantined",
      reason: `message 1: ${detail}`,
    });
    expect(office.recorded).toEqual([]);
    await office.poll();
    expect(office.records.all("operator-case")).toHaveLength(1);
  });

  it("codes of two verifications: kept, with a case", async () => {
    const office = await officeWith({ id: "1", text: `${code}; ${otherCode}` });
    await office.claim(otherCode, "other visit");
    await office.poll();
    expect(await office.message("1")).toMatchObject({ state: "quarantined", detail: "several-codes" });
  });
  it("an answer to a verification that is over: kept, with a case that names it", async () => {
    const office = await officeWith({ id: "1", text: otherCode });
    await office.claim(otherCode, "over");
    await office.poll();
    expect(office.records.all("operator-case")).toMatchObject([
      { kind: "unmatched-answer", accountId: "account", verificationId: "over" },
    ]);
  });
  it.each(["status 1219", "status 1211"])(
    "a message refused for good (%s): noted, with a case",
    async (status) => {
      const office = await officeWith(answer("1"));
      office.failures.set("download 1", new MessageRefused(status));
      await office.poll();
      expect(await office.message("1")).toMatchObject({
        state: "quarantined",
        detail: status,
        archiveKey: "",
      });
    },
  );
});

describe("senders", () => {
  it("another sender's message is neither downloaded nor marked", async () => {
    const office = await officeWith(answer("1", { senderBoxId: "aaaaaab" }));
    expect(await office.poll()).toMatchObject({ counts: { skipped: 1 } });
    expect(await office.message("1")).toMatchObject({ state: "skipped", detail: "sender-not-allowed" });
    expect(office.log.filter((entry) => /download|mark/u.test(entry))).toEqual([]);
    expect(office.records.all("operator-case")).toEqual([]);
  });
  it.each<Partial<Letter>>([{ senderBoxId: "aaaaaaa" }, { senderBoxId: "zzzzzzq" }, { system: true }])(
    "a system message (%o) is shown to an operator",
    async (more) => {
      const office = await officeWith({ id: "1", ...more });
      await office.poll();
      expect(await office.message("1")).toMatchObject({ state: "skipped", detail: "system-message" });
      expect(office.records.all("operator-case")).toMatchObject([{ kind: "system-message", messageId: "1" }]);
    },
  );
  it("with nobody allowed, not even the list is asked for", async () => {
    const office = makeOffice({ allowedSenders: [] });
    office.letters.push(answer("1"));
    expect(await office.poll()).toMatchObject({ outcome: "nobody-allowed" });
    expect(office.log).toEqual([]);
  });
  it("a sender who is allowed later is read where the message still shows", async () => {
    const office = await officeWith(answer("1"));
    await office.records.commit([
      {
        put: {
          type: "box-message",
          id: "1",
          version: 0,
          state: "skipped",
          detail: "sender-not-allowed",
          senderBoxId: SENDER,
          deliveredAt: at("08:00"),
          archiveKey: "",
        },
      },
    ]);
    await office.poll();
    expect(office.recorded).toEqual(["visit by 1"]);
  });
});
