import { beforeEach, describe, expect, it } from "vitest";
import type { Account } from "../../../../lambdas/domain/account.ts";
import { Conflict, FieldLocked, NotFound, WrongState } from "../../../../lambdas/domain/errors.ts";
import type { VerificationState } from "../../../../lambdas/domain/verification.ts";
import {
  makeChangeProfile,
  type ProfileChange,
} from "../../../../lambdas/services/accounts/change-profile.ts";
import { accountId, anAccount, aVerification } from "../../../support/builders.ts";
import { aWorld, type World } from "../../../support/world.ts";

const validation = { source: "czech-point", at: "2026-11-22T09:00:00.000Z" } as const;
const link: Account["link"] = {
  pseudonym: "5f0c2f4e-6f0a-4b52-9a2f-0c6d3c1f0a01",
  state: "active",
  linkedAt: "2026-11-22T09:00:00.000Z",
  verificationId: "verification-1",
};
const address = { street: "Dlouhá 1", city: "Praha", postalCode: "11000", country: "CZ" };

let world: World;
const account = () => world.records.all("account")[0]!;
const given = async (change: Partial<Account>) => {
  world = aWorld();
  await world.records.commit([{ put: anAccount(change) }]);
};
const change = async (fields: ProfileChange) => await makeChangeProfile(world)({ accountId, change: fields });

beforeEach(async () => {
  await given({});
});

describe("changing the profile", () => {
  it("changes what is given, leaves the rest, and answers the new account", async () => {
    const before = account();
    const changed = await change({ lastName: "Nová", language: "en" });
    expect(account()).toEqual({
      ...before,
      version: 2,
      person: { ...before.person, lastName: "Nová" },
      language: "en",
    });
    expect(changed.account).toEqual(account());
  });

  it.each([
    [{ birthDate: null }, "person.birthDate"],
    [{ address: null }, "person.address"],
    [{ organization: null }, "organization"],
    [{ companyNumber: null }, "companyNumber"],
    [{ vatNumber: null }, "vatNumber"],
  ])("%o takes the value away", async (fields, path) => {
    await given({ organization: "Firma s. r. o.", companyNumber: "12345678", vatNumber: "CZ12345678" });
    expect(account()).toHaveProperty(path);
    await change(fields);
    expect(account()).not.toHaveProperty(path);
  });

  it("notes which fields were changed or taken away, never a value", async () => {
    await change({ lastName: "Nová", organization: null, vatNumber: undefined });
    expect(world.records.audit).toMatchObject([
      { action: "profile-changed", actor: "user", accountId, reason: "lastName, organization" },
    ]);
    expect(JSON.stringify(world.records.audit)).not.toContain("Nová");
  });

  it("is decided anew where the account was changed in between", async () => {
    let lost = 0;
    world.records.beforeCommit = () => {
      lost += 1;
      if (lost === 1) throw new Conflict("lost");
    };
    await change({ language: "en" });
    expect(account().language).toBe("en");
  });

  it.each([["2026-11-24"], ["1899-12-31"], ["3000-01-01"]])(
    "to a birth date that nobody alive has is refused: %s",
    async (birthDate) => {
      await expect(change({ birthDate })).rejects.toMatchObject({
        fields: [{ pointer: "/birthDate", code: "not-a-real-date" }],
      });
      expect(account().version).toBe(1);
    },
  );

  it.each([["1900-01-01"], ["2026-11-23"]])("to a birth date at the edge is done: %s", async (birthDate) => {
    await change({ birthDate });
    expect(account().person.birthDate).toBe(birthDate);
  });

  it("of an account that is not there is refused", async () => {
    const attempt = makeChangeProfile(world)({ accountId: "c".repeat(32), change: { language: "en" } });
    await expect(attempt).rejects.toThrow(NotFound);
  });
});

describe("a linked account", () => {
  beforeEach(async () => {
    await given({ link, validation });
  });

  it.each<[string, ProfileChange]>([
    ["firstName", { firstName: "Hana" }],
    ["lastName", { lastName: "Nová" }],
    ["birthDate", { birthDate: "1990-01-01" }],
    ["birthDate", { birthDate: null }],
    ["address", { address }],
    ["address", { address: null }],
    ["organization", { organization: "Firma s. r. o." }],
    ["organization", { organization: null }],
  ])("does not let %s change: %o", async (field, fields) => {
    const attempt = change({ language: "en", ...fields });
    await expect(attempt).rejects.toThrow(FieldLocked);
    await expect(attempt).rejects.toThrow(field);
    expect(account().version).toBe(1);
  });

  it.each<[ProfileChange]>([
    [{ language: "en" }],
    [{ companyNumber: "12345678" }],
    [{ citizenship: "other" }],
  ])("lets others change and stays validated: %o", async (fields) => {
    await change(fields);
    expect(account()).toMatchObject({ ...fields, link, validation });
  });
});

describe("the validation of an account that is not linked", () => {
  beforeEach(async () => {
    await given({ validation });
  });

  it.each<[ProfileChange]>([
    [{ firstName: "Hana" }],
    [{ lastName: "Nová" }],
    [{ birthDate: "1990-01-01" }],
    [{ birthDate: null }],
    [{ address }],
    [{ address: null }],
  ])("is lost with another person: %o", async (fields) => {
    await change(fields);
    expect(account()).not.toHaveProperty("validation");
  });

  it.each<[ProfileChange]>([
    [{ firstName: "Jana" }],
    [{ address: { country: "CZ", postalCode: "60200", city: "Brno", street: "Lipová 7" } }],
    [{ language: "en" }],
    [{ organization: "Firma s. r. o." }],
  ])("stays with the same person: %o", async (fields) => {
    await change(fields);
    expect(account().validation).toEqual(validation);
  });
});

describe("while a verification is there", () => {
  const changeIn = async (state: VerificationState) => {
    await world.records.commit([{ put: aVerification({ state }) }]);
    await change({ lastName: "Nová" });
  };

  it.each<[VerificationState]>([
    ["awaiting-registry-data"],
    ["under-review"],
    ["awaiting-completion"],
    ["completed"],
  ])("a change is allowed in state %s", async (state) => {
    await changeIn(state);
    expect(account().person.lastName).toBe("Nová");
  });

  it("nothing changes while NIA is being told", async () => {
    await expect(changeIn("completing")).rejects.toThrow(WrongState);
    expect(account().version).toBe(1);
  });
});
