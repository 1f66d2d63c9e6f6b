import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, needsReview, type Outcome, personToStore } from "../../../lambdas/domain/compare.ts";
import type { Address, Person, ReferenceData } from "../../../lambdas/domain/person.ts";

const home: Address = { street: "Dlouhá 12/3", city: "Ústí nad Labem", postalCode: "40001", country: "CZ" };
const account: Person = {
  firstName: "Žofie Anna",
  lastName: "Nováková",
  birthDate: "1988-04-17",
  address: home,
};
const registry: ReferenceData = {
  firstName: "ŽOFIE ANNA",
  lastName: "NOVÁKOVÁ",
  birthDate: "1988-04-17",
  citizenships: ["CZE"],
  address: { street: "DLOUHÁ 12/3", city: "ÚSTÍ NAD LABEM", postalCode: "400 01", country: "CZ" },
  documents: [{ type: "ID", number: "123456789" }],
};
const { birthDate: _, ...withoutBirthDate } = account;
const { address: __, ...withoutAddress } = account;
const { address: ___, ...registryWithoutAddress } = registry;

describe("names", () => {
  it.each<[string, string, string, Outcome, string]>([
    ["Nováková", "Nováková", "Nováková", "equal", "Nováková"],
    ["Nováková", "NOVÁKOVÁ", "Nováková", "equal", "Nováková"],
    ["nováková", "NOVÁKOVÁ", "Nováková", "case-only", "nováková"],
    ["NOVÁKOVÁ", "NOVÁKOVÁ", "Nováková", "case-only", "NOVÁKOVÁ"],
    ["DeVito", "DEVITO", "Devito", "case-only", "DeVito"],
    ["Von der Leyen", "VON DER LEYEN", "von der Leyen", "case-only", "Von der Leyen"],
    ["Novakova", "NOVÁKOVÁ", "Nováková", "different", "Nováková"],
    ["Svobodová", "NOVÁKOVÁ", "Nováková", "different", "Nováková"],
    ["Svobodová", "MacNovák", "MacNovák", "different", "MacNovák"],
    ["Nova\u0301kova\u0301", "NOVÁKOVÁ", "Nováková", "equal", "Nova\u0301kova\u0301"],
    ["  Nováková ", "NOVÁKOVÁ", "Nováková", "equal", "  Nováková "],
  ])("%s beside %s", (ours, theirs, shown, outcome, stored) => {
    const { lastName } = compare({ ...account, lastName: ours }, { ...registry, lastName: theirs });
    expect(lastName).toEqual({ account: ours, registry: shown, outcome, stored });
  });

  it("writes first names by their own rules", () => {
    const { firstName } = compare({ ...account, firstName: "Hung" }, { ...registry, firstName: "VAN HUNG" });
    expect(firstName).toEqual({
      account: "Hung",
      registry: "Van Hung",
      outcome: "different",
      stored: "Van Hung",
    });
  });
});

describe("birth date", () => {
  it("is taken from the registry where the account has none", () => {
    expect(compare(withoutBirthDate, registry).birthDate).toEqual({
      registry: "1988-04-17",
      outcome: "different",
      stored: "1988-04-17",
    });
  });

  it("is taken from the registry where it differs", () => {
    const { birthDate } = compare({ ...account, birthDate: "1988-04-18" }, registry);
    expect(birthDate).toMatchObject({ outcome: "different", stored: "1988-04-17" });
  });
});

