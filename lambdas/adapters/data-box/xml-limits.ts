import { MessageInvalid } from "../../domain/errors.ts";

/** A page of 500 messages has some 17 000 elements. */
const MAX_ELEMENTS = 100_000;
const MAX_DEPTH = 64;
/** Attributes are compared one with another, so their number must have a bound. */
const MAX_TAG_LENGTH = 16_384;

const skipped = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
] as const;
const tag = /<\/?(?:[^"'<>]|"[^"]*"|'[^']*')*>/uy;

/** Position after the markup that starts here, and how it changes the depth. */
const step = (text: string, from: number): { next: number; change: -1 | 0 | 1 } => {
  for (const [start, end] of skipped) {
    if (!text.startsWith(start, from)) continue;
    const found = text.indexOf(end, from + start.length);
    if (found < 0) throw new MessageInvalid("xml: markup is not closed");
    return { next: found + end.length, change: 0 };
  }
  tag.lastIndex = 0;
  const markup = tag.exec(text.slice(from, from + MAX_TAG_LENGTH))?.[0];
  if (markup === undefined) throw new MessageInvalid("xml: a tag is not closed or too long");
  const change = markup.startsWith("</") ? -1 : markup.endsWith("/>") ? 0 : 1;
  return { next: from + markup.length, change };
};

/** Refuses, in one pass and before a tree is built, what would make the tree too deep or too large. */
export const checkLimits = (text: string): void => {
  let depth = 0;
  let elements = 0;
  for (let at = text.indexOf("<"); at >= 0;) {
    const { next, change } = step(text, at);
    depth += change;
    elements += 1;
    if (depth > MAX_DEPTH) throw new MessageInvalid(`xml: deeper than ${MAX_DEPTH}`);
    if (elements > 2 * MAX_ELEMENTS) throw new MessageInvalid(`xml: more than ${MAX_ELEMENTS} elements`);
    at = text.indexOf("<", next);
  }
};
