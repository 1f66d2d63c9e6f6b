import { createHmac, sign, X509Certificate } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeAll, expect, it } from "vitest";
import type { PortalAnswerFault } from "../../../../../lambdas/domain/portal-answer.ts";
import { selfSigned } from "../../../../../local/certificates.ts";
import { signed } from "../../../../../local/portal/saml/signing.ts";
import {
  digestOf,
  makeAssertion,
  makeBench,
  makeResponse,
  minutes,
  now,
  type Making,
  type PortalBench,
  readAt,
  replacing,
  signatureOf,
  signedWith,
  withoutSignature,
} from "../../../../support/portal-answers.ts";

let bench: PortalBench;
beforeAll(async () => {
  bench = await makeBench();
});

type Change = (xml: string) => string;
const unsigned: Change = (xml) => xml;
const stranger: Change = (xml) => signed(xml, bench.stranger);
const keyValue = (): string => {
  const { n, e } = new X509Certificate(bench.stranger.certificatePem).publicKey.export({ format: "jwk" });
  const text = (part = ""): string => Buffer.from(part, "base64url").toString("base64");
  return `<KeyInfo><KeyValue><RSAKeyValue><Modulus>${text(n)}</Modulus><Exponent>${text(e)}</Exponent></RSAKeyValue></KeyValue></KeyInfo>`;
};
const strangerByValue: Change = (xml) => signedWith(bench.stranger, { keyInfo: keyValue() })(xml);
const info =
  (change: Change): Change =>
  (xml) =>
    signedWith(bench.portal, { info: change })(xml);
const both = (change: Change): Making => ({ signAssertion: change, signResponse: change });
const inner = (change: Change): Making => ({ signAssertion: change });
const outer = (change: Change): Making => ({ signResponse: change });

const sha1: Change = (xml) =>
  signedWith(bench.portal, {
    info: (text) =>
      text
        .replace("2001/04/xmldsig-more#rsa-sha256", "2000/09/xmldsig#rsa-sha1")
        .replace("2001/04/xmlenc#sha256", "2000/09/xmldsig#sha1")
        .replace(/(?<=<DigestValue>)[^<]+/, digestOf(xml, "sha1")),
    value: (bytes) => sign("RSA-SHA1", bytes, bench.portal.privateKeyPem),
  })(xml);
const sha1Digest: Change = (xml) =>
  info((text) =>
    text
      .replace("2001/04/xmlenc#sha256", "2000/09/xmldsig#sha1")
      .replace(/(?<=<DigestValue>)[^<]+/, digestOf(xml, "sha1")),
  )(xml);
const hmac: Change = (xml) =>
  signedWith(bench.portal, {
    info: replacing("xmldsig-more#rsa-sha256", "xmldsig-more#hmac-sha256"),
    value: (bytes) => createHmac("sha256", bench.portal.certificatePem).update(bytes).digest(),
  })(xml);

const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
const inclusive = "http://www.w3.org/TR/2001/REC-xml-c14n-20010315";
const secondReference = replacing(/<Reference .*<\/Reference>/s, (found) => found + found);
const allTransforms = /<Transforms>.*<\/Transforms>/s;
const xpath = replacing(
  allTransforms,
  `<Transforms><Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><XPath>not(ancestor-or-self::*[local-name()='EncryptedAssertion'])</XPath></Transform><Transform Algorithm="${exclusive}"/></Transforms>`,
);
const forgedInfo = (xml: string): string =>
  `<SignedInfo>${/<SignedInfo>(.*)<\/SignedInfo>/s.exec(xml)?.[1]?.replace(/(?<=<DigestValue>)[^<]+/, digestOf(withoutSignature(xml)))}</SignedInfo>`;
/** The assertion says somebody else, and the digest of that stands where a naive reader looks. */
const forged =
  (place: (xml: string) => string): Change =>
  (xml) => {
    const evil = xml.replace("NOVÁKOVÁ", "PODVODNICE").replace("1956-07-15", "1990-01-01");
    expect(evil).not.toBe(xml);
    return place(evil);
  };
const moved =
  (where: Change): Change =>
  (xml) =>
    where(xml);

