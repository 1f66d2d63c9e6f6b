import { describe, expect, it } from "vitest";
import { texts as czechForAll } from "../../web/src/texts/cs/index.ts";
import { texts as englishForAll } from "../../web/src/texts/en/index.ts";
import { ofCode } from "../../web/src/texts/of-code.ts";
import { consoleTexts } from "../../web/src/texts/console.ts";
import * as pages from "../../web/src/texts/pages.ts";
import { czechCount, daysLeft } from "../../web/src/texts/plural.ts";

type Leaf = [path: string, text: string];

/** Every text with where it stands; those with something to fill in as they are with a sample. */
const leaves = (value: unknown, path: string): Leaf[] => {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [[path, String(value("2", 2))]];
  return Object.entries(value as object).flatMap(([name, part]) => leaves(part, `${path}.${name}`));
};

const ofPages = (language: "cs" | "en") =>
  [...Object.values(pages), consoleTexts].map((texts) => texts[language]);
const czech = { ...czechForAll, pages: ofPages("cs") };
const english = { ...englishForAll, pages: ofPages("en") };
const cs = leaves(czech, "texts");
const en = new Map(leaves(english, "texts"));

describe("the texts", () => {
  it("are the same set in both languages", () => {
    expect([...en.keys()].toSorted()).toEqual(cs.map(([path]) => path).toSorted());
  });

  it.each(cs)("%s says something", (path, text) => {
    for (const said of [text, en.get(path) ?? ""]) {
      expect(said.trim()).not.toBe("");
      expect(said).not.toMatch(/undefined|NaN|\[object|TODO/u);
      expect(said).toBe(said.trim());
    }
  });

  it("are translated: no Czech letter stands in an English sentence but in names of Czech things", () => {
    const names =
      /Zpráva pro příjemce|jednorázové poskytnutí|Poskytnutí referenčních údajů.*|IČO|eObčank[ay]|Česky/gu;
    const left = [...en].filter(([, text]) => /[ěščřžýáíéúůďťň]/iu.test(text.replaceAll(names, "")));
    expect(left).toEqual([]);
  });

  it("shout nowhere", () => {
    const words = [...cs, ...en].flatMap(([path, text]) =>
      (text.match(/\p{Lu}{5,}/gu) ?? []).filter((word) => word !== "POINT").map((word) => `${path}: ${word}`),
    );
    expect(words).toEqual([]);
  });
});

describe("codes of the API", () => {
  it("stand for themselves where a newer API says what this version does not know", () => {
    expect(ofCode({ known: "Known" }, "known")).toBe("Known");
    expect(ofCode({ known: "Known" }, "brand-new")).toBe("brand-new");
  });
});

describe("Czech numbers", () => {
  it.each([
    [0, "0 dní"],
    [1, "1 den"],
    [2, "2 dny"],
    [4, "4 dny"],
    [5, "5 dní"],
    [90, "90 dní"],
  ])("%d: %s", (count, text) => {
    expect(czechCount(count, "den", "dny", "dní").replaceAll("\u00a0", " ")).toBe(text);
  });

  it("agree with their verb", () => {
    expect(daysLeft(1)).toMatch(/^zbývá 1/u);
    expect(daysLeft(3)).toMatch(/^zbývají 3/u);
    expect(daysLeft(90)).toMatch(/^zbývá 90/u);
  });
});
