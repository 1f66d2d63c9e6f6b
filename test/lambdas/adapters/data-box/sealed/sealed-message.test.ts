import { beforeAll, describe, expect, it } from "vitest";
import { makeOpenSealedMessage } from "../../../../../lambdas/adapters/data-box/sealed/sealed-message.ts";
import { type Identity, issue, selfSigned } from "../../../../../local/certificates.ts";
import { makeSeal } from "./make-seal.ts";

let root: Identity;
let seal: Identity;
beforeAll(async () => {
  root = await selfSigned({ commonName: "Root", ca: true });
  seal = await issue(root, { commonName: "Seal" });
}, 60_000);

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const encoded = (name: string, text: string): string =>
  `<p:dmFile dmMimeType="pdf" dmFileMetaType="main" dmFileDescr="${name}">` +
  `<p:dmEncodedContent>\r\n${base64(text).replace(/(.{8})/gu, "$1\r\n")}</p:dmEncodedContent></p:dmFile>`;
const inline = (name: string, xml: string): string =>
  `<p:dmFile dmMimeType="" dmFileMetaType="enclosure" dmFileDescr="${name}"><p:dmXMLContent>${xml}</p:dmXMLContent></p:dmFile>`;

const inner = (files: string): string =>
  `<?xml version="1.0" encoding="utf-8"?><q:MessageDownloadResponse xmlns:q="http://isds.czechpoint.cz/v20/message">` +
  `<q:dmReturnedMessage xmlns:p="http://isds.czechpoint.cz/v20"><p:dmDm><p:dmID>900000101</p:dmID>` +
  `<p:dbIDSender>jjqjqih</p:dbIDSender><p:dmSender>Kdokoli</p:dmSender><p:dbIDRecipient>bbbbbbc</p:dbIDRecipient>` +
  `<p:dmFiles>${files}</p:dmFiles></p:dmDm><q:dmHash algorithm="SHA-256">AAAA</q:dmHash>` +
  `<q:dmDeliveryTime>2026-11-20T09:15:02.123+01:00</q:dmDeliveryTime></q:dmReturnedMessage></q:MessageDownloadResponse>`;

const open = async (content: string) => {
  const settings = {
    roots: [root.certificatePem],
    organizations: [],
    maxBytes: 1_000_000,
    recipientBoxId: "bbbbbbc",
  };
  const raw = await makeSeal(Buffer.from(content), { identity: seal });
  return await makeOpenSealedMessage(settings, () => new Date().toISOString())(raw);
};

describe("a message under a good seal", () => {
  it("tells its sender, time and files from under the seal", async () => {
    const message = await open(inner(encoded("a.pdf", "%PDF") + inline("b.xml", `<x xmlns="urn:y">ž</x>`)));
    expect(message).toMatchObject({
      id: "900000101",
      senderBoxId: "jjqjqih",
      deliveredAt: "2026-11-20T08:15:02.123Z",
    });
    const files = message.files.map(({ name, content }) => [name, Buffer.from(content).toString()]);
    expect(files).toEqual([
      ["a.pdf", "%PDF"],
      ["b.xml", `<x xmlns="urn:y">ž</x>`],
    ]);
  });
  it("names a file that is an element as XML", async () => {
    const { files } = await open(inner(inline("udaje", "<x/>")));
    expect(files.map(({ name }) => name)).toEqual(["udaje.xml"]);
  });
  it("may have the outer elements in the namespace of the operations", async () => {
    const other = inner(encoded("a", "b")).replace(
      /(<\/?)q:(dm(?:ReturnedMessage|DeliveryTime|Hash))/gu,
      "$1p:$2",
    );
    const declared = other.replace(
      "<q:MessageDownloadResponse",
      `$& xmlns:p="http://isds.czechpoint.cz/v20"`,
    );
    expect(await open(declared)).toMatchObject({ id: "900000101" });
  });
});

const good = inner(encoded("a.xml", "<a/>"));
const both = `<p:dmFile dmFileDescr="a"><p:dmEncodedContent>TUlB</p:dmEncodedContent><p:dmXMLContent><a/></p:dmXMLContent></p:dmFile>`;

describe("a message that is not as it should be, under a good seal", () => {
  it.each<[string, string]>([
    ["a DOCTYPE", good.replace("<q:Mess", "<!DOCTYPE x><q:Mess")],
    ["not XML", "hello"],
    ["the namespace of a sent message", good.replaceAll("v20/message", "v20/SentMessage")],
    ["a delivery receipt", good.replaceAll("MessageDownloadResponse", "GetDeliveryInfoResponse")],
    ["no envelope", good.replace(/<p:dmDm>.*<\/p:dmDm>/su, "")],
    ["two envelopes", good.replace(/<p:dmDm>.*<\/p:dmDm>/su, "$&$&")],
    ["no id", good.replace(/<p:dmID>.*<\/p:dmID>/u, "")],
    ["an id that is a path", good.replace("900000101<", "../1<")],
    ["two senders", good.replace(/<p:dbIDSender>.*<\/p:dbIDSender>/u, "$&$&")],
    ["no sender", good.replace(/<p:dbIDSender>.*<\/p:dbIDSender>/u, "")],
    ["another recipient", good.replace("bbbbbbc", "bbbbbbd")],
    ["a time without an offset", good.replace("+01:00", "")],
    ["no time", good.replace(/<q:dmDeliveryTime>.*<\/q:dmDeliveryTime>/u, "")],
    ["a file that is not base64", good.replace(/(<p:dmEncodedContent>)[^<]*/u, "$1*")],
    ["a file of both kinds", inner(both)],
    ["a file of neither kind", inner(`<p:dmFile dmFileDescr="a"/>`)],
    ["a file of two elements", inner(inline("a", "<a/><b/>"))],
  ])("%s", async (_, content) => {
    await expect(open(content)).rejects.toMatchObject({ name: "MessageInvalid" });
  });
});
