import { beforeAll, expect, it } from "vitest";
import type { PortalAnswerFault } from "../../../../../lambdas/domain/portal-answer.ts";
import { encryptedAssertion } from "../../../../../local/portal/saml/encryption.ts";
import {
  makeBench,
  makeResponse,
  type Making,
  type PortalBench,
  readAt,
  replacing,
  signatureOf,
  withoutSignature,
} from "../../../../support/portal-answers.ts";

let bench: PortalBench;
beforeAll(async () => {
  bench = await makeBench();
});

type Change = (xml: string) => string;
const evilName = (xml: string): string => replacing("NOVÁKOVÁ", "PODVODNICE")(xml);
/** Somebody else, with an ID of its own, unsigned. */
const evil = (signed: string): string =>
  evilName(withoutSignature(signed)).replace(/ID="[^"]*"/, 'ID="_evil"');
const before = (xml: string, text: string): string =>
  xml.replace("</Assertion>", () => `${text}</Assertion>`);
const signedBy = (xml: string, signature: string): string =>
  xml.replace("</Issuer>", () => `</Issuer>${signature}`);
const within = (signature: string, text: string): string =>
  signature.replace("</KeyInfo>", () => `</KeyInfo><Object>${text}</Object>`);
const encrypted = (xml: string): string => encryptedAssertion(xml, bench.ours.certificatePem);
const afterIssuer = (xml: string, text: string): string =>
  xml.replace("</saml:Issuer>", () => `</saml:Issuer>${text}`);
const beforeEnd = (xml: string, text: string): string =>
  xml.replace("</samlp:Response>", () => `${text}</samlp:Response>`);

