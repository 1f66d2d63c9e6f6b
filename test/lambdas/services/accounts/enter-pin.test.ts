import { beforeEach, describe, expect, it } from "vitest";
import { PinUsedUp, PinWrong, UsernameTaken } from "../../../../lambdas/domain/errors.ts";
import { pinSubject } from "../../../../lambdas/domain/pin.ts";
import {
  makeEnterEmailPin,
  makeEnterPhonePin,
  makeResendPin,
} from "../../../../lambdas/services/accounts/enter-pin.ts";
import { makeRegister } from "../../../../lambdas/services/accounts/register.ts";
import type { Write } from "../../../../lambdas/services/ports/records.ts";
import {
  derivePin,
  memoryCommonPasswords,
  memoryControlCodes,
  memoryPasswords,
} from "../../../support/memory-platform.ts";
import { aRegistration, claimsOf } from "../../../support/registering.ts";
import { aWorld, type World } from "../../../support/world.ts";

const HOUR = 3600;
let world: World;
let registrationId: string;

const register = async (change = {}) => {
  const passwords = memoryPasswords();
  const controlCodes = memoryControlCodes();
  const ports = { ...world, passwords, commonPasswords: memoryCommonPasswords, controlCodes };
  return await makeRegister(ports, HOUR)({ ...aRegistration(), ...change });
};
const pins = () => ({ ...world, derivePin });
const pinOf = async (step: "email-pin" | "phone-pin", round = 1) =>
  await derivePin(pinSubject(step, registrationId, round));
const enterEmail = async (pin: string) => await makeEnterEmailPin(pins())({ registrationId, pin });
const enterPhone = async (pin: string) => await makeEnterPhonePin(pins())({ registrationId, pin });
const resend = async () => {
  await makeResendPin(pins())({ registrationId });
};
const verifyEmail = async () => {
  await enterEmail(await pinOf("email-pin"));
};
const activate = async () => {
  await verifyEmail();
  await enterPhone(await pinOf("phone-pin"));
};
const registration = () => world.records.all("registration")[0]!;
const lastItem = () => world.records.all("outbox-item").at(-1);
const wrong = "not it";

beforeEach(async () => {
  world = aWorld();
  ({ registrationId } = await register());
});

describe("PIN1", () => {
  it("verifies the e-mail and sends PIN2 to the phone", async () => {
    world.pass(60);
    await verifyEmail();
    // Who has the phone already is warned after PIN2, never before.
    expect(world.records.all("outbox-item").map(({ channel }) => channel)).not.toContain("phone-shared");
    expect(registration()).toMatchObject({ step: "phone-pin", emailVerifiedAt: world.now, wrongPins: 0 });
    expect(lastItem()).toMatchObject({ channel: "sms", template: "phone-pin", registrationId, round: 1 });
    expect(world.records.all("account")).toEqual([]);
  });

  it("can't be the PIN of the other step", async () => {
    await expect(enterEmail(await pinOf("phone-pin"))).rejects.toThrow(PinWrong);
  });

  it("can't be entered again", async () => {
    await verifyEmail();
    await expect(verifyEmail()).rejects.toThrow(PinUsedUp);
  });

  it("never fits where the e-mail has an account already", async () => {
    await world.records.commit([{ put: { ...registration(), emailTaken: true } }]);
    await expect(verifyEmail()).rejects.toThrow(PinWrong);
    expect(registration()).toMatchObject({ step: "email-pin", wrongPins: 1 });
  });
});

describe.each([
  { step: "email-pin" as const, enter: enterEmail },
  { step: "phone-pin" as const, enter: enterPhone },
])("each PIN: $step", ({ step, enter }) => {
  beforeEach(async () => {
    if (step === "phone-pin") await verifyEmail();
  });

  it.each([["not it"], [""], ["0000000"]])("is refused and counted when wrong: “%s”", async (pin) => {
    await expect(enter(pin)).rejects.toThrow(PinWrong);
    expect(registration()).toMatchObject({ step, wrongPins: 1 });
  });

  it("is void after ten wrong ones, even the right one", async () => {
    for (let count = 0; count < 10; count += 1) await expect(enter(wrong)).rejects.toThrow(PinWrong);
    await expect(enter(await pinOf(step))).rejects.toThrow(PinUsedUp);
  });

  it("is good as the tenth", async () => {
    for (let count = 0; count < 9; count += 1) await expect(enter(wrong)).rejects.toThrow(PinWrong);
    await expect(enter(await pinOf(step))).resolves.toBeUndefined();
  });

  it("is void when the registration has expired", async () => {
    world.pass(HOUR);
    await expect(enter(await pinOf(step))).rejects.toThrow(PinUsedUp);
    await expect(resend()).rejects.toThrow(PinUsedUp);
  });

  it("sent again voids the one before", async () => {
    await resend();
    expect(lastItem()).toMatchObject({ template: step, registrationId, round: 2 });
    await expect(enter(await pinOf(step, 1))).rejects.toThrow(PinWrong);
    await expect(enter(await pinOf(step, 2))).resolves.toBeUndefined();
  });

  it("sent again gives no more tries", async () => {
    for (let round = 2; round <= 6; round += 1) {
      for (let count = 0; count < 2; count += 1) await expect(enter(wrong)).rejects.toThrow(PinWrong);
      if (round < 6) await resend();
    }
    await expect(enter(await pinOf(step, 5))).rejects.toThrow(PinUsedUp);
    await expect(resend()).rejects.toThrow(PinUsedUp);
  });

  it("is sent six times at most", async () => {
    for (let round = 2; round <= 6; round += 1) await resend();
    await expect(resend()).rejects.toThrow(PinUsedUp);
  });
});

