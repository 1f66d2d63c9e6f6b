import { describe, expect, it } from "vitest";
import { type Awaiting, codeDistance, suggestVerifications } from "../../../lambdas/domain/near-codes.ts";

const code = "ABCDEFGHJKMC";

describe("the distance of what was typed from a code", () => {
  it.each([
    ["nothing wrong", "ABCDEFGHJKMC", 0],
    ["one wrong character", "ABCDEFGHJKM9", 2],
    ["a look-alike", "A8CDEFGHJKMC", 1],
    ["a look-alike outside of the alphabet", "ABCDEFGHJKNC", 1],
    ["one missing", "ABCDEFHJKMC", 2],
    ["one extra", "ABCDEEFGHJKMC", 2],
    ["neighbours swapped", "BACDEFGHJKMC", 2],
    ["two swaps", "BACDEFHGJKMC", 4],
    ["a swap and a wrong one", "BACDEFGHJKM9", 4],
    ["characters swapped over a third", "CBADEFGHJKMC", 4],
  ])("%s", (_, typed, distance) => {
    expect(codeDistance(typed, code)).toBe(distance);
  });
});

const person = { firstName: "Jana", lastName: "Nováková", birthDate: "1988-04-12" };
const awaiting = (change: Partial<Awaiting> = {}): Awaiting => ({
  accountId: "jana",
  verificationId: "of-jana",
  code,
  person,
  ...change,
});
const stranger = { firstName: "PETR", lastName: "DVOŘÁK", birthDate: "1970-01-01" };
const found = (note: string, among: Awaiting[] = [awaiting()], of = stranger) =>
  suggestVerifications({ note, person: of }, among).map(({ accountId, distance }) => [accountId, distance]);

describe("a verification is suggested for", () => {
  it.each([
    ["a wrong character", "ABCD-EFGH-JKM9", 2],
    ["a wrong one in front", "9BCD-EFGH-JKMC", 2],
    ["a letter that no code has", "ABUD-EFGH-JKMC", 2],
    ["a missing character", "ABCD-EFG-JKMC", 2],
    ["the last one missing", "ABCD-EFGH-JKM", 2],
    ["an extra one at the end", "ABCD-EFGH-JKMCE", 2],
    ["neighbours swapped", "ABCD-EFHG-JKMC", 2],
    ["three slips", "9BCD-EFHG-JKM9", 6],
    ["words around it", "kód abcd efgh jkm9, děkuji", 2],
    ["the code of a verification that is no more to be matched", "abcd efgh jkmc", 0],
  ])("%s", (_, note, distance) => {
    expect(found(note)).toEqual([["jana", distance]]);
  });

  it.each([
    ["four slips", "99CD-EFHG-JKM9"],
    ["no text", ""],
    ["a text without a code", "údaje pro paní Novákovou podle její žádosti"],
  ])("not for %s", (_, note) => {
    expect(found(note)).toEqual([]);
  });

  it("the same names, whatever the case and diacritics, or the same birth date", () => {
    const jana = { firstName: "JANA", lastName: "NOVAKOVA", birthDate: "1999-09-09" };
    expect(found("", [awaiting()], jana)).toEqual([["jana", undefined]]);
    expect(found("", [awaiting()], { ...stranger, birthDate: "1988-04-12" })).toHaveLength(1);
    expect(found("", [awaiting()], { ...stranger, lastName: "NOVÁKOVÁ" })).toEqual([]);
  });

  it("nobody by a birth date that the account does not tell", () => {
    const { birthDate: _unknown, ...undated } = person;
    expect(found("", [awaiting({ person: undated })])).toEqual([]);
  });
});

describe("of several", () => {
  it("the likeliest comes first: the code and the person, then the person, then a far code", () => {
    const other = { firstName: "Eva", lastName: "Malá", birthDate: "1990-01-01" };
    const among = [
      awaiting({ accountId: "far-code", code: "9BCDEFHGJKM9", person: other }),
      awaiting({ accountId: "person", code: "000000000000" }),
      awaiting({ accountId: "both" }),
      awaiting({ accountId: "nothing", code: "000000000000", person: other }),
    ];
    expect(found("ABCD EFGH JKMC", among, person).map(([id]) => id)).toEqual(["both", "person", "far-code"]);
  });

  it("ten at most are shown", () => {
    const among = Array.from({ length: 30 }, (_, n) => awaiting({ accountId: `${n}` }));
    expect(found("ABCD EFGH JKMC", among)).toHaveLength(10);
  });
});