const cases: [string, () => Making, PortalAnswerFault][] = [
  ["outer signature missing", () => outer(unsigned), "signature"],
  ["inner signature missing", () => inner(unsigned), "assertion-signature"],
  ["both missing", () => both(unsigned), "signature"],
  ["both by an unknown key with its certificate", () => both(stranger), "signature"],
  ["both by an unknown key given as a value", () => both(strangerByValue), "signature"],
  ["outer by an unknown key", () => outer(stranger), "signature"],
  ["inner by an unknown key", () => inner(stranger), "assertion-signature"],
  ["inner by an unknown key given as a value", () => inner(strangerByValue), "assertion-signature"],
  ["inner by our own key", () => inner((xml) => signed(xml, bench.ours)), "assertion-signature"],
  [
    "IssueInstant changed after signing",
    () => ({ signedResponse: replacing(/IssueInstant="[^"]*"/, 'IssueInstant="2026-11-23T09:00:01Z"') }),
    "signature",
  ],
  [
    "name changed after signing",
    () => ({ signedAssertion: replacing("NOVÁKOVÁ", "PODVODNICE") }),
    "assertion-signature",
  ],
  ["RSA-SHA1", () => both(sha1), "signature"],
  ["RSA-SHA1 inside", () => inner(sha1), "assertion-signature"],
  ["a SHA-1 digest", () => both(sha1Digest), "signature"],
  ["HMAC keyed with the certificate", () => both(hmac), "signature"],
  ["HMAC inside", () => inner(hmac), "assertion-signature"],
  [
    "RSA-SHA512",
    () =>
      both((xml) =>
        signedWith(bench.portal, {
          info: replacing("rsa-sha256", "rsa-sha512"),
          value: (bytes) => sign("RSA-SHA512", bytes, bench.portal.privateKeyPem),
        })(xml),
      ),
    "signature",
  ],
  [
    "inclusive canonical form",
    () => both(info((text) => text.replaceAll(exclusive, inclusive))),
    "signature",
  ],
  [
    "inclusive transform",
    () => both(info(replacing(`<Transform Algorithm="${exclusive}"`, `<Transform Algorithm="${inclusive}"`))),
    "signature",
  ],
  [
    "comments in the canonical form",
    () => both(info((text) => text.replaceAll(exclusive, `${exclusive}WithComments`))),
    "signature",
  ],
  ["two references", () => both(info(secondReference)), "signature"],
  ["two references inside", () => inner(info(secondReference)), "assertion-signature"],
  ["an XPath that leaves the assertion out", () => outer(info(xpath)), "signature"],
  ["no transforms", () => both(info(replacing(allTransforms, ""))), "signature"],
  [
    "transforms the other way round",
    () => both(info((text) => text.replace(/(<Transform [^>]*>)(<Transform [^>]*>)/, "$2$1"))),
    "signature",
  ],
  [
    "a transform twice",
    () => both(info(replacing(/<Transform [^>]*exc-c14n[^>]*>/, (found) => found + found))),
    "signature",
  ],
  [
    "inclusive prefixes",
    () =>
      both(
        info(
          replacing(
            `<Transform Algorithm="${exclusive}"/>`,
            `<Transform Algorithm="${exclusive}"><InclusiveNamespaces xmlns="${exclusive}" PrefixList="xs"/></Transform>`,
          ),
        ),
      ),
    "signature",
  ],
  ["a reference to the whole document", () => both(info(replacing(/URI="[^"]*"/, 'URI=""'))), "signature"],
  ["a reference to something else", () => both(info(replacing(/URI="[^"]*"/, 'URI="#_other"'))), "signature"],
  ["a reference without URI", () => both(info(replacing(/ URI="[^"]*"/, ""))), "signature"],
  [
    "an XPointer",
    () =>
      both(info(replacing(/URI="#([^"]*)"/, (found) => found.replace(/#(.*)"/, "#xpointer(id('$1'))\"")))),
    "signature",
  ],
  [
    "outer signature under Extensions",
    () => ({
      signedResponse: moved((xml) => {
        const one = signatureOf(xml);
        return xml.replace(one, `<samlp:Extensions>${one}</samlp:Extensions>`);
      }),
    }),
    "signature",
  ],
  [
    "outer signature last",
    () => ({
      signedResponse: moved((xml) => {
        const one = signatureOf(xml);
        return xml.replace(one, "").replace("</samlp:Response>", `${one}</samlp:Response>`);
      }),
    }),
    "signature",
  ],
  [
    "two outer signatures",
    () => ({ signedResponse: replacing(/<Signature .*?<\/Signature>/s, (found) => found + found) }),
    "signature",
  ],
  [
    "an Object in the signature",
    () => ({ signedResponse: replacing("</KeyInfo></Signature>", "</KeyInfo><Object/></Signature>") }),
    "signature",
  ],
  [
    "a second, forged SignedInfo before the signed one",
    () => ({
      signedAssertion: forged((xml) => xml.replace("<SignedInfo>", () => `${forgedInfo(xml)}<SignedInfo>`)),
    }),
    "assertion-signature",
  ],
  [
    "a second, forged SignedInfo after the signed one",
    () => ({
      signedAssertion: forged((xml) => xml.replace("</SignedInfo>", () => `</SignedInfo>${forgedInfo(xml)}`)),
    }),
    "assertion-signature",
  ],
  [
    "a second, forged SignedInfo within",
    () => ({
      signedAssertion: forged((xml) =>
        xml
          .replace("</KeyInfo></Signature>", () => `${forgedInfo(xml)}</KeyInfo></Signature>`)
          .replace("<SignedInfo>", "<X>")
          .replace("</SignedInfo>", "</X>"),
      ),
    }),
    "assertion-signature",
  ],
  [
    "a forged digest as a comment",
    () => ({
      signedAssertion: forged((xml) =>
        xml.replace("<DigestValue>", () => `<DigestValue><!--${digestOf(withoutSignature(xml))}-->`),
      ),
    }),
    "assertion-xml",
  ],
  [
    "a forged digest beside the signed one",
    () => ({
      signedAssertion: forged((xml) =>
        xml.replace(
          "</DigestValue>",
          () => `</DigestValue><DigestValue>${digestOf(withoutSignature(xml))}</DigestValue>`,
        ),
      ),
    }),
    "assertion-signature",
  ],
  [
    "a forged digest alone",
    () => ({
      signedAssertion: forged((xml) =>
        xml.replace(/(?<=<DigestValue>)[^<]+/, () => digestOf(withoutSignature(xml))),
      ),
    }),
    "assertion-signature",
  ],
  [
    "a signature value that is empty",
    () => ({
      signedResponse: replacing(
        /<SignatureValue>.*?<\/SignatureValue>/s,
        "<SignatureValue></SignatureValue>",
      ),
    }),
    "signature",
  ],
  [
    "a signature value that is not base64",
    () => ({ signedResponse: replacing("<SignatureValue>", "<SignatureValue>!") }),
    "signature",
  ],
];

it.each(cases)("is refused: %s", async (_, making, fault) => {
  await expect(readAt(bench, makeResponse(bench, making()))).rejects.toMatchObject({ fault });
});

it("nobody is asked for what a reference, a key or an entity points at", async () => {
  let calls = 0;
  const canary = createServer((__, response) => {
    calls += 1;
    response.end("<x/>");
  });
  await new Promise<void>((resolve) => canary.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(canary.address() as AddressInfo).port}/`;
  const pointing = both(info(replacing(/URI="[^"]*"/, `URI="${url}"`)));
  const retrieval = both((xml) =>
    signedWith(bench.stranger, { keyInfo: `<KeyInfo><RetrievalMethod URI="${url}"/></KeyInfo>` })(xml),
  );
  const entity = `<!DOCTYPE x [<!ENTITY e SYSTEM "${url}">]>${makeResponse(bench).replace("NOVÁK", "&e;")}`;
  const external = `<!DOCTYPE x SYSTEM "${url}">${makeResponse(bench)}`;
  for (const xml of [makeResponse(bench, pointing), makeResponse(bench, retrieval), entity, external])
    await expect(readAt(bench, xml)).rejects.toHaveProperty("fault");
  expect(calls).toBe(0);
  await new Promise((resolve) => canary.close(resolve));
});

it("an assertion that was truly signed for another, in a Response of one's own, is refused", async () => {
  const bought = makeAssertion(bench, { content: { audience: "https://other.example/" } });
  const making: Making = { signedAssertion: () => bought };
  await expect(readAt(bench, makeResponse(bench, { ...making, ...outer(unsigned) }))).rejects.toMatchObject({
    fault: "signature",
  });
  await expect(readAt(bench, makeResponse(bench, making))).rejects.toMatchObject({ fault: "conditions" });
});

it("without a pinned certificate everything is refused", async () => {
  const none = { ...bench, portal: bench.stranger, next: bench.stranger };
  await expect(readAt(none, makeResponse(bench))).rejects.toMatchObject({ fault: "signature" });
});

it("a certificate that has ended is pinned no longer", async () => {
  const ended = await selfSigned({ commonName: "ended", notBefore: new Date(now - minutes(60)), days: 0 });
  const old = { ...bench, portal: ended };
  const answer = makeResponse(old);
  await expect(readAt(old, answer)).rejects.toMatchObject({ fault: "signature" });
});
