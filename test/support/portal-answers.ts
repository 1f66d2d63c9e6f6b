import {
  createCipheriv,
  createHash,
  constants,
  publicEncrypt,
  randomBytes,
  randomUUID,
  sign,
  X509Certificate,
} from "node:crypto";
import { type Identity, selfSigned } from "../../local/certificates.ts";
import { canonicalForm } from "../../local/nia/xml/canonical-form.ts";
import { parseXml } from "../../local/nia/xml/parse.ts";
import { assertion, type AssertionContent } from "../../local/portal/answers/assertion.ts";
import { samlResponse } from "../../local/portal/answers/response.ts";
import { encryptedAssertion } from "../../local/portal/saml/encryption.ts";
import { type StatusName, portalEntityId } from "../../local/portal/saml/names.ts";
import { signed } from "../../local/portal/saml/signing.ts";
import type { ServiceProviderSettings } from "../../lambdas/adapters/saml/service-provider/settings.ts";
import { linkingAttributes } from "../../lambdas/adapters/saml/service-provider/attributes.ts";
import { makeServiceProvider } from "../../lambdas/adapters/saml/service-provider/service-provider.ts";
import type { PortalAnswer } from "../../lambdas/domain/portal-answer.ts";
import type { AskedAuthentication } from "../../lambdas/services/ports/service-provider.ts";

export const NOW = "2026-11-23T09:00:00.000Z";
export const now = Date.parse(NOW);
export const minutes = (count: number): number => count * 60_000;

export const asked: AskedAuthentication = {
  requestId: "_0123456789abcdef0123456789abcdef",
  askedAt: "2026-11-23T08:58:00.000Z",
  level: "high",
};

export const settings: ServiceProviderSettings = {
  entityId: "https://link.example/",
  consumerUrl: "https://link.example/saml/consumer",
  logoutUrl: "https://link.example/saml/logout",
  level: "high",
  attributes: linkingAttributes,
  portal: {
    entityId: portalEntityId,
    url: "https://portal.example/FPSTS/saml2/basic",
    authorities: [],
    organizations: [],
  },
};

/** The keys of a portal and of its service provider. Slow to make: once a file. */
export interface PortalBench {
  portal: Identity;
  next: Identity;
  stranger: Identity;
  ours: Identity;
}

export const makeBench = async (): Promise<PortalBench> => {
  const [portal, next, stranger, ours] = await Promise.all(
    ["portal", "portal's next", "stranger", "ours"].map(
      async (commonName) => await selfSigned({ commonName, days: 3650 }),
    ),
  );
  return { portal: portal!, next: next!, stranger: stranger!, ours: ours! };
};

export const base64 = (text: string): string => Buffer.from(text).toString("base64");

/** What NIA says of a person, by the full names of the attributes. */
export const attributes = [
  ["http://eidas.europa.eu/attributes/naturalperson/CurrentFamilyName", "NOVÁKOVÁ"],
  ["http://eidas.europa.eu/attributes/naturalperson/CurrentGivenName", "ŽOFIE ANNA"],
  ["http://eidas.europa.eu/attributes/naturalperson/DateOfBirth", "1956-07-15"],
  [
    "http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier",
    "CZ/CZ/1cd49592-b9ba-42ed-91ac-80d07ac9faf2",
  ],
  [
    "http://eidas.europa.eu/attributes/naturalperson/CurrentAddress",
    base64(
      "<eidas:LocatorDesignator>1234/5a</eidas:LocatorDesignator><eidas:CvaddressArea>Ústí nad Labem</eidas:CvaddressArea>" +
        "<eidas:Thoroughfare>Dlouhá</eidas:Thoroughfare><eidas:PostName>Ústí nad Labem 1</eidas:PostName><eidas:PostCode>40001</eidas:PostCode>",
    ),
  ],
  [
    "http://schemas.eidentita.cz/moris/2016/identity/claims/tradresaid",
    base64(
      '<t:Adresa xmlns:t="http://schemas.identitaobcana.cz/moris/2016/identity/claims/"><t:okresKod>3510</t:okresKod>' +
        "<t:adresniMistoKod>12345678</t:adresniMistoKod></t:Adresa>",
    ),
  ],
  ["http://schemas.eidentita.cz/moris/2016/identity/claims/idtype", "ID"],
  ["http://schemas.eidentita.cz/moris/2016/identity/claims/idnumber", "998811223"],
].map(([name = "", value = ""]) => ({ name, value }));

