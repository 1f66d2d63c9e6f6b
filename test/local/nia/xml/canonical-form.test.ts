import { X509Certificate, createHash, createHmac, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Element } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { verifyAssertion } from "../../../../local/nia/soap/assertion-check.ts";
import { canonicalForm } from "../../../../local/nia/xml/canonical-form.ts";
import { ns } from "../../../../local/nia/xml/names.ts";
import { parseXml } from "../../../../local/nia/xml/parse.ts";
import { everyElement } from "../../../../local/nia/xml/read.ts";
import { hasShared, sharedPath } from "../../../support/shared.ts";

const rootOf = (xml: string) => parseXml(xml).documentElement as Element;
const find = (xml: string, fits: (element: Element) => boolean) =>
  [...everyElement(rootOf(xml))].find(fits) as Element;

const documents: Record<string, string> = {
  "a default namespace undone": `<a xmlns="urn:a"><b xmlns=""><c xmlns="urn:a"/></b></a>`,
  "a default namespace changed and changed back": `<a xmlns="urn:a"><b xmlns="urn:b"><c xmlns="urn:a"/></b></a>`,
  "prefixes made early and used late": `<a xmlns:z="urn:z" xmlns:y="urn:y"><z:b><y:c z:d="1"/></z:b><y:e/></a>`,
  "a prefix bound anew": `<x:a xmlns:x="urn:1"><x:b xmlns:x="urn:2"><x:c/></x:b><x:d/></x:a>`,
  "attributes by namespace, then name": `<a xmlns:b="urn:2" xmlns:c="urn:1" b:x="1" c:x="2" z="3" a="4" c:a="5"/>`,
  "declarations by prefix": `<b:a xmlns:c="urn:c" xmlns:b="urn:b" xmlns:B="urn:B" c:x="" B:y=""/>`,
  "the prefix xml": `<a xml:lang="cs"><b xml:space="preserve"> </b></a>`,
  "marks in text": `<a>&amp;&lt;&gt;"' &#xD;&#x9;<![CDATA[<&]]>]]&gt;</a>`,
  "marks in attributes": `<a b="&amp;&lt;>&quot;' &#xD;&#xA;&#x9;  x"/>`,
  "line ends": "<a b='1\r\n2'>1\r\n2\r3</a>",
  "characters beyond the basic plane": `<a č="ř">𝒜 ž</a>`,
};

describe("exclusive canonical form", () => {
  it.each(Object.entries(documents))("is libxml2's for %s", async (_name, xml) => {
    const { normalized } = await validateXML({
      xml,
      normalization: "c14n",
      modifyArguments: (list) => list.map((argument) => (argument === "--c14n" ? "--exc-c14n" : argument)),
    });

    expect(`${canonicalForm(rootOf(xml))}\n`).toBe(normalized);
  });

  it("leaves comments out, and the element it is told to", () => {
    const root = rootOf("<a><!-- x --><b/><c/></a>");
    const skipped = [...everyElement(root)].find(({ localName }) => localName === "b") as Element;

    expect(canonicalForm(root, skipped)).toBe("<a><c></c></a>");
  });
});

interface Vectors {
  readonly hmac_secret_base64: string;
  readonly rsa_certificate: string;
  readonly cases: readonly {
    readonly kind: string;
    readonly envelope: string;
    readonly references: readonly { uri: string; canonical: string; digest: string }[];
    readonly signed_info_canonical: string;
    readonly signature_value: string;
  }[];
}

describe.skipIf(!hasShared)("vectors of xmlsec", () => {
  const vectors = hasShared
    ? (JSON.parse(readFileSync(sharedPath("nia-soap/vectors.json"), "utf8")) as Vectors)
    : { cases: [], hmac_secret_base64: "", rsa_certificate: "" };

  it.each(vectors.cases)("agree on the elements of $kind", ({ envelope, references }) => {
    const canonical = references.map(({ uri }) =>
      canonicalForm(find(envelope, (element) => `#${element.getAttributeNS(ns.utility, "Id")}` === uri)),
    );

    expect(canonical).toEqual(references.map((reference) => reference.canonical));
    expect(canonical.map((text) => createHash("sha1").update(text).digest("base64"))).toEqual(
      references.map(({ digest }) => digest),
    );
  });

  it.each(vectors.cases)("agree on the signature of $kind", ({ kind, envelope, ...expected }) => {
    const info = canonicalForm(find(envelope, ({ localName }) => localName === "SignedInfo"));
    const value = Buffer.from(expected.signature_value, "base64");
    const secret = Buffer.from(vectors.hmac_secret_base64, "base64");
    const good =
      kind === "hmac-sha1"
        ? createHmac("sha1", secret).update(info).digest().equals(value)
        : verify("RSA-SHA1", Buffer.from(info), vectors.rsa_certificate, value);

    expect(info).toBe(expected.signed_info_canonical);
    expect(good).toBe(true);
  });
});

describe.skipIf(!hasShared)("a token that the real service issued", () => {
  const reply = () => readFileSync(sharedPath("nia-soap/real-tokens/IPSTS_response.compact.xml"), "utf8");
  const issued = new Date("2018-10-05T12:31:00Z");
  const check = (xml: string) => {
    const pem = /<X509Certificate>([^<]*)/.exec(xml)?.[1] ?? "";
    return verifyAssertion(
      find(xml, ({ localName }) => localName === "Assertion"),
      {
        issuer: "Microsoft CGG Identity Provider",
        audience: "https://tnia.eidentita.cz/FPSTS/issue.svc",
        signers: [new X509Certificate(Buffer.from(pem, "base64"))],
      },
      issued,
    );
  };

  it("verifies", () => {
    expect(check(reply()).secret).toHaveLength(32);
    expect(check(reply()).attributes.get("profileid")).toBe("0000000387537855");
  });

  it("does not verify with one letter changed", () => {
    expect(() => check(reply().replace("0000000387537855", "0000000387537856"))).toThrow(
      "The token was changed",
    );
  });
});
