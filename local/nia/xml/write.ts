const inText: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;" };
const inAttribute: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  '"': "&quot;",
  "\t": "&#x9;",
  "\n": "&#xA;",
  "\r": "&#xD;",
};

/** Escapes character data as canonical XML does. */
export const escapeText = (text: string): string => text.replace(/[&<>\r]/g, (mark) => inText[mark] ?? mark);

/** Escapes an attribute value as canonical XML does; the value is to stand in double quotes. */
export const escapeAttribute = (text: string): string =>
  text.replace(/[&<"\t\n\r]/g, (mark) => inAttribute[mark] ?? mark);
