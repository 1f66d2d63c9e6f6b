import { constants } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { PortalAnswerFault } from "../../../../../lambdas/domain/portal-answer.ts";
import { signed } from "../../../../../local/portal/saml/signing.ts";
import {
  at,
  base64,
  encryptedWith,
  inner,
  makeBench,
  makeResponse,
  type Making,
  minutes,
  outer,
  type PortalBench,
  readAt,
  replacing,
  settings,
  value,
} from "../../../../support/portal-answers.ts";

let bench: PortalBench;
beforeAll(async () => {
  bench = await makeBench();
});

type Case = [string, () => Making, PortalAnswerFault];
const consumer = settings.consumerUrl;

const encoding: Case[] = [
  [
    "an attribute of 3 MB",
    value({ PlaceOfBirth: undefined, CurrentGivenName: "A".repeat(3_000_000) }),
    "encoding",
  ],
];

const xml: Case[] = [
  ["a harmless DOCTYPE in front", () => ({ signedResponse: (text) => `<!DOCTYPE Response>${text}` }), "xml"],
  ["text after the root", () => ({ signedResponse: (text) => `${text}x` }), "xml"],
  ["a comment after the root", () => ({ signedResponse: (text) => `${text}<!-- -->` }), "xml"],
  ["a processing instruction", () => ({ signedResponse: (text) => `<?x y?>${text}` }), "xml"],
  [
    "an external entity",
    () => ({ signedResponse: (text) => `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>${text}` }),
    "xml",
  ],
  [
    "entities that grow",
    () => ({ signedResponse: (text) => `<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;&b;">]>${text}` }),
    "xml",
  ],
  ["an ID twice", outer("<samlp:Status>", '<samlp:Status ID="_1"><x ID="_1"/>'), "xml"],
  [
    "another root",
    () => ({ response: (text) => text.replaceAll("samlp:Response", "samlp:ArtifactResponse") }),
    "xml",
  ],
  ["a Response of another namespace", outer("SAML:2.0:protocol", "SAML:1.0:protocol"), "xml"],
  [
    "a signed LogoutResponse",
    () => ({ response: (text) => text.replaceAll("samlp:Response", "samlp:LogoutResponse"), empty: true }),
    "xml",
  ],
  [
    "a signed assertion in place of the Response",
    () => ({
      signedResponse: () =>
        signed(
          `<Assertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion" ID="_a"><Issuer>x</Issuer></Assertion>`,
          bench.portal,
        ),
    }),
    "xml",
  ],
  ["another Version", outer('Version="2.0"', 'Version="1.1"'), "time"],
];

