import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cityCase,
  firstNameCase,
  isInCapitals,
  lastNameCase,
  streetCase,
} from "../../../lambdas/domain/czech-case.ts";

describe("firstNameCase", () => {
  it.each([
    ["JAN", "Jan"],
    ["ŽOFIE ANNA", "Žofie Anna"],
    ["ANNA-MARIE", "Anna-Marie"],
    ["ŘEHOŘ", "Řehoř"],
    ["ÁĎA", "Áďa"],
    ["VAN HUNG", "Van Hung"],
    ["MAR'JANA", "Mar'jana"],
    ["D'ARCY", "D'Arcy"],
    ["J. R.", "J. R."],
    ["Ó", "Ó"],
    ["Jan Karel", "Jan Karel"],
    ["jan", "jan"],
    ["", ""],
  ])("%s → %s", (value, expected) => {
    expect(firstNameCase(value)).toBe(expected);
  });
});

describe("lastNameCase", () => {
  it.each([
    ["NOVÁKOVÁ", "Nováková"],
    ["NOVÁKOVÁ-SVOBODOVÁ", "Nováková-Svobodová"],
    ["NOVÁKOVÁ SVOBODOVÁ", "Nováková Svobodová"],
    ["ČÍŽEK", "Čížek"],
    ["CHALOUPKA", "Chaloupka"],
    ["VON DER LEYEN", "von der Leyen"],
    ["VAN DEN BERG", "van den Berg"],
    ["DE LA CRUZ", "de la Cruz"],
    ["DA SILVA", "da Silva"],
    ["LE PEN", "Le Pen"],
    ["NGUYEN VAN", "Nguyen Van"],
    ["TRAN VAN HUNG", "Tran Van Hung"],
    ["KINSKÝ Z VCHYNIC A TETOVA", "Kinský z Vchynic a Tetova"],
    ["GARCÍA Y VEGA", "García y Vega"],
    ["VON", "Von"],
    ["O'BRIEN", "O'Brien"],
    ["O’BRIEN", "O’Brien"],
    ["D'ANGELO", "D'Angelo"],
    ["DELL'ORTO", "Dell'Orto"],
    ["LUK'JANOV", "Luk'janov"],
    ["MCDONALD", "McDonald"],
    ["MCHEDLIDZE", "Mchedlidze"],
    ["MACHÁČEK", "Macháček"],
    ["MCL", "Mcl"],
    ["NOVÁK III", "Novák III"],
    ["VI", "Vi"],
    ["GROSSMANN", "Grossmann"],
    ["GROßMANN", "Großmann"],
    ["McDonald", "McDonald"],
    ["Nováková", "Nováková"],
    ["novák", "novák"],
  ])("%s → %s", (value, expected) => {
    expect(lastNameCase(value)).toBe(expected);
  });
});

describe("cityCase", () => {
  it.each([
    ["BRNO", "Brno"],
    ["ÚSTÍ NAD LABEM", "Ústí nad Labem"],
    ["NOVÉ MĚSTO NA MORAVĚ", "Nové Město na Moravě"],
    ["BRANDÝS NAD LABEM-STARÁ BOLESLAV", "Brandýs nad Labem-Stará Boleslav"],
    ["FRÝDEK-MÍSTEK", "Frýdek-Místek"],
    ["BRNO-MĚSTO", "Brno-město"],
    ["PRAHA-ZÁPAD", "Praha-západ"],
    ["PRAHA-LIBUŠ", "Praha-Libuš"],
    ["PRAHA 5 - SMÍCHOV", "Praha 5 - Smíchov"],
    ["PRAHA 1", "Praha 1"],
    ["KOSTELEC U KŘÍŽKŮ", "Kostelec u Křížků"],
    ["LHOTA POD LIBČANY", "Lhota pod Libčany"],
    ["ROŽNOV POD RADHOŠTĚM", "Rožnov pod Radhoštěm"],
    ["HRADEC KRÁLOVÉ IV", "Hradec Králové IV"],
    ["PARDUBICE V", "Pardubice V"],
    ["KARLOVY VARY", "Karlovy Vary"],
    ["MCELY", "Mcely"],
    ["VEJPRNICE", "Vejprnice"],
    ["U", "U"],
    ["Ústí Nad Labem", "Ústí Nad Labem"],
  ])("%s → %s", (value, expected) => {
    expect(cityCase(value)).toBe(expected);
  });
});

describe("streetCase", () => {
  it.each([
    ["DLOUHÁ 12/3", "Dlouhá 12/3"],
    ["DLOUHÁ 12/3A", "Dlouhá 12/3a"],
    ["NA PŘÍKOPĚ 5", "Na Příkopě 5"],
    ["V ZÁTIŠÍ 8", "V Zátiší 8"],
    ["U LÉKÁRNY 1", "U Lékárny 1"],
    ["NÁMĚSTÍ MÍRU 820/9", "náměstí Míru 820/9"],
    ["STAROMĚSTSKÉ NÁMĚSTÍ 1", "Staroměstské náměstí 1"],
    ["HUSOVA TŘÍDA 4", "Husova třída 4"],
    ["28. ŘÍJNA 10", "28. října 10"],
    ["1. MÁJE", "1. máje"],
    ["T. G. MASARYKA 2", "T. G. Masaryka 2"],
    ["T.G.MASARYKA 2", "T.G.Masaryka 2"],
    ["S. K. NEUMANNA 7", "S. K. Neumanna 7"],
    ["KPT. JAROŠE 3", "Kpt. Jaroše 3"],
    ["JIŘÍHO Z PODĚBRAD 30", "Jiřího z Poděbrad 30"],
    ["KARLA IV. 17", "Karla IV. 17"],
    ["ČSA 383", "ČSA 383"],
    ["Č.P. 12", "č.p. 12"],
    ["Č. P. 12", "č. p. 12"],
    ["Č. EV. 3", "č. ev. 3"],
    ["LHOTA 12", "Lhota 12"],
    ["BLOK A 12", "Blok A 12"],
    ["POD KOPCEM, BLOK A", "Pod Kopcem, Blok A"],
    ["12", "12"],
  ])("%s → %s", (value, expected) => {
    expect(streetCase(value)).toBe(expected);
  });
});

describe("all of them", () => {
  const capitals = fc
    .array(
      fc.constantFrom(..."AÁBCČDĎEÉĚFGHIÍJKLMNŇOÓPQRŘSŠTŤUÚŮVWXYÝZŽ".split(""), " ", "-", "'", ".", "1", "/"),
      { maxLength: 30 },
    )
    .map((characters) => characters.join(""));
  const every = [firstNameCase, lastNameCase, cityCase, streetCase];

  it("change nothing but the case, and nothing when done again", () => {
    fc.assert(
      fc.property(capitals, fc.constantFrom(...every), (value, write) => {
        expect(write(value).toLocaleUpperCase("cs")).toBe(value);
        expect(write(write(value))).toBe(write(value));
      }),
    );
  });

  it("leave a value that is not in capitals, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.constantFrom(...every), (value, write) => {
        fc.pre(!isInCapitals(value));
        expect(write(value)).toBe(value);
      }),
    );
  });
});
