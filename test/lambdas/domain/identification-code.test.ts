import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CODE_RANDOM_BYTES,
  findCodes,
  formatCode,
  makeCode,
  normalizeCode,
} from "../../../lambdas/domain/identification-code.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const character = fc.constantFrom(...Array.from(alphabet));
const bytes = fc.uint8Array({ minLength: CODE_RANDOM_BYTES, maxLength: CODE_RANDOM_BYTES });
const codes = bytes.map(makeCode);
const zero = makeCode(new Uint8Array(CODE_RANDOM_BYTES));
const code = makeCode(Uint8Array.from([10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]));

const replaceAt = (text: string, at: number, by: string): string =>
  text.slice(0, at) + by + text.slice(at + 1);

const swapAt = (text: string, at: number): string =>
  text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);

describe("makeCode", () => {
  it("is the same for the same bytes and stays the same for codes already printed", () => {
    expect(zero).toBe("000000000000");
    expect(code).toBe("ABCDEFGHJKMC");
  });

  it("makes twelve characters of the alphabet that pass their own check", () => {
    fc.assert(
      fc.property(codes, (made) => {
        expect(made).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/u);
        expect(normalizeCode(made)).toBe(made);
      }),
    );
  });

  it("uses five bits of every byte", () => {
    for (let at = 0; at < CODE_RANDOM_BYTES; at += 1) {
      const made = Array.from({ length: 256 }, (_, byte) => {
        const random = new Uint8Array(CODE_RANDOM_BYTES);
        random[at] = byte;
        return makeCode(random);
      });
      expect(new Set(made).size).toBe(32);
      expect(new Set(made.map((one) => one.charAt(at))).size).toBe(32);
    }
  });

  it("refuses too little randomness", () => {
    expect(() => makeCode(new Uint8Array(CODE_RANDOM_BYTES - 1))).toThrow(RangeError);
  });
});

/*
 * The check is linear over GF(32): an error is caught or missed by its difference alone, whatever the code. So every
 * single error on the zero code stands for that error on all 2^55 codes, and a swap of a and b for the difference
 * a + b at both places. Linearity itself is a property below.
 */
describe("the check character, over the whole algebra", () => {
  const add = (a: string, b: string): string =>
    Array.from(a, (one, at) => alphabet.charAt(alphabet.indexOf(one) ^ alphabet.indexOf(b.charAt(at)))).join(
      "",
    );

  it("is linear: the sum of two valid codes is valid, of a valid and an invalid one is not", () => {
    const errors = fc.array(character, { minLength: 12, maxLength: 12 });
    fc.assert(fc.property(codes, codes, (a, b) => normalizeCode(add(a, b)) !== undefined));
    fc.assert(
      fc.property(codes, errors, (a, error) => {
        expect(normalizeCode(add(a, error.join(""))) !== undefined).toBe(
          normalizeCode(error.join("")) !== undefined,
        );
      }),
    );
  });

  it("catches every single wrong character: 12 places, 31 differences", () => {
    const missed = Array.from({ length: 12 }, (_, at) =>
      Array.from(alphabet.slice(1), (difference) => normalizeCode(replaceAt(zero, at, difference))),
    ).flat();
    expect(missed).toHaveLength(12 * 31);
    expect(missed.every((found) => found === undefined)).toBe(true);
  });

  it("catches every swap of any two characters: 66 pairs of places, 31 differences", () => {
    let caught = 0;
    for (let first = 0; first < 12; first += 1) {
      for (let second = first + 1; second < 12; second += 1) {
        for (const difference of alphabet.slice(1)) {
          const error = replaceAt(replaceAt(zero, first, difference), second, difference);
          if (normalizeCode(error) === undefined) caught += 1;
        }
      }
    }
    expect(caught).toBe(66 * 31);
  });

  it("catches both on real codes too", () => {
    fc.assert(
      fc.property(codes, fc.nat(10), character, (made, at, other) => {
        fc.pre(made.charAt(at) !== made.charAt(at + 1) && made.charAt(at) !== other);
        expect(normalizeCode(swapAt(made, at))).toBeUndefined();
        expect(normalizeCode(replaceAt(made, at, other))).toBeUndefined();
      }),
    );
  });
});

