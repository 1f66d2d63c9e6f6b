import { beforeEach, describe, expect, it } from "vitest";
import { ControlCodeRefused, UsernameTaken } from "../../../../lambdas/domain/errors.ts";
import { makeRegister } from "../../../../lambdas/services/accounts/register.ts";
import { makeUsernameAvailable } from "../../../../lambdas/services/accounts/username-available.ts";
import {
  commonPassword,
  memoryCommonPasswords,
  memoryControlCodes,
  memoryPasswords,
  rightControlCode,
} from "../../../support/memory-platform.ts";
import { aRegistration, claimsOf } from "../../../support/registering.ts";
import { aWorld, type World } from "../../../support/world.ts";

const HOUR = 3600;
let world: World;

const ports = () => ({
  ...world,
  passwords: memoryPasswords(),
  commonPasswords: memoryCommonPasswords,
  controlCodes: memoryControlCodes(),
});
const register = async (change = {}) => await makeRegister(ports(), HOUR)({ ...aRegistration(), ...change });
const items = () => world.records.all("outbox-item");

beforeEach(() => {
  world = aWorld();
});

describe("registering", () => {
  it("keeps the registration, the username for a time, and the mail with PIN1, at once", async () => {
    const { registrationId } = await register();
    expect(world.records.all("registration")).toMatchObject([
      { id: registrationId, step: "email-pin", round: 1, wrongPins: 0, emailTaken: false },
    ]);
    expect(claimsOf(world)).toMatchObject([
      { kind: "username", value: "petr.svoboda", expiresAt: "2026-11-23T10:00:00.000Z" },
    ]);
    expect(items()).toMatchObject([{ channel: "mail", template: "email-pin", registrationId, round: 1 }]);
    expect(world.records.all("account")).toEqual([]);
  });

  it("keeps a hash in the place of the password", async () => {
    await register();
    const [registration] = world.records.all("registration");
    expect(registration?.draft.passwordHash).toBe("hash of a long password");
    expect(registration?.draft).not.toHaveProperty("password");
    expect(registration?.draft).not.toHaveProperty("controlCode");
  });

  it("writes the e-mail in lower case, the username as it was typed", async () => {
    await register({ email: "Petr@Example.CZ", username: "Petr.Svoboda" });
    expect(world.records.all("registration")).toMatchObject([
      { draft: { email: "petr@example.cz", username: "Petr.Svoboda" } },
    ]);
  });

  it("is refused without a solved control code, before anything is read or hashed", async () => {
    const hash = () => Promise.reject(new Error("hashed"));
    const passwords = { ...memoryPasswords(), hash };
    const attempt = makeRegister({ ...ports(), passwords }, HOUR)({ ...aRegistration(), controlCode: "no" });
    await expect(attempt).rejects.toThrow(ControlCodeRefused);
    expect(world.records.all("registration")).toEqual([]);
  });

  it.each([
    [commonPassword, "common-password"],
    ["PETR.Svoboda", "own-name"],
    ["petr@example.cz", "own-name"],
    ["petrsvoboda", "own-name"],
  ])("refuses a password that anyone would try: %s", async (password, code) => {
    const email = password === "petrsvoboda" ? "PetrSvoboda@example.cz" : "petr@example.cz";
    const attempt = register({ password, email });
    await expect(attempt).rejects.toMatchObject({ fields: [{ pointer: "/password", code }] });
    expect(world.records.all("registration")).toEqual([]);
  });

  it("refuses a birth date that is yet to come", async () => {
    const person = { firstName: "Petr", lastName: "Svoboda", birthDate: "2026-11-24" };
    await expect(register({ person })).rejects.toMatchObject({ fields: [{ pointer: "/birthDate" }] });
  });

  it("lets one of two simultaneous registrations have the username", async () => {
    const results = await Promise.allSettled([register(), register({ email: "other@example.cz" })]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { name: "UsernameTaken" },
    });
    expect(world.records.all("registration")).toHaveLength(1);
  });
});

describe("a username", () => {
  it.each([["petr.svoboda"], ["PETR.Svoboda"]])("reserved before is taken: %s", async (username) => {
    await register();
    await expect(register({ username, email: "other@example.cz" })).rejects.toThrow(UsernameTaken);
  });

  it("is free again when the reservation is over", async () => {
    await register();
    world.pass(HOUR);
    await register({ email: "other@example.cz" });
    expect(claimsOf(world)).toMatchObject([{ expiresAt: "2026-11-23T11:00:00.000Z" }]);
  });

  it("of an account never becomes free", async () => {
    await world.records.commit([{ put: accountClaim("username", "petr.svoboda") }]);
    world.pass(10 * 365 * 86_400);
    await expect(register()).rejects.toThrow(UsernameTaken);
  });

  const question = async (username: string, controlCode = rightControlCode) =>
    await makeUsernameAvailable(ports())({ username, controlCode });

  it("is told to be free, or taken with a free one like it", async () => {
    expect(await question("petr.svoboda")).toEqual({ available: true });
    await register();
    await world.records.commit([{ put: accountClaim("username", "petr.svoboda2") }]);
    expect(await question("Petr.Svoboda")).toEqual({ available: false, suggestion: "Petr.Svoboda3" });
    world.pass(HOUR);
    expect(await question("petr.svoboda")).toEqual({ available: true });
  });

  it("is not told without a solved control code", async () => {
    await expect(question("petr.svoboda", "no")).rejects.toThrow(ControlCodeRefused);
  });
});

describe("an e-mail that has an account", () => {
  beforeEach(async () => {
    await world.records.commit([{ put: accountClaim("email", "petr@example.cz") }]);
  });

  it.each([["petr@example.cz"], ["PETR@example.CZ"]])("answers as any other one does: %s", async (email) => {
    const taken = await register({ email });
    const free = await register({ email: "other@example.cz", username: "other" });
    expect(Object.keys(taken)).toEqual(Object.keys(free));
    expect(taken.registrationId).toHaveLength(free.registrationId.length);
  });

  it("is told so by mail and gets no PIN", async () => {
    const { registrationId } = await register();
    expect(items()).toMatchObject([{ channel: "mail", template: "email-has-account", registrationId }]);
    expect(world.records.all("registration")).toMatchObject([{ emailTaken: true }]);
  });
});

const accountClaim = (kind: "username" | "email", value: string) => ({
  type: "claim" as const,
  kind,
  value,
  version: 0,
  accountId: "b".repeat(32),
});
