/** One element of DER: its identifier octets as hex, its value, and what follows it. */
export interface Element {
  tag: string;
  value: Buffer;
  rest: Buffer;
}

/**
 * Reads the first element of definite length.
 *
 * Meant for certificates that OpenSSL has parsed already: it finds a field there, it does not validate DER.
 * Throws `RangeError` where the bytes end too early.
 */
export const readElement = (bytes: Buffer): Element => {
  const lengthAt = endOfTag(bytes);
  const first = octet(bytes, lengthAt);
  const lengthOctets = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || lengthOctets > 4) throw new RangeError("DER: length is not definite");

  const start = lengthAt + 1 + lengthOctets;
  const end = start + (lengthOctets === 0 ? first : bytes.readUIntBE(lengthAt + 1, lengthOctets));
  if (end > bytes.length) throw new RangeError("DER: value ends too early");
  return {
    tag: bytes.toString("hex", 0, lengthAt),
    value: bytes.subarray(start, end),
    rest: bytes.subarray(end),
  };
};

/** All elements of a constructed value, in their order. */
export const readElements = (bytes: Buffer): Element[] => {
  const elements: Element[] = [];
  for (let rest = bytes; rest.length > 0;) {
    const element = readElement(rest);
    elements.push(element);
    rest = element.rest;
  }
  return elements;
};

/** Tags of 31 and more spread over several octets: the last of them has its highest bit clear. */
const endOfTag = (bytes: Buffer): number => {
  let at = 1;
  if ((octet(bytes, 0) & 0x1f) !== 0x1f) return at;
  while ((octet(bytes, at) & 0x80) !== 0) at += 1;
  return at + 1;
};

const octet = (bytes: Buffer, at: number): number => {
  const value = bytes[at];
  if (value === undefined) throw new RangeError("DER: ends too early");
  return value;
};
