import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import type { PortalAnswer } from "../../../../../lambdas/domain/portal-answer.ts";
import {
  makeAssertion,
  makeBench,
  makeResponse,
  type PortalBench,
  readAt,
} from "../../../../support/portal-answers.ts";

let bench: PortalBench;
let response: string;
let assertion: string;
let good: PortalAnswer;
beforeAll(async () => {
  bench = await makeBench();
  assertion = makeAssertion(bench);
  response = makeResponse(bench, { signedAssertion: () => assertion });
  good = await readAt(bench, response);
});

/** What attackers put in, and what parsers stumble over. */
const snippet = fc.constantFrom(
  "",
  " ",
  "\n",
  "\r",
  "x",
  "PODVODNICE",
  "1990-01-01",
  "http://eidas.europa.eu/LoA/low",
  "<!---->",
  "<![CDATA[x]]>",
  "<?x?>",
  "&#78;",
  "&amp;",
  "&x;",
  "<x/>",
  "</x>",
  ' ID="_x"',
  ' xmlns="urn:x"',
  ' xmlns:saml="urn:x"',
  "<Object/>",
  "\uFEFF",
  "\u0000",
  "\u2028",
  "]]>",
  "<Advice>",
  "</Assertion>",
  "<AttributeValue>X</AttributeValue>",
  "<Signature>",
  "</Signature>",
  "<!DOCTYPE x>",
);
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
/** Between two tags as often as anywhere. */
const positions = (xml: string, at: number, onTag: boolean): number => {
  if (!onTag) return Math.floor(at * xml.length);
  const tags = [...xml.matchAll(/</g)].map(({ index }) => index);
  return tags[Math.floor(at * tags.length)] ?? 0;
};

const edit = fc.record({
  kind: fc.constantFrom("insert", "replace", "remove", "copy", "move"),
  from: place,
  to: place,
  target: place,
  onTag: fc.boolean(),
  text: snippet,
  length: fc.integer({ min: 1, max: 40 }),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

const apply = (xml: string, { kind, from, to, target, onTag, text, length }: Edit): string => {
  const start = positions(xml, from, onTag);
  const end = onTag ? Math.max(start, positions(xml, to, true)) : Math.min(xml.length, start + length);
  const part = xml.slice(start, end);
  const put = (whole: string, piece: string, at: number): string =>
    whole.slice(0, at) + piece + whole.slice(at);
  if (kind === "insert") return put(xml, text, start);
  if (kind === "replace") return xml.slice(0, start) + text + xml.slice(end);
  if (kind === "copy") return put(xml, part, positions(xml, target, onTag));
  const without = xml.slice(0, start) + xml.slice(end);
  return kind === "remove" ? without : put(without, part, positions(without, target, onTag));
};

const mutated = (xml: string, edits: readonly Edit[]): string => edits.reduce(apply, xml);
/** Refused, or the very same answer: never another one. */
const holds = async (xml: string): Promise<void> => {
  const answer = await readAt(bench, xml).catch((error: Error) => error);
  if (answer instanceof Error) expect(answer.name).toBe("PortalAnswerInvalid");
  else expect(answer).toEqual(good);
};
const edits = fc.array(edit, { minLength: 1, maxLength: 4 });

it("no change of a signed answer makes it say anything else", async () => {
  await fc.assert(
    fc.asyncProperty(edits, async (list) => {
      await holds(mutated(response, list));
    }),
    { numRuns: 100 },
  );
});

it("no change of the assertion does so where the outer signature does not see it", async () => {
  await fc.assert(
    fc.asyncProperty(edits, async (list) => {
      await holds(makeResponse(bench, { signedAssertion: () => mutated(assertion, list) }));
    }),
    { numRuns: 100 },
  );
});

it("no text at all brings down more than itself", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), async (text) => {
      await holds(text);
    }),
    { numRuns: 50 },
  );
});
