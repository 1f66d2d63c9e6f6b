import * as asn1js from "asn1js";
import type * as pkijs from "pkijs";

const SIGNED_DATA = "1.2.840.113549.1.7.2";
const DATA = "1.2.840.113549.1.7.1";
const CHUNK = 16_384;

const END = Buffer.from([0, 0]);
const SEQUENCE = 0x30;
const OCTETS = 0x24;
const TAGGED_0 = 0xa0;

const open = (tag: number, ...parts: Uint8Array[]): Buffer =>
  Buffer.concat([Buffer.from([tag, 0x80]), ...parts, END]);
const der = (block: { toBER(): ArrayBuffer }): Buffer => Buffer.from(block.toBER());
const oid = (value: string): Buffer => der(new asn1js.ObjectIdentifier({ value }));

/**
 * ContentInfo of a SignedData in BER with indefinite lengths and the content in pieces: ISDS writes its ZFO so, and a
 * client that reads only DER fails here.
 */
export function indefinite(signed: pkijs.SignedData, content: Uint8Array): Buffer {
  const [version, digests, , ...rest] = signed.toSchema(true).valueBlock.value;
  if (version === undefined || digests === undefined) throw new Error("no SignedData");
  const encapsulated = open(SEQUENCE, oid(DATA), open(TAGGED_0, open(OCTETS, ...pieces(content))));
  const inner = open(SEQUENCE, der(version), der(digests), encapsulated, ...rest.map(der));
  return open(SEQUENCE, oid(SIGNED_DATA), open(TAGGED_0, inner));
}

function pieces(content: Uint8Array): Buffer[] {
  const count = Math.max(1, Math.ceil(content.length / CHUNK));
  return Array.from({ length: count }, (_, index) =>
    der(
      new asn1js.OctetString({
        valueHex: Uint8Array.from(content.subarray(index * CHUNK, (index + 1) * CHUNK)).buffer,
      }),
    ),
  );
}