type Change = (xml: string) => string;

/** Where an answer is to differ from a good one, from the inside out. */
export interface Making {
  content?: Partial<AssertionContent>;
  /** Of the attributes: by short name; undefined takes it away. */
  values?: Record<string, string | undefined>;
  /** Before it is signed. */
  assertion?: Change;
  signAssertion?: Change;
  signedAssertion?: Change;
  encrypt?: Change;
  response?: Change;
  signResponse?: Change;
  signedResponse?: Change;
  status?: readonly [StatusName, StatusName?];
  /** Without an assertion at all. */
  empty?: true;
  /** All that is said of times moves by so many milliseconds. */
  shift?: number;
}

const changed = (values: Record<string, string | undefined>) =>
  attributes.flatMap(({ name, value }) => {
    const short = name.slice(name.lastIndexOf("/") + 1);
    const next = short in values ? values[short] : value;
    return next === undefined ? [] : [{ name, value: next }];
  });

const keep: Change = (xml) => xml;

/** The assertion that the portal would make, signed. */
export const makeAssertion = (bench: PortalBench, making: Making = {}): string => {
  const issuedAt = new Date(now + (making.shift ?? 0));
  const plain = assertion({
    id: `_${randomUUID()}`,
    issuer: portalEntityId,
    nameId: "CZ/CZ/1cd49592-b9ba-42ed-91ac-80d07ac9faf2",
    inResponseTo: asked.requestId,
    recipient: settings.consumerUrl,
    audience: settings.entityId,
    attributes: changed(making.values ?? {}),
    sessionIndex: "_6fa6ffe25af24902bd40d3a9b6919f7d",
    level: "high",
    clientAddress: "192.0.2.1",
    issuedAt,
    authenticatedAt: issuedAt,
    ...making.content,
  });
  const { signAssertion = (xml) => signed(xml, bench.portal) } = making;
  return (making.signedAssertion ?? keep)(signAssertion((making.assertion ?? keep)(plain)));
};

/** A Response of the portal as XML: good, but for what it is told to change. */
export const makeResponse = (bench: PortalBench, making: Making = {}): string => {
  const { encrypt = (xml) => encryptedAssertion(xml, bench.ours.certificatePem) } = making;
  const plain = samlResponse({
    id: `_${randomUUID()}`,
    issuedAt: new Date(now + (making.shift ?? 0)),
    destination: settings.consumerUrl,
    inResponseTo: asked.requestId,
    status: making.status ?? ["Success"],
    content: making.empty ? "" : encrypt(makeAssertion(bench, making)),
  });
  const { signResponse = (xml) => signed(xml, bench.portal) } = making;
  return (making.signedResponse ?? keep)(signResponse((making.response ?? keep)(plain)));
};

/** Reads an answer as the product does, at `now`, with both of the portal's certificates. */
export const readAt = async (
  { portal, next, ours }: PortalBench,
  xml: string,
  { at = NOW, encode = base64 }: { at?: string; encode?: (text: string) => string } = {},
): Promise<PortalAnswer> =>
  await makeServiceProvider({ settings, keys: async () => ours, clock: () => at }).readAnswer(encode(xml), {
    asked: [{ ...asked, requestId: "_another" }, asked],
    certificates: [portal.certificatePem, next.certificatePem],
  });

/** Replaces what has to be there, so that no case passes for nothing. */
export const replacing =
  (from: string | RegExp, to: string | ((found: string) => string)): Change =>
  (xml) => {
    const next = typeof to === "string" ? xml.replace(from, () => to) : xml.replace(from, to);
    if (next === xml) throw new Error(`nothing to replace: ${String(from)}`);
    return next;
  };

export const signatureOf = (xml: string): string => /<Signature .*?<\/Signature>/s.exec(xml)?.[0] ?? "";
export const withoutSignature: Change = (xml) => xml.replace(signatureOf(xml), "");

