export const ISDS = "http://isds.czechpoint.cz/v20";
export const ISDS_MESSAGE = "http://isds.czechpoint.cz/v20/message";
export const SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
export const XSI = "http://www.w3.org/2001/XMLSchema-instance";

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"\r]/g, (char) => entities[char] ?? char);

/** Writes elements with one prefix. Content is XML already written; `null` is nil. */
export interface Writer {
  element(name: string, content: string, attributes?: Record<string, string | undefined>): string;
  text(name: string, value: string | number | boolean | null, attributes?: Record<string, string>): string;
}

/** How a field without a value is written: old documents of ISDS leave it out, against its schema. */
export type NoValue = "nil" | "absent";

export function writer(prefix: string, noValue: NoValue = "nil"): Writer {
  const full = (name: string): string => (prefix === "" ? name : `${prefix}:${name}`);
  const element: Writer["element"] = (name, content, attributes = {}) => {
    const list = Object.entries(attributes).flatMap(([key, value]) =>
      value === undefined ? [] : [` ${key}="${escapeXml(value)}"`],
    );
    return `<${full(name)}${list.join("")}>${content}</${full(name)}>`;
  };
  return {
    element,
    text(name, value, attributes) {
      if (value !== null) return element(name, escapeXml(String(value)), attributes);
      return noValue === "absent" ? "" : `<${full(name)} xsi:nil="true"/>`;
    },
  };
}

/** Base64 broken by line ends, as ISDS writes it. */
export const brokenBase64 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString("base64")
    .replace(/.{76}(?=.)/g, "$&\n");

/** A SOAP 1.1 envelope around an answer. */
export const envelope = (body: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<SOAP-ENV:Envelope xmlns:SOAP-ENV="${SOAP}"><SOAP-ENV:Body>${body}</SOAP-ENV:Body></SOAP-ENV:Envelope>\n`;

export const soapFault = (code: string, text: string): string =>
  envelope(
    `<SOAP-ENV:Fault><faultcode>${escapeXml(code)}</faultcode><faultstring>${escapeXml(text)}</faultstring></SOAP-ENV:Fault>`,
  );
