import { describe, expect, it } from "vitest";
import type { Address } from "../../../lambdas/domain/person.ts";
import { type CallField, failedFields, type Said } from "../../../lambdas/domain/call-check.ts";
import { saidAddress } from "../../../lambdas/domain/said-address.ts";
import { normalPhone, saidDate } from "../../../lambdas/domain/said.ts";
import { anAccount } from "../../support/builders.ts";

const account = anAccount();
const right: Said = {
  firstName: "Jana",
  lastName: "Nováková",
  birthDate: "12. 4. 1988",
  address: "Lipová 7, 602 00 Brno",
  email: "jana@example.cz",
  phone: "601 000 111",
};

describe("a caller", () => {
  it("who knows all six passes", () => {
    expect(failedFields(account, right)).toEqual([]);
  });

  it.each<[CallField, string, string]>([
    ["firstName", "JANA", "case"],
    ["firstName", " jana ", "spaces"],
    ["lastName", "Novakova", "diacritics"],
    ["lastName", "nováková", "case"],
    ["birthDate", "12/4/1988", "slashes"],
    ["birthDate", "12. dubna 1988", "a month by name"],
    ["birthDate", "1988-04-12", "ISO"],
    ["address", "brno, lipova 7", "order, diacritics, no postal code"],
    ["email", " Jana @ Example.CZ ", "case and spaces"],
    ["phone", "+420 601 000 111", "the prefix"],
    ["phone", "00420601000111", "another prefix"],
  ])("passes by %s %j: %s is nothing that a listener knows", (field, said) => {
    expect(failedFields(account, { ...right, [field]: said })).toEqual([]);
  });

  it.each<[CallField, string]>([
    ["firstName", "Hana"],
    ["firstName", "Jana Marie"],
    ["firstName", "."],
    ["lastName", "Novák"],
    ["lastName", "Nováková Jana"],
    ["birthDate", "4. 12. 1988"],
    ["birthDate", "12. 4. 88"],
    ["birthDate", "1988"],
    ["address", "Lipová 8, Brno"],
    ["address", "Lipová 7"],
    ["address", "Brno"],
    ["address", "Lipová 7, 602 01 Brno"],
    ["address", "."],
    ["email", "jana@example.com"],
    ["email", "janaexample.cz"],
    ["phone", "601 000 112"],
    ["phone", "+421 601 000 111"],
    ["phone", "000 111"],
  ])("fails by %s %j, and by that alone", (field, said) => {
    expect(failedFields(account, { ...right, [field]: said })).toEqual([field]);
  });

  it("who tells the fields of another order fails by all of them", () => {
    const said = { ...right, firstName: right.lastName, lastName: right.firstName };
    expect(failedFields(account, said)).toEqual(["firstName", "lastName"]);
  });

  it("can't pass by what the account lacks", () => {
    const { birthDate: _date, address: _address, ...person } = account.person;
    expect(failedFields({ ...account, person }, { ...right, birthDate: "-", address: "-" })).toEqual([
      "birthDate",
      "address",
    ]);
  });
});

describe("names that sound alike", () => {
  const named = (lastName: string) => ({ ...account, person: { ...account.person, lastName } });

  it.each([
    ["Vaňýsek", "vanisek"],
    ["Novotný", "Novotni"],
    ["Růžičková-Malá", "Ruzickova Mala"],
    ["O'Brien", "Obrien"],
    ["von der Leyen", "Von Der Leyen"],
    ["Walter", "Valter"],
    ["Łukasz", "Lukasz"],
    ["Weiß", "Weiss"],
  ])("%s is heard as %s", (lastName, said) => {
    expect(failedFields(named(lastName), { ...right, lastName: said })).toEqual([]);
  });
});

describe("a date", () => {
  it.each([
    ["1. 1. 2000", "2000-01-01"],
    ["1.1.2000", "2000-01-01"],
    ["01.01.2000", "2000-01-01"],
    ["29. 2. 2000", "2000-02-29"],
    ["2000-2-9", "2000-02-09"],
    ["9 2 2000", "2000-02-09"],
    ["9. února 2000", "2000-02-09"],
    ["9. červen 2000", "2000-06-09"],
    ["9. června 2000", "2000-06-09"],
    ["9. července 2000", "2000-07-09"],
    ["9. ZÁŘÍ 2000", "2000-09-09"],
    ["9. prosince 2000", "2000-12-09"],
  ])("%s is %s", (said, date) => {
    expect(saidDate(said)).toBe(date);
  });

  it.each([
    "",
    "31. 2. 2000",
    "29. 2. 2001",
    "0. 1. 2000",
    "1. 13. 2000",
    "1. 0. 2000",
    "1. máje 2000",
    "1. 1.",
    "1 1 2000 x",
  ])("%j is none", (said) => {
    expect(saidDate(said)).toBeUndefined();
  });
});