/**
 * Signs like the portal, but with a SignedInfo that was changed: the signature is a true one of that key all the same.
 * `value` signs the canonical SignedInfo in another way.
 */
export const signedWith =
  (
    signer: Identity,
    { info, value, keyInfo }: { info?: Change; value?: (canonical: Buffer) => Buffer; keyInfo?: string },
  ): Change =>
  (xml) => {
    const good = signed(xml, signer);
    const signature = signatureOf(good);
    const found = /<SignedInfo>.*<\/SignedInfo>/s.exec(signature)?.[0] ?? "";
    const next = (info ?? keep)(found);
    const rootOf = (text: string) => parseXml(text).documentElement!;
    const canonical = Buffer.from(
      canonicalForm(
        rootOf(next.replace("<SignedInfo", '<SignedInfo xmlns="http://www.w3.org/2000/09/xmldsig#"')),
      ),
    );
    const bytes = value?.(canonical) ?? sign("RSA-SHA256", canonical, signer.privateKeyPem);
    const made = signature
      .replace(found, () => next)
      .replace(
        /<SignatureValue>.*<\/SignatureValue>/s,
        `<SignatureValue>${bytes.toString("base64")}</SignatureValue>`,
      )
      .replace(/<KeyInfo>.*<\/KeyInfo>/s, (text) => keyInfo ?? text);
    return good.replace(signature, () => made);
  };

export const digestOf = (xml: string, algorithm = "sha256"): string =>
  createHash(algorithm)
    .update(canonicalForm(parseXml(xml).documentElement!))
    .digest("base64");

interface Encryption {
  cipher?: "aes-256-cbc" | "aes-256-gcm" | "aes-128-cbc";
  padding?: number;
  /** What the message says it is. */
  uri?: string;
  keyUri?: string;
}

const cipherUris = {
  "aes-256-cbc": "http://www.w3.org/2001/04/xmlenc#aes256-cbc",
  "aes-128-cbc": "http://www.w3.org/2001/04/xmlenc#aes128-cbc",
  "aes-256-gcm": "http://www.w3.org/2009/xmlenc11#aes256-gcm",
};

const enciphered = (cipher: keyof typeof cipherUris, key: Buffer, text: string): Buffer => {
  const iv = randomBytes(cipher === "aes-256-gcm" ? 12 : 16);
  if (cipher === "aes-256-gcm") {
    const gcm = createCipheriv(cipher, key, iv);
    return Buffer.concat([iv, gcm.update(text), gcm.final(), gcm.getAuthTag()]);
  }
  const cbc = createCipheriv(cipher, key, iv);
  return Buffer.concat([iv, cbc.update(text), cbc.final()]);
};

/** Truly encrypted so, whether it is allowed or not. */
export const encryptedWith =
  ({ ours }: PortalBench, { cipher = "aes-256-cbc", padding, uri, keyUri }: Encryption): Change =>
  (xml) => {
    const key = randomBytes(cipher === "aes-128-cbc" ? 16 : 32);
    const { publicKey } = new X509Certificate(ours.certificatePem);
    const wrapped = publicEncrypt(
      padding === undefined
        ? { key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha1" }
        : { key: publicKey, padding },
      key,
    );
    const data = enciphered(cipher, key, xml).toString("base64");
    return encryptedAssertion("", ours.certificatePem)
      .replace(cipherUris["aes-256-cbc"], uri ?? cipherUris[cipher])
      .replace("http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p", (text) => keyUri ?? text)
      .replace(/(?<=<e:CipherValue>)[^<]+/, wrapped.toString("base64"))
      .replace(/(?<=<xenc:CipherValue>)[^<]+/, data);
  };

/** What is spoiled before it is signed: of the assertion, of the Response, of the attributes' values. */
export const inner =
  (from: string | RegExp, to: string): (() => Making) =>
  () => ({ assertion: replacing(from, to) });
export const outer =
  (from: string | RegExp, to: string): (() => Making) =>
  () => ({ response: replacing(from, to) });
export const value =
  (values: Record<string, string | undefined>): (() => Making) =>
  () => ({ values });

/** So long from now, as it is written. */
export const at = (milliseconds: number): string => new Date(now + milliseconds).toISOString();