describe("address", () => {
  const beside = (changes: Partial<Address>) =>
    compare({ ...account, address: { ...home, ...changes } }, registry).address;

  it.each<[string, Partial<Address>, Outcome, Partial<Address>]>([
    ["the same", {}, "equal", {}],
    ["a space in the postal code", { postalCode: "400 01" }, "equal", {}],
    ["another case", { city: "Ústí Nad Labem" }, "case-only", { city: "Ústí Nad Labem" }],
    ["another postal code", { postalCode: "40002" }, "different", {}],
    ["another country", { country: "SK" }, "different", {}],
    ["another city", { city: "Brno" }, "different", {}],
    [
      "another street, and another case of the city",
      { street: "Krátká 1", city: "ÚSTÍ nad Labem" },
      "different",
      { city: "ÚSTÍ nad Labem" },
    ],
  ])("with %s", (__name, changes, outcome, kept) => {
    expect(beside(changes)).toEqual({
      account: { ...home, ...changes },
      registry: home,
      outcome,
      stored: { ...home, ...kept },
    });
  });

  it("is taken from the registry where the account has none", () => {
    expect(compare(withoutAddress, registry).address).toEqual({
      registry: home,
      outcome: "different",
      stored: home,
    });
  });

  it("stays where the registry says nothing", () => {
    expect(compare(account, registryWithoutAddress).address).toEqual({
      account: home,
      outcome: "equal",
      stored: home,
    });
    expect(compare(withoutAddress, registryWithoutAddress).address).toEqual({ outcome: "equal" });
  });
});

describe("personToStore", () => {
  it("stores what the table shows", () => {
    const other = { ...registry, lastName: "SVOBODOVÁ" };
    expect(personToStore(account, compare(account, other))).toEqual({ ...account, lastName: "Svobodová" });
  });

  it("invents no field that neither side has", () => {
    const { birthDate: ____, ...bare } = withoutAddress;
    expect(personToStore(bare, compare(bare, registryWithoutAddress))).toEqual({
      ...bare,
      birthDate: registry.birthDate,
    });
  });

  it("leaves nothing that differs: compared again, no row is different", () => {
    const word = fc.constantFrom(
      "Anna",
      "ANNA",
      "Žofie",
      "VON DER LEYEN",
      "O'Brien",
      "NOVÁKOVÁ-SVOBODOVÁ",
      "28. ŘÍJNA 1",
    );
    const address = fc.record({
      street: word,
      city: word,
      postalCode: fc.constantFrom("60200", "602 00"),
      country: fc.constant("CZ"),
    });
    const person = fc.record({
      firstName: word,
      lastName: word,
      birthDate: fc.constant("1988-04-17"),
      address,
    });
    fc.assert(
      fc.property(person, person, (ours, theirs) => {
        const answer: ReferenceData = { ...theirs, citizenships: ["CZE"], documents: [] };
        const stored = personToStore(ours, compare(ours, answer));
        const outcomes = Object.values(compare(stored, answer)).map(({ outcome }) => outcome);
        expect(outcomes).not.toContain("different");
        expect(personToStore(stored, compare(stored, answer))).toEqual(stored);
      }),
    );
  });
});

describe("needsReview", () => {
  it.each<[string, Partial<Person>, boolean]>([
    ["nothing differs", {}, false],
    ["case and diacritics differ in both names", { firstName: "zofie anna", lastName: "Novakova" }, false],
    ["only the last name differs", { lastName: "Svobodová" }, false],
    ["only the first name differs", { firstName: "Jana" }, false],
    ["both names differ", { firstName: "Jana", lastName: "Svobodová" }, true],
    ["names are swapped", { firstName: "Nováková", lastName: "Žofie Anna" }, true],
    ["the birth date differs", { birthDate: "1988-04-18" }, true],
    ["only the address differs", { address: { ...home, city: "Brno" } }, false],
  ])("%s", (__name, changes, expected) => {
    expect(needsReview({ ...account, ...changes }, registry)).toBe(expected);
  });

  it("does not ask for a birth date that the account never had", () => {
    expect(needsReview(withoutBirthDate, registry)).toBe(false);
  });

  it.each([
    ["Đorđe", "DORDE"],
    ["Łukasz", "LUKASZ"],
    ["Jean-Luc", "JEAN LUC"],
    ["Groß", "GROSS"],
  ])("takes %s and %s for one name", (ours, theirs) => {
    const person = { ...account, firstName: ours, lastName: ours };
    expect(needsReview(person, { ...registry, firstName: theirs, lastName: theirs })).toBe(false);
  });
});
