import { describe, expect, it } from "vitest";
import { hasShared } from "../../../support/shared.ts";
import { boxAnswering, list, record, sketch, soap } from "./replies.ts";

const since = "2026-11-20T00:00:00.000Z";

describe.skipIf(!hasShared)("other people's samples", () => {
  it("reads the list", async () => {
    const { box } = boxAnswering(sketch("GetListOfReceivedMessagesResponse"));
    expect(await box.received(since)).toEqual([
      {
        id: "900000101",
        senderBoxId: "aaaaaab",
        deliveredAt: "2026-11-20T08:15:02.123Z",
        large: false,
        system: false,
      },
    ]);
  });
  it("reads an empty list", async () => {
    const { box } = boxAnswering(sketch("GetListOfReceivedMessagesResponse.empty"));
    expect(await box.received(since)).toEqual([]);
  });
  it("reads a signed message", async () => {
    const { box } = boxAnswering(sketch("SignedMessageDownloadResponse"));
    expect(Buffer.from(await box.download("900000101")).toString("hex")).toBe("3080");
  });
  it("reads the owner", async () => {
    const { box } = boxAnswering(sketch("GetOwnerInfoFromLoginResponse"));
    expect(await box.owner()).toEqual({ boxId: "bbbbbbc", companyNumber: "12345679" });
  });
  it("reads the answer to marking", async () => {
    const { box } = boxAnswering(sketch("MarkMessageAsDownloadedResponse"));
    await expect(box.markDownloaded("900000101")).resolves.toBeUndefined();
  });
});

describe("the request", () => {
  it("goes to the operation's address with the password in UTF-8 and no redirect followed", async () => {
    const { box, sent } = boxAnswering(list());
    await box.received(since);
    expect(sent[0]?.url).toBe("https://ws1.example.test/DS/dx");
    expect(sent[0]?.init).toMatchObject({
      method: "POST",
      redirect: "manual",
      headers: {
        "content-type": "text/xml; charset=UTF-8",
        soapaction: '""',
        authorization: `Basic ${Buffer.from("jméno:heslo").toString("base64")}`,
      },
    });
  });
  it("never holds anything but the id of a message", async () => {
    const { box, sent } = boxAnswering();
    await expect(box.download("1</p:dmID>")).rejects.toThrow(TypeError);
    expect(sent).toEqual([]);
  });
});

describe("the list", () => {
  const page = (from: number, count: number): string =>
    list(
      ...Array.from({ length: count }, (_, index) => record(String(from + index), "2026-11-20T09:00:00Z")),
    );

  it("is read page by page until fewer come back, each message once", async () => {
    const { box, sent } = boxAnswering(page(1, 500), page(500, 500), page(1000, 2));
    const messages = await box.received(since);
    expect(new Set(messages.map(({ id }) => id)).size).toBe(1001);
    expect(messages).toHaveLength(1001);
    const offsets = sent.map(({ init }) => /dmOffset>(\d+)</u.exec(String(init.body))?.[1]);
    expect(offsets).toEqual(["1", "501", "1001"]);
  });
  it("is in the order of instants across the night when clocks go back", async () => {
    const { box } = boxAnswering(
      list(record("2", "2026-10-25T02:30:00.000+01:00"), record("1", "2026-10-25T02:40:00.000+02:00")),
    );
    expect((await box.received(since)).map(({ id }) => id)).toEqual(["1", "2"]);
  });
  it("tells large messages, system messages and a sender that is not named", async () => {
    const { box } = boxAnswering(
      list(
        record("1", "2026-11-20T09:00:00Z", "", `dmVODZ="true"`),
        record("2", "2026-11-20T09:00:01Z").replace(">10<", ">0<"),
        record("3", "2026-11-20T09:00:02Z").replace(/<q:dbIDSender>.*<\/q:dbIDSender>/u, "<q:dbIDSender/>"),
      ),
    );
    expect(await box.received(since)).toMatchObject([
      { id: "1", large: true, system: false },
      { id: "2", large: false, system: true },
      { id: "3", senderBoxId: "" },
    ]);
  });
  it.each(["", "2026-11-20T09:00:00", "soon"])(
    "takes the time %j for the earliest it can be",
    async (time) => {
      const { box } = boxAnswering(list(record("1", time)));
      expect(await box.received(since)).toMatchObject([{ id: "1", deliveredAt: since }]);
    },
  );
  it.each(["", "../../x", "1 2", "9".repeat(21)])("does not take %j for an id", async (id) => {
    const { box } = boxAnswering(list(record(id, "2026-11-20T09:00:00Z")));
    await expect(box.received(since)).rejects.toMatchObject({ name: "DataBoxUnavailable" });
  });
  it("ends, even where the other side never does", async () => {
    const { box, sent } = boxAnswering(...Array.from({ length: 30 }, () => page(1, 500)));
    expect(await box.received(since)).toHaveLength(500);
    expect(sent).toHaveLength(20);
  });
});

