import { describe, expect, it } from "vitest";
import { parseMessage } from "../../../../../lambdas/adapters/saml/xml/parse.ts";

const parse = (text: string | Buffer, maxBytes = 50_000) => parseMessage(Buffer.from(text), maxBytes);

describe("a message from outside", () => {
  it.each([
    ["as it is", "<a>é</a>"],
    ["with a declaration", '<?xml version="1.0" encoding="utf-8"?><a/>'],
    ["with a byte order mark", "\uFEFF<a/>"],
    ["with white space around the root", "\n<a/>\n"],
    ["with ids that differ", '<a ID="x"><b Id="y"/></a>'],
    ["with as many bytes as it may have", `<a>${"x".repeat(49_993)}</a>`],
  ])("is read %s", (_, text) => {
    expect(parse(text).localName).toBe("a");
  });

  it.each([
    ["too large", `<a>${"x".repeat(49_994)}</a>`, "too large"],
    ["not UTF-8", Buffer.from([0x3c, 0x61, 0xff, 0x2f, 0x3e]), "not UTF-8"],
    ["UTF-16", Buffer.from("\uFEFF<a/>", "utf16le"), "not UTF-8"],
    ["said to be of another encoding", '<?xml version="1.0" encoding="iso-8859-2"?><a/>', "not UTF-8"],
    ["with a document type", "<!DOCTYPE a><a/>", "document type"],
    ["with a document type of its own case", "<!doctype a><a/>", "document type"],
    ["with a comment", "<a>1<!---->2</a>", "comment"],
    ["with a comment after the root", "<a/><!-- -->", "comment"],
    ["with an instruction", "<a><?php 1?></a>", "instruction"],
    ["with a stylesheet", '<?xml-stylesheet href="a"?><a/>', "instruction"],
    ["with a CDATA section", "<a><![CDATA[1]]></a>", "CDATA"],
    ["with an entity that nobody declared", "<a>&nbsp;</a>", "well-formed"],
    ["with text after the root", "<a/>x", "well-formed"],
    ["with text before the root", "x<a/>", "well-formed"],
    ["with two roots", "<a/><b/>", "well-formed"],
    ["that is not closed", "<a>", "well-formed"],
    ["with an attribute twice", '<a b="1" b="2"/>', "well-formed"],
    ["with a prefix that nobody declared", "<p:a/>", "well-formed"],
    ["that is empty", "", "well-formed"],
    ["with an ID twice", '<a ID="x"><b ID="x"/></a>', "ID twice"],
    ["with an ID twice by two names", '<a ID="x"><b Id="x"/></a>', "ID twice"],
    ["with an ID twice, once as XML's own", '<a ID="x"><b xml:id="x"/></a>', "ID twice"],
    ["that is too deep", `${"<a>".repeat(101)}${"</a>".repeat(101)}`, "too deep"],
    [
      "with too many attributes",
      `<a ${Array.from({ length: 201 }, (__, i) => `a${i}=">"`).join(" ")}/>`,
      "attributes",
    ],
    ["with too many tags", `<a>${"<b/>".repeat(5_000)}</a>`, "too many tags"],
    ["with too many attributes in all", `<a>${'<b c="" d=""/>'.repeat(1_700)}</a>`, "too many tags"],
  ])("is refused %s", (_, text, why) => {
    expect(() => parse(text)).toThrow(why);
  });
});
