import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Account } from "../../../lambdas/domain/account.ts";
import type { Address } from "../../../lambdas/domain/person.ts";
import {
  fieldsNewerThan,
  followRegistry,
  type RegistryChange,
  type RegistryState,
} from "../../../lambdas/domain/registry-sync.ts";
import { anAccount } from "../../support/builders.ts";

const linked: RegistryState = { dataAt: "2026-11-20T00:00:00.000Z", addressPlaceCode: "1", seen: {} };
const now = "2026-11-23T09:00:00.000Z";
const olomouc: Address = { street: "NÁDRAŽNÍ 15", city: "OLOMOUC", postalCode: "77900", country: "CZ" };
const change = (more: Partial<RegistryChange> = {}): RegistryChange => ({
  id: "11612",
  at: "2026-11-22T09:00:00.000Z",
  data: {},
  ...more,
});
const follow = (account: Account, one: RegistryChange) =>
  followRegistry(account, account.registry ?? linked, one, now);
const account = anAccount({ registry: linked });

describe("a linked account follows the registry", () => {
  it.each<[string, RegistryChange, string[], Partial<Account["person"]>]>([
    ["a new last name", change({ data: { lastName: "SVOBODOVÁ" } }), ["lastName"], { lastName: "Svobodová" }],
    ["what differs in case alone", change({ data: { lastName: "NOVÁKOVÁ" } }), [], { lastName: "Nováková" }],
    [
      "a birth date put right",
      change({ data: { birthDate: "1988-04-13" } }),
      ["birthDate"],
      { birthDate: "1988-04-13" },
    ],
    [
      "a move",
      change({ data: { addressPlaceCode: "2" }, address: olomouc }),
      ["address"],
      { address: { street: "Nádražní 15", city: "Olomouc", postalCode: "77900", country: "CZ" } },
    ],
    [
      "the place of before",
      change({ data: { addressPlaceCode: "1" }, address: olomouc }),
      [],
      account.person,
    ],
    ["no data at all", change(), [], account.person],
    [
      "data from before the link",
      change({ at: "2026-11-19T23:59:59.999Z", data: { lastName: "X" } }),
      [],
      account.person,
    ],
  ])("%s", (_name, one, changed, person) => {
    const followed = follow(account, one);
    expect(followed.changed).toEqual(changed);
    expect(followed.account.person).toMatchObject(person);
  });

  it("marks an address whose place is not known, and takes the mark away with the next", () => {
    const unknown = follow(account, change({ data: { addressPlaceCode: "2" } }));
    expect(unknown.changed).toEqual(["address"]);
    expect(unknown.account.registry).toMatchObject({ addressPlaceCode: "2", addressUnknown: true });
    expect(unknown.account.person.address).toEqual(account.person.address);
    const known = follow(
      unknown.account,
      change({ id: "11613", data: { addressPlaceCode: "3" }, address: olomouc }),
    );
    expect(known.account.registry?.addressUnknown).toBeUndefined();
    expect(known.account.person.address?.city).toBe("Olomouc");
  });

  it("gives back the same account where nothing is news", () => {
    const once = follow(account, change({ data: { lastName: "SVOBODOVÁ" } })).account;
    expect(follow(once, change({ data: { lastName: "SVOBODOVÁ" } })).account).toBe(once);
  });

  it("compares ids as numbers, not as text", () => {
    const once = follow(account, change({ id: "9999999999999999998", data: { lastName: "NOVÁ" } })).account;
    const older = follow(once, change({ id: "999", data: { lastName: "STARÁ" } })).account;
    expect(older.person.lastName).toBe("Nová");
  });
});

describe("notifications in any order", () => {
  const field = fc.record(
    {
      firstName: fc.constantFrom("EVA", "ANNA", "JANA"),
      lastName: fc.constantFrom("SVOBODOVÁ", "NOVÁ", "NOVÁKOVÁ"),
      birthDate: fc.constantFrom("1988-04-12", "1988-04-13"),
    },
    { requiredKeys: [] },
  );
  const feed = fc.array(field, { minLength: 1, maxLength: 8 }).map((all) =>
    all.map((data, index) =>
      change({
        id: String(100 + index),
        at: `2026-11-22T0${index}:00:00.000Z`,
        data: JSON.parse(JSON.stringify(data)),
      }),
    ),
  );

  it("end in the same person, however often and in whatever order they come", () => {
    fc.assert(
      fc.property(
        feed.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 })),
        ),
        ([inOrder, shuffled]) => {
          const run = (changes: RegistryChange[]) =>
            changes.reduce((before, one) => follow(before, one).account, account);
          expect(run(shuffled).person).toEqual(run(inOrder).person);
          expect(run(shuffled).registry?.seen).toEqual(run(inOrder).registry?.seen);
        },
      ),
    );
  });
});

describe("what a later verification leaves alone", () => {
  it.each([
    ["nothing without a feed", undefined, []],
    [
      "nothing that the feed told before it began",
      { ...linked, seen: { lastName: { id: "1", at: "2026-11-21T00:00:00.000Z" } } },
      [],
    ],
    [
      "what the feed told since",
      { ...linked, seen: { addressPlaceCode: { id: "1", at: "2026-11-22T10:00:00.000Z" } } },
      ["address"],
    ],
  ])("%s", (_name, registry, fields) => {
    expect(fieldsNewerThan(registry, "2026-11-22T00:00:00.000Z")).toEqual(fields);
  });
});
