import { DOMParser, type Document } from "@xmldom/xmldom";

/** The text is no XML that a SOAP service takes. The message says why and never quotes the text. */
export class XmlRefused extends Error {
  override readonly name = "XmlRefused";
}

const DOCUMENT_TYPE = /<!\s*(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i;
const DECLARATION = /^<\?xml\s[^>]*\?>/;
const ENCODING = /encoding\s*=\s*["']([^"']*)["']/;

/**
 * Parses XML 1.0 in UTF-8, with namespaces. Document types, entities and processing instructions are refused before
 * the parser sees them (SOAP 1.2 part 1, section 5).
 */
export function parseXml(source: Uint8Array | string): Document {
  const text = typeof source === "string" ? source : decode(source);
  const declaration = DECLARATION.exec(text)?.[0] ?? "";
  const encoding = ENCODING.exec(declaration)?.[1] ?? "utf-8";
  if (encoding.toLowerCase() !== "utf-8") throw new XmlRefused("Encoding other than UTF-8");
  if (DOCUMENT_TYPE.test(text)) throw new XmlRefused("Document type declaration");
  if (text.slice(declaration.length).includes("<?")) throw new XmlRefused("Processing instruction");
  try {
    return new DOMParser({
      locator: false,
      normalizeLineEndings: (value) => value.replace(/\r\n?/g, "\n"),
      onError: (_level, message) => {
        throw new XmlRefused(message);
      },
    }).parseFromString(text, "text/xml");
  } catch {
    throw new XmlRefused("Not well-formed");
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new XmlRefused("Not UTF-8");
  }
}
