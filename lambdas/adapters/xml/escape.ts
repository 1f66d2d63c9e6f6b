/** Everything outside XML 1.0's Char production, lone surrogates among them. */
// oxlint-disable-next-line no-control-regex
const notXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

const escapes: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#x9;",
  "\n": "&#xA;",
  "\r": "&#xD;",
};
const escaped = (character: string): string => escapes[character] ?? character;

/** As the canonical form writes text, and the value of an attribute between double quotes. */
export const inText = (text: string): string => text.replace(/[&<>\r]/g, escaped);
export const inAttribute = (text: string): string => text.replace(/[&<"\t\n\r]/g, escaped);

const checked = (text: string): string => {
  if (notXml.test(text)) throw new RangeError("a character that XML cannot hold");
  return text;
};

/** Text of ours in its canonical form, so what we sign is what we send. Throws on what XML can't hold. */
export const escapeText = (text: string): string => inText(checked(text));
export const escapeAttribute = (text: string): string => inAttribute(checked(text));
