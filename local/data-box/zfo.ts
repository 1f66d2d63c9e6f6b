import { createHash, createPrivateKey, type webcrypto } from "node:crypto";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { type Identity, issue, selfSigned } from "../certificates.ts";
import { indefinite } from "./ber.ts";
import type { SealKind } from "./message.ts";

/** What the agency seals with: a certificate of a root that the client pins. */
export interface Seal {
  readonly identity: Identity;
  /** Authorities between the sealing certificate and the root, PEM. */
  readonly chain?: readonly string[];
  readonly rootPem: string;
}

const DATA = "1.2.840.113549.1.7.1";
const CONTENT_TYPE = "1.2.840.113549.1.9.3";
const MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
const SIGNING_TIME = "1.2.840.113549.1.9.5";

/** Whose seal it is: the organization that sealing certificates name. */
export const SEALING_ORGANIZATION = "Digitální a informační agentura (simulace)";

/** A root that no client pins, made when it is first needed. Only the root tells it from the real one. */
let foreign: Promise<Seal> | undefined;
const foreignSeal = (): Promise<Seal> => (foreign ??= makeSeal());

/** A seal of a fresh root. */
export async function makeSeal(): Promise<Seal> {
  const root = await selfSigned({ commonName: "Kořenová autorita pečetí (simulace)", ca: true, days: 3650 });
  const identity = await issue(root, {
    commonName: "Informační systém datových schránek (simulace)",
    organization: SEALING_ORGANIZATION,
    days: 3650,
  });
  return { identity, rootPem: root.certificatePem };
}

/** A ZFO: CMS SignedData around the document, signed anew at each call (isds.md, 4.2). */
export async function seal(document: string, kind: SealKind, own: Seal, at: number): Promise<Uint8Array> {
  const content = Buffer.from(document, "utf8");
  if (kind === "none") return content;
  const zfo = await sign(content, kind === "foreign" ? await foreignSeal() : own, at);
  return indefinite(zfo, kind === "tampered" ? tamper(content) : content);
}

/** One letter of the subject changed after signing; still the same length and well-formed. */
const tamper = (content: Buffer): Buffer =>
  Buffer.from(content.toString("latin1").replace(/(<p:dmAnnotation>)./, "$1X"), "latin1");

async function sign(content: Buffer, { identity, chain = [] }: Seal, at: number): Promise<pkijs.SignedData> {
  const certificates = [identity.certificatePem, ...chain].map(certificateOf);
  const [signer] = certificates;
  if (signer === undefined) throw new Error("a seal needs a certificate");
  const signed = new pkijs.SignedData({
    encapContentInfo: new pkijs.EncapsulatedContentInfo({
      eContentType: DATA,
      eContent: new asn1js.OctetString({ valueHex: Uint8Array.from(content).buffer }),
    }),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: signer.issuer, serialNumber: signer.serialNumber }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({
          type: 0,
          attributes: signedAttributes(content, at),
        }),
      }),
    ],
    certificates,
  });
  await signed.sign(privateKey(identity), 0, "SHA-256");
  return signed;
}

function signedAttributes(content: Buffer, at: number): pkijs.Attribute[] {
  const digest = Uint8Array.from(createHash("sha256").update(content).digest());
  return [
    new pkijs.Attribute({ type: CONTENT_TYPE, values: [new asn1js.ObjectIdentifier({ value: DATA })] }),
    new pkijs.Attribute({ type: SIGNING_TIME, values: [new asn1js.UTCTime({ valueDate: new Date(at) })] }),
    new pkijs.Attribute({
      type: MESSAGE_DIGEST,
      values: [new asn1js.OctetString({ valueHex: digest.buffer })],
    }),
  ];
}

const certificateOf = (pem: string): pkijs.Certificate =>
  pkijs.Certificate.fromBER(Uint8Array.from(Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ""), "base64")));

const privateKey = ({ privateKeyPem }: Identity): webcrypto.CryptoKey => {
  const key = createPrivateKey(privateKeyPem);
  const algorithm =
    key.asymmetricKeyType === "ec"
      ? { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" }
      : { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  return key.toCryptoKey(algorithm, false, ["sign"]);
};
