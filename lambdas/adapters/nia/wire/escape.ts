/** Everything outside XML 1.0's Char production, lone surrogates among them. */
// oxlint-disable-next-line no-control-regex
const notXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;" };

/** Text as the canonical form writes it, so what we sign is what we send. Throws on what XML can't hold. */
export const escapeText = (text: string): string => {
  if (notXml.test(text)) throw new RangeError("a character that XML cannot hold");
  return text.replace(/[&<>\r]/g, (character) => escapes[character] ?? character);
};
