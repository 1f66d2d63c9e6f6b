import { deflateRawSync, inflateRawSync } from "node:zlib";
import { Malformed } from "../../xml/xml.ts";

/** A parameter of the POST binding: base64, with line breaks or without, of so many characters at most. */
export const decodeBase64 = (text: string, maxLength: number): Buffer => {
  if (text.length > maxLength) throw new Malformed("too large");
  const packed = text.replace(/[\r\n]+/g, "");
  if (packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) throw new Malformed("not base64");
  return Buffer.from(packed, "base64");
};

export const encodeBase64 = (xml: string): string => Buffer.from(xml).toString("base64");

/** A parameter of the Redirect binding before it is encoded for the URL: raw DEFLATE, then base64. */
export const deflate = (xml: string): string => deflateRawSync(xml).toString("base64");

/** The other way round; what grows beyond `maxBytes` is refused, not inflated. Throws `Malformed`. */
export const inflate = (text: string, maxBytes: number): Buffer => {
  const packed = decodeBase64(text, maxBytes);
  try {
    return inflateRawSync(packed, { maxOutputLength: maxBytes });
  } catch {
    throw new Malformed("not deflated, or too large");
  }
};