const envelope: Case[] = [
  ["another Issuer", outer(">urn:microsoft:cgg2010:fpsts<", ">urn:microsoft:cgg2010:fpsts2<"), "issuer"],
  [
    "no Issuer",
    () => ({
      response: replacing(/<saml:Issuer>.*<\/saml:Issuer>/, ""),
      signResponse: (text) => signed(text, bench.portal),
    }),
    "issuer",
  ],
  ["no Destination", outer(/ Destination="[^"]*"/, ""), "destination"],
  [
    "another Destination",
    outer(/ Destination="[^"]*"/, ' Destination="https://other.example/"'),
    "destination",
  ],
  ["a Destination that only starts right", outer(consumer, `${consumer}.evil.example`), "destination"],
  [
    "an IssueInstant two days old",
    outer(/IssueInstant="[^"]*"/, `IssueInstant="${at(-minutes(2880))}"`),
    "time",
  ],
  [
    "an IssueInstant in 11 minutes",
    outer(/IssueInstant="[^"]*"/, `IssueInstant="${at(minutes(11))}"`),
    "time",
  ],
  [
    "an IssueInstant without a zone",
    outer(/IssueInstant="([^"]*)Z"/, 'IssueInstant="2026-11-23T09:00:00"'),
    "time",
  ],
  ["no IssueInstant", outer(/ IssueInstant="[^"]*"/, ""), "time"],
  ["no InResponseTo", outer(/ InResponseTo="[^"]*"/, ""), "request"],
  ["another InResponseTo", outer(/InResponseTo="[^"]*"/, 'InResponseTo="_ffff"'), "request"],
  [
    "a status that only ends in :Success",
    outer(/Value="[^"]*"/, 'Value="urn:evil:status:Success"'),
    "status",
  ],
  [
    "a status of SAML's that may not stand first",
    outer(/Value="[^"]*"/, 'Value="urn:oasis:names:tc:SAML:2.0:status:AuthnFailed"'),
    "status",
  ],
  ["no status", outer(/<samlp:Status>.*<\/samlp:Status>/, ""), "status"],
  [
    "two statuses",
    outer(
      /<samlp:Status>.*<\/samlp:Status>/,
      '<samlp:Status><samlp:StatusCode Value="a"/></samlp:Status><samlp:Status/>',
    ),
    "status",
  ],
  ["Success without an assertion", () => ({ empty: true }), "assertion"],
  ["the assertion in clear", () => ({ encrypt: (text) => text }), "assertion"],
  [
    "EncryptedAssertion of another namespace",
    outer(
      '<EncryptedAssertion xmlns="urn:oasis:names:tc:SAML:2.0:assertion"',
      '<EncryptedAssertion xmlns="urn:x"',
    ),
    "assertion",
  ],
];

const encryption: Case[] = [
  [
    "key under PKCS#1 v1.5",
    () => ({
      encrypt: encryptedWith(bench, {
        padding: constants.RSA_PKCS1_PADDING,
        keyUri: "http://www.w3.org/2001/04/xmlenc#rsa-1_5",
      }),
    }),
    "decryption",
  ],
  [
    "key under PKCS#1 v1.5, said to be OAEP",
    () => ({ encrypt: encryptedWith(bench, { padding: constants.RSA_PKCS1_PADDING }) }),
    "decryption",
  ],
  ["AES-128-CBC", () => ({ encrypt: encryptedWith(bench, { cipher: "aes-128-cbc" }) }), "decryption"],
  [
    "AES-128-CBC, said to be 256",
    () => ({
      encrypt: encryptedWith(bench, {
        cipher: "aes-128-cbc",
        uri: "http://www.w3.org/2001/04/xmlenc#aes256-cbc",
      }),
    }),
    "decryption",
  ],
  [
    "for another receiver",
    () => ({ encrypt: encryptedWith({ ...bench, ours: bench.stranger }, {}) }),
    "decryption",
  ],
  [
    "decrypted text with a DOCTYPE",
    () => ({ signedAssertion: (text) => `<!DOCTYPE Assertion>${text}` }),
    "assertion-xml",
  ],
  ["decrypted text that is none", () => ({ signedAssertion: () => "text" }), "assertion-xml"],
  [
    "Assertion of another namespace",
    () => ({ assertion: (text) => text.replaceAll("SAML:2.0:assertion", "SAML:1.0:assertion") }),
    "assertion-xml",
  ],
  [
    "an ID twice in the assertion",
    inner("<Conditions", '<Conditions Id="_c"><x Id="_c"/></Conditions><Conditions'),
    "assertion-xml",
  ],
  ["a comment in a value", inner("NOVÁKOVÁ", "NOVÁ<!-- -->KOVÁ"), "assertion-xml"],
  ["a comment in the NameID", inner("CZ/CZ/", "CZ/<!-- -->CZ/"), "assertion-xml"],
  ["a CDATA section in a value", inner("NOVÁKOVÁ", "<![CDATA[NOVÁKOVÁ]]>"), "assertion-xml"],
];

describe.each(Object.entries({ encoding, xml, envelope, encryption }))("refused for its %s", (_, cases) => {
  it.each(cases)("%s", async (__, making, fault) => {
    await expect(readAt(bench, makeResponse(bench, making()))).rejects.toMatchObject({
      name: "PortalAnswerInvalid",
      fault,
    });
  });
});

describe("refused before anything is read", () => {
  const refused = async (encode: (text: string) => string): Promise<unknown> => {
    const xmlText = makeResponse(bench);
    return await readAt(bench, xmlText, { encode }).then(
      () => "accepted",
      ({ fault }: { fault: unknown }) => fault,
    );
  };

  it.each<[string, (text: string) => string, string]>([
    ["base64url", (text) => Buffer.from(text).toString("base64url"), "encoding"],
    ["base64 with a space", (text) => `${base64(text)} `, "encoding"],
    ["text", (text) => text, "encoding"],
    ["nothing", () => "", "encoding"],
    ["UTF-16", (text) => Buffer.from(`\uFEFF${text}`, "utf16le").toString("base64"), "xml"],
    ["base64 twice", (text) => base64(base64(text)), "xml"],
    ["zeros", () => base64("\0".repeat(1000)), "xml"],
  ])("%s", async (_, encode, fault) => {
    expect(await refused(encode)).toBe(fault);
  });

  it.each<[string, () => string]>([
    [
      "3 MB of an attribute",
      () => makeResponse(bench, { values: { CurrentGivenName: "A".repeat(3_000_000) } }),
    ],
    ["a million tags", () => "<a>".repeat(370_000)],
    ["100 000 attributes", () => `<a ${Array.from({ length: 100_000 }, (__, i) => `a${i}=""`).join(" ")}/>`],
    [
      "50 000 namespaces",
      () => `<a ${Array.from({ length: 50_000 }, (__, i) => `xmlns:a${i}="u"`).join(" ")}/>`,
    ],
    ["a depth of 40 000", () => "<a>".repeat(40_000) + "</a>".repeat(40_000)],
  ])("%s, at once", async (_, make) => {
    const text = base64(make());
    const start = performance.now();
    await expect(readAt(bench, "", { encode: () => text })).rejects.toHaveProperty("fault");
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
