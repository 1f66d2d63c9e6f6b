import { describe, expect, it } from "vitest";
import { addressOf, PAGE_SIZE, pageOf, viewOf } from "../../web/src/pages/certified-keys/address.ts";
import {
  checksOf,
  type Model,
  type Wanted,
  wantedModels,
} from "../../web/src/pages/certified-keys/models.ts";

const model = (name: string, level: Model["level"], rest: Partial<Model> = {}): Model => ({
  key: name,
  name,
  vendor: "Vendor",
  level,
  transports: ["usb"],
  kind: "hardware",
  userVerification: [],
  ...rest,
});

const models = [
  model("Beta", "FIDO_CERTIFIED_L1", { vendor: "Ženíšek", transports: ["nfc", "usb"] }),
  model("alfa", "FIDO_CERTIFIED_L3", { userVerification: ["fingerprint_internal"] }),
  model("Gamma", "FIDO_CERTIFIED_L1plus", { kind: "platform", transports: ["internal"] }),
  model("Alfa 2", "FIDO_CERTIFIED_L1", { vendor: "Alpha", userVerification: ["passcode_external"] }),
];
const all = viewOf(new URLSearchParams());
const names = (change: Partial<Wanted>) =>
  wantedModels(models, { ...all, ...change }).map(({ name }) => name);

describe("the list of certified keys", () => {
  it.each<[Wanted["order"], string[]]>([
    ["level", ["alfa", "Gamma", "Alfa 2", "Beta"]],
    ["level-up", ["Alfa 2", "Beta", "Gamma", "alfa"]],
    ["name", ["alfa", "Alfa 2", "Beta", "Gamma"]],
    ["name-down", ["Gamma", "Beta", "Alfa 2", "alfa"]],
    ["vendor", ["Alfa 2", "alfa", "Gamma", "Beta"]],
    ["vendor-down", ["Beta", "alfa", "Gamma", "Alfa 2"]],
  ])("by %s is %j", (order, expected) => {
    expect(names({ order })).toEqual(expected);
  });

  it.each<[string, Partial<Wanted>, string[]]>([
    ["a part of a name in any case", { search: " ALFA " }, ["alfa", "Alfa 2"]],
    ["a maker without its diacritics", { search: "zenisek" }, ["Beta"]],
    ["a maker with diacritics that it lacks", { search: "álphá" }, ["Alfa 2"]],
    ["words in any order, of name and maker", { search: "alpha 2 alfa" }, ["Alfa 2"]],
    ["no word that is nowhere", { search: "alfa theta" }, []],
    ["a level and those above", { least: "FIDO_CERTIFIED_L1plus" }, ["alfa", "Gamma"]],
    ["a connection", { connection: "nfc" }, ["Beta"]],
    ["a kind", { kind: "platform" }, ["Gamma"]],
    ["a check of the user", { check: "fingerprint" }, ["alfa"]],
    ["all conditions at once", { check: "pin", connection: "usb", search: "alfa" }, ["Alfa 2"]],
  ])("finds %s", (_, wanted, expected) => {
    expect(names(wanted)).toEqual(expected);
  });

  it("tells the many ways of knowing a user apart by a few", () => {
    const userVerification = [
      "voiceprint_internal",
      "passcode_internal",
      "passcode_external",
      "faceprint_internal",
    ];
    expect(checksOf({ userVerification })).toEqual(["pin", "face", "other"]);
  });
});

describe("its address", () => {
  it("says nothing of what is as usual", () => {
    expect(String(addressOf(all))).toBe("");
  });

  it("leads back to the same view", () => {
    const view = {
      search: "klíč & 2",
      least: "FIDO_CERTIFIED_L2",
      kind: "hardware",
      connection: "nfc",
      check: "pin",
      order: "name-down",
      page: 3,
    } as const;
    expect(viewOf(new URLSearchParams(String(addressOf(view))))).toEqual(view);
  });

  it.each(["level=L9&order=rank&kind=1&page=0", "page=-1", "page=1.5", "page=x", "connection=constructor"])(
    "%s asks for nothing that is known",
    (address) => {
      expect(viewOf(new URLSearchParams(address))).toEqual(all);
    },
  );
});

describe("its pages", () => {
  const numbers = Array.from({ length: 2 * PAGE_SIZE + 1 }, (_one, index) => index);

  it("hold every item once", () => {
    const pages = [1, 2, 3].map((page) => pageOf(numbers, page));
    expect(pages.flatMap(({ items }) => items)).toEqual(numbers);
    expect(pages.map(({ pages: count }) => count)).toEqual([3, 3, 3]);
  });

  it("end with the last, and begin with the first even where there is nothing", () => {
    expect(pageOf(numbers, 99)).toMatchObject({ page: 3, items: [2 * PAGE_SIZE] });
    expect(pageOf([], 1)).toEqual({ page: 1, pages: 1, items: [] });
  });
});