it("wrong tries at PIN1 count for PIN2 too", async () => {
  for (let count = 0; count < 6; count += 1) await expect(enterEmail(wrong)).rejects.toThrow(PinWrong);
  await verifyEmail();
  for (let count = 0; count < 4; count += 1) await expect(enterPhone(wrong)).rejects.toThrow(PinWrong);
  await expect(enterPhone(await pinOf("phone-pin"))).rejects.toThrow(PinUsedUp);
});

describe("PIN2", () => {
  it("is not asked before PIN1", async () => {
    await expect(enterPhone(await pinOf("phone-pin"))).rejects.toThrow(PinUsedUp);
  });

  it("makes the account, its claims, the mail and the audit event in one commit", async () => {
    await verifyEmail();
    const commits: (readonly Write[])[] = [];
    world.records.beforeCommit = (writes) => {
      commits.push(writes);
    };
    world.pass(30);
    await enterPhone(await pinOf("phone-pin"));
    expect(commits).toHaveLength(1);
    expect(world.records.all("account")).toMatchObject([
      {
        username: "petr.svoboda",
        email: { value: "petr@example.cz", verifiedAt: "2026-11-23T09:00:00.000Z" },
        phone: { value: "+420601000222", verifiedAt: "2026-11-23T09:00:30.000Z" },
        wrongPasswords: 0,
        version: 1,
      },
    ]);
    const accountId = world.records.all("account")[0]!.id;
    expect(claimsOf(world)).toMatchObject([
      { kind: "username", value: "petr.svoboda", accountId },
      { kind: "email", value: "petr@example.cz", accountId },
    ]);
    expect(await world.records.holdersOf("+420601000222")).toEqual([accountId]);
    expect(world.records.all("outbox-item")).toContainEqual(
      expect.objectContaining({ channel: "phone-shared", accountId, phone: "+420601000222" }),
    );
    expect(claimsOf(world).filter((claim) => "expiresAt" in claim)).toEqual([]);
    expect(world.records.all("registration")).toEqual([]);
    expect(lastItem()).toMatchObject({ channel: "mail", template: "welcome", accountId });
    expect(world.records.audit).toMatchObject([{ action: "account-created", actor: "user", accountId }]);
  });

  it("entered twice at the same moment makes one account", async () => {
    await verifyEmail();
    const pin = await pinOf("phone-pin");
    const results = await Promise.allSettled([enterPhone(pin), enterPhone(pin)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(world.records.all("account")).toHaveLength(1);
  });

  it("makes no second account of one e-mail", async () => {
    const first = registrationId;
    ({ registrationId } = await register({ username: "petr2" }));
    await activate();
    registrationId = first;
    await expect(activate()).rejects.toThrow("stored");
    expect(world.records.all("account")).toMatchObject([{ username: "petr2" }]);
  });

  it("makes no account of a username that another one has taken in the meantime", async () => {
    await verifyEmail();
    const claim = claimsOf(world)[0]!;
    await world.records.commit([{ put: { ...claim, accountId: "b".repeat(32) } }]);
    await expect(enterPhone(await pinOf("phone-pin"))).rejects.toThrow(UsernameTaken);
    expect(world.records.all("account")).toEqual([]);
  });
});

it("no record and no audit event ever contains a PIN", async () => {
  const tellTale = async (subject: string) => `secret ${await derivePin(subject)}`;
  const spied = { ...pins(), derivePin: tellTale };
  const written: string[] = [];
  world.records.beforeCommit = (writes) => {
    written.push(JSON.stringify(writes));
  };
  await makeResendPin(spied)({ registrationId });
  await makeEnterEmailPin(spied)({ registrationId, pin: `secret ${await pinOf("email-pin", 2)}` });
  await makeEnterPhonePin(spied)({ registrationId, pin: `secret ${await pinOf("phone-pin")}` });
  expect(written).toHaveLength(3);
  expect(written.join("\n")).toContain(registrationId);
  expect(written.join("\n")).not.toContain("secret");
});