describe("formatCode and normalizeCode", () => {
  it("shows groups of four", () => {
    expect(formatCode(code)).toBe("ABCD-EFGH-JKMC");
  });

  const looksLikeDigits = makeCode(Uint8Array.from([0, 1, 1, 0, 10, 0, 1, 20, 0, 1, 0]));

  it.each([
    ["as shown", "ABCD-EFGH-JKMC"],
    ["lower case", "abcd-efgh-jkmc"],
    ["spaces", " ABCD EFGH JKMC\n"],
    ["no-break spaces", "ABCD\u00a0EFGH\u00a0JKMC"],
    ["en dashes", "ABCD–EFGH–JKMC"],
    ["em dashes and spaces", "ABCD — EFGH — JKMC"],
    ["minus signs", "ABCD\u2212EFGH\u2212JKMC"],
    ["no separators", "ABCDEFGHJKMC"],
    ["wide letters", "ＡＢＣＤ-EFGH-JKMC"],
  ])("reads a code typed with %s", (_, typed) => {
    expect(normalizeCode(typed)).toBe(code);
  });

  it("takes letters for the digits they look like", () => {
    const typed = looksLikeDigits.replaceAll("0", "o").replace("1", "I").replace("1", "l");
    expect(typed).toMatch(/[oIl]/u);
    expect(normalizeCode(typed)).toBe(looksLikeDigits);
  });

  it.each([
    ["nothing", ""],
    ["a wrong check character", "ABCD-EFGH-JKMF"],
    ["a missing character", "ABCD-EFGH-JKM"],
    ["an extra character", "ABCD-EFGH-JKMC-0"],
    ["a letter that is no part of the alphabet", "UBCD-EFGH-JKMC"],
    ["other signs", "ABCD+EFGH+JKMC"],
    ["words around it", "kód ABCD-EFGH-JKMC"],
  ])("refuses %s", (_, typed) => {
    expect(normalizeCode(typed)).toBeUndefined();
  });

  it("reads back whatever it shows", () => {
    fc.assert(fc.property(codes, (made) => normalizeCode(formatCode(made).toLowerCase()) === made));
  });
});

describe("findCodes", () => {
  const other = makeCode(Uint8Array.from([31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21]));

  it.each([
    ["alone", formatCode(code), [code]],
    ["after a label", `Kód: ${formatCode(code)}`, [code]],
    ["after a word with only a space between", `identifikace ${formatCode(code)} dekuji`, [code]],
    ["in brackets at the end of a sentence", `Pro mojeID (${formatCode(code)}).`, [code]],
    ["in odd groups", "abc def ghj kmc", [code]],
    ["over two lines", "ABCD-EFGH-\nJKMC", [code]],
    ["with dots", "ABCD.EFGH.JKMC.", [code]],
    ["twice", `${formatCode(code)}, ${code}`, [code]],
    ["with another one", `${formatCode(code)}; ${formatCode(other)}`, [code, other]],
    ["mistyped", "ABCD-EFGH-JKMF", []],
    ["as a part of a longer word", `${code}X`, []],
    ["nowhere", "Dobrý den, posílám údaje.", []],
    ["in no text", "", []],
  ])("finds a code %s", (_, text, expected) => {
    expect(findCodes(text)).toEqual(expected);
  });

  it("finds every code between other words", () => {
    const words = fc.array(fc.constantFrom("kód", "prosím", "č.", "zpráva", ":", "(", "2026"), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(words, codes, words, (before, made, after) => {
        expect(findCodes([...before, formatCode(made), ...after].join(" "))).toContain(made);
      }),
    );
  });
});
