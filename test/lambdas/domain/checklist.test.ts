import { describe, expect, it } from "vitest";
import type { Account } from "../../../lambdas/domain/account.ts";
import { canBeLinked, checklistPoints, linkChecklist, mayLink } from "../../../lambdas/domain/checklist.ts";
import type { Grade, KeyLink, SecurityKey } from "../../../lambdas/domain/security-key.ts";

const at = "2026-11-23T09:00:00.000Z";

const account: Account = {
  type: "account",
  id: "a1",
  version: 1,
  username: "zofie",
  person: {
    firstName: "Žofie",
    lastName: "Nováková",
    address: { street: "Dlouhá 12", city: "Brno", postalCode: "60200", country: "CZ" },
  },
  email: { value: "zofie@example.cz", verifiedAt: at },
  phone: { value: "+420601000001", verifiedAt: at },
  citizenship: "CZ",
  language: "cs",
  passwordHash: "",
  wrongPasswords: 0,
  createdAt: at,
};

const certified: Grade = { level: "FIDO_CERTIFIED_L1", linkable: true, reason: "certified", gradedAt: at };
const uncertified: Grade = {
  level: "FIDO_CERTIFIED",
  linkable: false,
  reason: "below-level-1",
  gradedAt: at,
};

const key = (grade: Grade, state?: KeyLink["state"]): SecurityKey => ({
  type: "security-key",
  accountId: "a1",
  id: "k1",
  version: 1,
  name: "Modrý klíč",
  publicKey: "",
  counter: 0,
  transports: ["usb"],
  attestation: { format: "packed", aaguid: "", chain: [] },
  possibleModels: [],
  grade,
  createdAt: at,
  ...(state && { link: { authenticatorId: "x", state, changedAt: at } }),
});

const current = { isMetadataCurrent: true };
const unmet = (changes: Partial<Account>, keys: SecurityKey[] = [key(certified)]): string[] =>
  linkChecklist({ ...account, ...changes }, keys, current)
    .filter(({ met }) => !met)
    .map(({ point }) => point);

const person = account.person;
const home = { street: "Dlouhá 12", city: "Brno", postalCode: "60200", country: "CZ" };

describe("linkChecklist", () => {
  it("does not let anyone link by metadata that are long outdated", () => {
    const outdated = { isMetadataCurrent: false };
    const missing = linkChecklist(account, [key(certified)], outdated).filter(({ met }) => !met);
    expect(missing).toEqual([{ point: "metadata-current", met: false }]);
    expect(mayLink(account, [key(certified)], outdated)).toBe(false);
  });

  it("lists every point in its order", () => {
    expect(linkChecklist(account, [], current).map(({ point }) => point)).toEqual(checklistPoints);
  });

  it.each<[string, Partial<Account>, string[]]>([
    ["nothing where all is well, the birth date left out", {}, []],
    ["a blocked account", { passwordBlockedAt: at }, ["account-active"]],
    ["no first name", { person: { ...person, firstName: " " } }, ["names"]],
    ["no last name", { person: { ...person, lastName: "" } }, ["names"]],
    ["no address", { person: { firstName: "Žofie", lastName: "Nováková" } }, ["address"]],
    ["no street", { person: { ...person, address: { ...home, street: "" } } }, ["address"]],
    ["no city", { person: { ...person, address: { ...home, city: "" } } }, ["address"]],
    ["no postal code", { person: { ...person, address: { ...home, postalCode: "" } } }, ["address"]],
    ["no country", { person: { ...person, address: { ...home, country: "" } } }, ["address"]],
    ["no e-mail", { email: { value: "", verifiedAt: at } }, ["email"]],
    ["an unverified e-mail", { email: { value: "zofie@example.cz", verifiedAt: "" } }, ["email"]],
    ["an unverified phone", { phone: { value: "+420601000001", verifiedAt: "" } }, ["phone"]],
    ["another citizenship", { citizenship: "other" }, ["citizenship"]],
    ["an organization", { organization: "Spolek" }, ["natural-person"]],
    ["a company number", { companyNumber: "12345679" }, ["natural-person"]],
    ["a VAT number", { vatNumber: "CZ12345679" }, ["natural-person"]],
    ["nothing for business fields left blank", { organization: "", companyNumber: " ", vatNumber: "" }, []],
    ["several points", { citizenship: "other", organization: "X" }, ["citizenship", "natural-person"]],
  ])("misses %s", (_, changes, points) => {
    expect(unmet(changes)).toEqual(points);
  });

  it.each<[string, SecurityKey[], boolean]>([
    ["no key", [], false],
    ["an uncertified key", [key(uncertified)], false],
    ["a certified key", [key(certified)], true],
    ["only a linked key", [key(certified, "active")], false],
    ["only a suspended key", [key(certified, "suspended")], false],
    ["a key whose link has ended", [key(certified, "ended")], true],
    ["a linked key and a new one", [key(certified, "active"), key(certified)], true],
    ["an uncertified key whose link has ended", [key(uncertified, "ended")], false],
  ])("with %s", (_, keys, met) => {
    expect(unmet({}, keys)).toEqual(met ? [] : ["linkable-key"]);
    expect(mayLink(account, keys, current)).toBe(met);
    expect(keys.some(canBeLinked)).toBe(met);
  });
});
