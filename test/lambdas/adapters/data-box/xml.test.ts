import { describe, expect, it } from "vitest";
import { ISDS, childNamed, parseXml, textOf } from "../../../../lambdas/adapters/data-box/xml.ts";
import { MessageInvalid } from "../../../../lambdas/domain/errors.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text);

describe("parseXml", () => {
  it.each<[string, string | Uint8Array]>([
    ["a DOCTYPE", `<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>`],
    ["a DOCTYPE in lower case", `<!doctype a><a/>`],
    ["an external entity", `<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>`],
    ["an undeclared entity", "<a>&nbsp;</a>"],
    ["a truncated document", "<a><b>text</b>"],
    ["a cut tag", "<a><b"],
    ["an unclosed comment", "<a><!-- x</a>"],
    ["two roots", "<a/><b/>"],
    ["no element", "  "],
    ["HTML", "<html><body><br></body></html>"],
    ["an undeclared prefix", "<x:a/>"],
    ["an attribute twice", `<a b="1" b="2"/>`],
    ["another encoding by name", `<?xml version="1.0" encoding="windows-1250"?><a/>`],
    ["another encoding in fact", Buffer.from("<a>é</a>", "latin1")],
    ["UTF-16", Buffer.from("\uFEFF<a/>", "utf16le")],
    ["nesting past the limit", "<a>".repeat(65) + "</a>".repeat(65)],
    ["depth hidden behind a quoted />", `<a b="/>">`.repeat(65) + "</a>".repeat(65)],
    ["depth hidden behind comments", "<a><!-- </a> -->".repeat(65) + "</a>".repeat(65)],
    ["too many elements", `<a>${"<b/>".repeat(200_001)}</a>`],
    [
      "a tag with thousands of attributes",
      `<a ${Array.from({ length: 3000 }, (_, n) => `b${n}=""`).join(" ")}/>`,
    ],
  ])("refuses %s", (_, document) => {
    const read = () => parseXml(typeof document === "string" ? bytes(document) : document);
    expect(read).toThrow(MessageInvalid);
  });

  it("shows nothing of the document in the error", () => {
    expect(() => parseXml(bytes("<a><tajné></a>"))).toThrow(/^xml: not well-formed$/u);
  });

  it("takes a document at the limit of depth, CDATA and characters by number", () => {
    const deep = `${"<a>".repeat(63)}<a><![CDATA[<x>]]>&#13;&amp;</a>${"</a>".repeat(63)}`;
    expect(parseXml(bytes(deep)).textContent).toBe("<x>\r&");
  });
});

describe("textOf", () => {
  const xsi = `xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`;
  const root = (content: string) => parseXml(bytes(`<p:r xmlns:p="${ISDS}" ${xsi}>${content}</p:r>`));

  it.each([
    ["nil", `<p:x xsi:nil="true"/>`, undefined],
    ["nil as 1", `<p:x xsi:nil="1"/>`, undefined],
    ["absent", "", undefined],
    ["empty", "<p:x/>", undefined],
    ["there", "<p:x> a </p:x>", "a"],
    ["under another prefix", `<q:x xmlns:q="${ISDS}">a</q:x>`, "a"],
    ["of another namespace", `<x xmlns="urn:other">a</x>`, undefined],
  ])("an element that is %s", (_, content, text) => expect(textOf(root(content), "x")).toBe(text));

  it("refuses an element twice", () => {
    expect(() => childNamed(root("<p:x/><p:x/>"), "x")).toThrow(MessageInvalid);
  });
  it("refuses elements where text belongs", () => {
    expect(() => textOf(root("<p:x><p:y/></p:x>"), "x")).toThrow(MessageInvalid);
  });
});
