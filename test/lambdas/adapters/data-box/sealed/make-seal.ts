import { createPrivateKey, webcrypto, X509Certificate } from "node:crypto";
import { Constructed, ObjectIdentifier, OctetString, Sequence, UTCTime, type BaseBlock } from "asn1js";
import {
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from "pkijs";
import type { Identity } from "../../../../../local/certificates.ts";

const DATA = "1.2.840.113549.1.7.1";

export interface SealWish {
  identity: Identity;
  /** Certificates put in besides the signer's own. */
  chain?: Identity[];
  signedAt?: Date;
  hash?: "SHA-1" | "SHA-256" | "SHA-384";
  /** Changes what is signed over, before it is signed. */
  attributes?: (attributes: Attribute[]) => Attribute[] | undefined;
  /** Changes the structure after it was signed. */
  afterwards?: (signed: SignedData) => void;
}

const certificateOf = ({ certificatePem }: Identity): Certificate =>
  Certificate.fromBER(new X509Certificate(certificatePem).raw);

const digestOf = async (hash: string, content: Uint8Array): Promise<OctetString> =>
  new OctetString({ valueHex: await webcrypto.subtle.digest(hash, new Uint8Array(content)) });

const attributesOf = async (content: Uint8Array, { hash = "SHA-256", signedAt = new Date() }: SealWish) => [
  new Attribute({ type: "1.2.840.113549.1.9.3", values: [new ObjectIdentifier({ value: DATA })] }),
  new Attribute({ type: "1.2.840.113549.1.9.5", values: [new UTCTime({ valueDate: signedAt })] }),
  new Attribute({ type: "1.2.840.113549.1.9.4", values: [await digestOf(hash, content)] }),
];

const signerOf = async (content: Uint8Array, wish: SealWish): Promise<SignerInfo> => {
  const { issuer, serialNumber } = certificateOf(wish.identity);
  const all = await attributesOf(content, wish);
  const attributes = wish.attributes === undefined ? all : wish.attributes(all);
  return new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer, serialNumber }),
    ...(attributes && { signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes }) }),
  });
};

const makeSignedData = async (content: Uint8Array, wish: SealWish): Promise<SignedData> => {
  const hash = wish.hash ?? "SHA-256";
  const key = createPrivateKey(wish.identity.privateKeyPem).toCryptoKey(
    { name: "RSASSA-PKCS1-v1_5", hash },
    false,
    ["sign"],
  );
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: DATA,
      eContent: new OctetString({ valueHex: new Uint8Array(content).buffer }),
    }),
    signerInfos: [await signerOf(content, wish)],
    certificates: [wish.identity, ...(wish.chain ?? [])].map(certificateOf),
  });
  await signed.sign(key, 0, hash);
  wish.afterwards?.(signed);
  return signed;
};

const wrap = (signed: BaseBlock): Uint8Array =>
  new Uint8Array(
    new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed }).toSchema().toBER(),
  );

export const makeSeal = async (content: Uint8Array, wish: SealWish): Promise<Uint8Array> =>
  wrap((await makeSignedData(content, wish)).toSchema(true));

const pieces = (content: Uint8Array, size: number): OctetString[] =>
  Array.from({ length: Math.ceil(content.length / size) }, (_, index) => {
    const piece = new Uint8Array(content.subarray(index * size, (index + 1) * size));
    return new OctetString({ valueHex: piece.buffer });
  });

/** The same in the form of a stream: indefinite lengths, the content in pieces. */
export const makeStreamedSeal = async (content: Uint8Array, wish: SealWish): Promise<Uint8Array> => {
  const signed = await makeSignedData(content, wish);
  const octets = new Constructed({ idBlock: { tagClass: 1, tagNumber: 4 }, value: pieces(content, 1000) });
  const holder = new Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [octets] });
  const inner = new Sequence({ value: [new ObjectIdentifier({ value: DATA }), holder] });
  const schema = signed.toSchema(true);
  schema.valueBlock.value[2] = inner;
  for (const block of [octets, holder, inner, schema]) block.lenBlock.isIndefiniteForm = true;
  return wrap(schema);
};