describe("a phone", () => {
  it.each([
    ["601000111", "+420601000111"],
    ["601 000 111", "+420601000111"],
    ["420 601 000 111", "+420601000111"],
    ["+420 (601) 000-111", "+420601000111"],
    ["00421 901 000 111", "+421901000111"],
    ["+1 202 555 0100", "+12025550100"],
  ])("%s is %s", (said, phone) => {
    expect(normalPhone(said)).toBe(phone);
  });

  it.each(["", "112", "60100011", "nevím", "+0", "101000111"])("%j is none", (said) => {
    expect(normalPhone(said)).toBeUndefined();
  });
});

const at = (street: string, city: string, change: Partial<Address> = {}): Address => ({
  street,
  city,
  postalCode: "60200",
  country: "CZ",
  ...change,
});

describe("an address", () => {
  it.each<[Address, string]>([
    [at("Lipová 7", "Brno"), "ulice Lipová číslo 7, Brno"],
    [at("Lipová 7", "Brno"), "Lipova 7 Brno 60200 Česká republika"],
    [at("Lipová 123/7", "Brno"), "Lipová 123 lomeno 7, Brno"],
    [at("Lipová 123/7", "Brno"), "Lipová 7, Brno"],
    [at("Lipová 123/7", "Brno"), "Lipová 123, Brno"],
    [at("Lipová 7", "Brno"), "Lipová 123/7, Brno"],
    [at("Lipová 7a", "Brno"), "Lipová 7 A, Brno"],
    [at("náměstí Míru 3", "Praha 2"), "nám. Míru 3, Praha"],
    [at("nám. Míru 3", "Praha"), "náměstí Míru 3, Praha 2"],
    [at("tř. Kpt. Jaroše 3", "Brno"), "třída Kpt. Jaroše 3, Brno"],
    [at("28. října 12", "Ostrava"), "28. října 12, Ostrava"],
    [at("č. p. 12", "Lhota"), "Lhota 12"],
    [at("Lhota 12", "Lhota"), "Lhota 12"],
    [at("Česká 5", "Brno"), "Česká 5, Brno, Česká republika"],
    [at("Dlouhá 1", "Frýdek-Místek"), "Dlouhá 1, Frýdek Místek"],
    [at("Dlouhá 1", "Ústí nad Labem"), "Ústí nad Labem, Dlouhá 1"],
    [at("Hlavná 1", "Košice", { country: "SK", postalCode: "04001" }), "Hlavná 1, 040 01 Košice, Slovensko"],
  ])("%o is said as %s", (address, said) => {
    expect(saidAddress(address, said)).toBe(true);
  });

  it.each<[Address, string]>([
    [at("Lipová 7", "Brno"), "Lipová 7, Praha"],
    [at("Lipová 7", "Brno"), "Lipová 7, Brno, Praha"],
    [at("Lipová 7", "Brno"), "Lipová, Brno"],
    [at("Lipová 7", "Brno"), "Lípa 7, Brno"],
    [at("Lipová 7", "Brno"), "Lipová 7a, Brno"],
    [at("Lipová 7", "Brno"), "Lipová 7, 8, Brno"],
    [at("Lipová 7a", "Brno"), "Lipová 7, Brno"],
    [at("Lipová 123/7", "Brno"), "Lipová 7/123, Brno"],
    [at("Lipová 123/7", "Brno"), "Lipová 123/8, Brno"],
    [at("28. října 12", "Ostrava"), "října 12, Ostrava"],
    [at("Lipová 7", "Brno"), "Lipová 7, 602 00 Brno 110 00"],
    [at("Lipová 7", "Brno"), "Lipová 7, Brno, Slovensko"],
    [at("Lipová 7", "Brno"), "602 00"],
    [at("Lipová 7", "Brno"), ""],
  ])("%o is not %s", (address, said) => {
    expect(saidAddress(address, said)).toBe(false);
  });
});