/** What stands where NIA has the one signed assertion; the outer signature is good, or missing. */
const inside: [string, Change, PortalAnswerFault][] = [
  ["evil before the signed one", (xml) => evil(xml) + xml, "assertion-xml"],
  ["evil after the signed one", (xml) => xml + evil(xml), "assertion-xml"],
  ["evil with the signed one as its child", (xml) => before(evil(xml), xml), "assertion-xml"],
  ["signed one with the evil as its child", (xml) => before(xml, evil(xml)), "assertion-xml"],
  [
    "evil with the signature of a bare original beside it",
    (xml) => `<x>${signedBy(evil(xml), signatureOf(xml))}${withoutSignature(xml)}</x>`,
    "assertion-xml",
  ],
  [
    "evil with the signature of the original",
    (xml) => signedBy(evil(xml), signatureOf(xml)),
    "assertion-signature",
  ],
  [
    "evil with the ID and the signature of the original",
    (xml) => signedBy(evil(xml).replace('ID="_evil"', /ID="[^"]*"/.exec(xml)![0]), signatureOf(xml)),
    "assertion-signature",
  ],
  [
    "original inside the Signature of the evil one",
    (xml) =>
      signedBy(
        evil(xml),
        signatureOf(xml).replace("</KeyInfo>", () => `</KeyInfo>${withoutSignature(xml)}`),
      ),
    "assertion-xml",
  ],
  [
    "original in Signature/Object of the evil one",
    (xml) => signedBy(evil(xml), within(signatureOf(xml), withoutSignature(xml))),
    "assertion-xml",
  ],
  [
    "original in KeyInfo of the evil one",
    (xml) =>
      signedBy(
        evil(xml),
        signatureOf(xml).replace("</KeyInfo>", () => `${xml}</KeyInfo>`),
      ),
    "assertion-xml",
  ],
  [
    "evil with the signed one as advice",
    (xml) => evil(xml).replace("<AttributeStatement>", () => `<Advice>${xml}</Advice><AttributeStatement>`),
    "assertion-xml",
  ],
  ["signed one in an element around it", (xml) => `<x>${xml}</x>`, "assertion-xml"],
];

it.each(inside)("is refused, outer signature good: %s", async (_, signedAssertion, fault) => {
  await expect(readAt(bench, makeResponse(bench, { signedAssertion }))).rejects.toMatchObject({ fault });
});
it.each(inside)("is refused, outer signature missing: %s", async (_, signedAssertion) => {
  const making: Making = { signedAssertion, signResponse: (xml) => xml };
  await expect(readAt(bench, makeResponse(bench, making))).rejects.toMatchObject({ fault: "signature" });
});

/** Around the encrypted original; the outer signature is over all of it. */
const beside: [string, (response: string, plainEvil: string) => string][] = [
  ["plain evil beside the encrypted original", beforeEnd],
  [
    "plain evil before it",
    (xml, text) => xml.replace("<EncryptedAssertion", () => `${text}<EncryptedAssertion`),
  ],
  [
    "plain evil in Extensions",
    (xml, text) => afterIssuer(xml, `<samlp:Extensions>${text}</samlp:Extensions>`),
  ],
  ["encrypted evil beside the encrypted original", (xml, text) => beforeEnd(xml, encrypted(text))],
  [
    "encrypted evil before it",
    (xml, text) => xml.replace("<EncryptedAssertion", () => `${encrypted(text)}<EncryptedAssertion`),
  ],
  [
    "encrypted evil in Extensions",
    (xml, text) => afterIssuer(xml, `<samlp:Extensions>${encrypted(text)}</samlp:Extensions>`),
  ],
  [
    "evil within EncryptedAssertion",
    (xml, text) => xml.replace("</EncryptedAssertion>", () => `${text}</EncryptedAssertion>`),
  ],
];
const plainEvil = (): string => {
  let made = "";
  makeResponse(bench, { signedAssertion: (xml) => (made = evil(xml)) });
  return made;
};

it.each(beside)("is refused, outer signature good: %s", async (_, place) => {
  const response: Change = (xml) => place(xml, plainEvil());
  await expect(readAt(bench, makeResponse(bench, { response }))).rejects.toMatchObject({
    fault: "assertion",
  });
});
it.each(beside)("is refused, added after signing: %s", async (_, place) => {
  const signedResponse: Change = (xml) => place(xml, plainEvil());
  await expect(readAt(bench, makeResponse(bench, { signedResponse }))).rejects.toMatchObject({
    fault: "signature",
  });
});

/** Another Response with the signed one somewhere in it. */
const evilResponse = (xml: string): string =>
  withoutSignature(xml)
    .replace(/ ID="[^"]*"/, ' ID="_evil"')
    .replace(/<EncryptedAssertion.*<\/EncryptedAssertion>/s, () => encrypted(plainEvil()));
const around: [string, Change, PortalAnswerFault][] = [
  [
    "original in Signature/Object",
    (xml) => afterIssuer(evilResponse(xml), within(signatureOf(xml), withoutSignature(xml))),
    "signature",
  ],
  [
    "original with its signature in Object",
    (xml) => afterIssuer(evilResponse(xml), within(signatureOf(xml), xml)),
    "signature",
  ],
  [
    "original beside the signature",
    (xml) => afterIssuer(evilResponse(xml), signatureOf(xml) + withoutSignature(xml)),
    "signature",
  ],
  [
    "original in Extensions",
    (xml) =>
      afterIssuer(
        evilResponse(xml),
        `${signatureOf(xml)}<samlp:Extensions>${withoutSignature(xml)}</samlp:Extensions>`,
      ),
    "signature",
  ],
  [
    "original last",
    (xml) => beforeEnd(afterIssuer(evilResponse(xml), signatureOf(xml)), withoutSignature(xml)),
    "signature",
  ],
  ["original in an element around it", (xml) => `<x>${xml}</x>`, "xml"],
  [
    "evil with the original's ID",
    (xml) =>
      afterIssuer(evilResponse(xml).replace("_evil", / ID="([^"]*)"/.exec(xml)![1]!), signatureOf(xml)),
    "signature",
  ],
];
it.each(around)("is refused, evil Response: %s", async (_, signedResponse, fault) => {
  await expect(readAt(bench, makeResponse(bench, { signedResponse }))).rejects.toMatchObject({ fault });
});

it("the assertion may not have the ID of the response", async () => {
  const response: Change = (xml) => xml.replace(/ ID="[^"]*"/, ' ID="_same"');
  const assertion: Change = (xml) => xml.replace(/ ID="[^"]*"/, ' ID="_same"');
  await expect(readAt(bench, makeResponse(bench, { response, assertion }))).rejects.toMatchObject({
    fault: "assertion-xml",
  });
});