const download = (code: string): string => soap("SignedMessageDownload", "", code);
const fault =
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>` +
  `<faultcode>Odstávka</faultcode><faultstring>Probíhá údržba</faultstring></s:Fault></s:Body></s:Envelope>`;
const status = (code: number, body = ""): Response =>
  new Response(body, { status: code, headers: { location: "https://www.example.test/as/login" } });

/** What came back, what a download throws, and what a list throws: trouble of one message is not the box's. */
const bad: [string, () => string | Response | Error, string, string][] = [
  ["wrong credentials", () => status(401), "DataBoxRefused", "DataBoxRefused"],
  ["a forbidden certificate", () => status(403), "DataBoxRefused", "DataBoxRefused"],
  ["a redirect to the login page", () => status(302), "DataBoxRefused", "DataBoxRefused"],
  ["maintenance", () => status(503, fault), "DataBoxUnavailable", "DataBoxUnavailable"],
  ["a fault with 200", () => fault, "DataBoxUnavailable", "DataBoxUnavailable"],
  ["an address that is not there", () => status(404), "DataBoxUnavailable", "DataBoxUnavailable"],
  ["no connection", () => new TypeError("fetch failed"), "DataBoxUnavailable", "DataBoxUnavailable"],
  ["HTML with 200", () => "<html><p>Omlouváme se<br></html>", "MessageNotReady", "DataBoxUnavailable"],
  ["an empty body", () => "", "MessageNotReady", "DataBoxUnavailable"],
  ["half a reply", () => download("0000").slice(0, 300), "MessageNotReady", "DataBoxUnavailable"],
  ["a DOCTYPE", () => `<!DOCTYPE x>${download("0000")}`, "MessageNotReady", "DataBoxUnavailable"],
  ["too long a reply", () => " ".repeat(1_000_001), "MessageNotReady", "DataBoxUnavailable"],
  ["the reply to something else", () => soap("Foo", ""), "MessageNotReady", "DataBoxUnavailable"],
  [
    "another root",
    () => `<a xmlns="http://isds.czechpoint.cz/v20"/>`,
    "MessageNotReady",
    "DataBoxUnavailable",
  ],
];

describe("a bad reply", () => {
  it.each(bad)("%s, to a download", async (_, reply, name) => {
    await expect(boxAnswering(reply()).box.download("1")).rejects.toMatchObject({ name });
  });
  it.each(bad)("%s, to a list", async (_, reply, __, name) => {
    await expect(boxAnswering(reply()).box.received(since)).rejects.toMatchObject({ name });
  });

  it.each([
    ["0005", "MessageNotReady"],
    ["1211", "MessageRefused"],
    ["1219", "MessageRefused"],
    ["1222", "MessageNotReady"],
    ["1281", "MessageRefused"],
    ["1299", "MessageNotReady"],
    ["2006", "DataBoxUnavailable"],
    ["3005", "DataBoxUnavailable"],
    ["3009", "DataBoxUnavailable"],
    ["9005", "DataBoxUnavailable"],
    ["9502", "MessageNotReady"],
  ])("status %s to a download is %s, and the error carries it", async (code, name) => {
    const { box } = boxAnswering(download(code));
    await expect(box.download("1")).rejects.toMatchObject({ name, message: `status ${code}` });
  });
  it("a status that is no code is not repeated in the error", async () => {
    const { box } = boxAnswering(download("Jan Novák"));
    await expect(box.download("1")).rejects.toMatchObject({ message: "an unreadable status" });
  });
  it.each(["", "<q:dmSignature/>", "<q:dmSignature>***</q:dmSignature>"])(
    "success without a message (%s) is no message",
    async (content) => {
      const { box } = boxAnswering(soap("SignedMessageDownload", content));
      await expect(box.download("1")).rejects.toMatchObject({ name: "MessageNotReady" });
    },
  );
  it("an owner that is not told is trouble of the box", async () => {
    const { box } = boxAnswering(soap("GetOwnerInfoFromLogin", ""));
    await expect(box.owner()).rejects.toMatchObject({ name: "DataBoxUnavailable" });
  });
});
