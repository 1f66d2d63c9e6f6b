import { describe, expect, it } from "vitest";
import { makeEnterEmailPin, makeResendPin } from "../../../lambdas/services/accounts/enter-pin.ts";
import { makeRegister } from "../../../lambdas/services/accounts/register.ts";
import { makeChangeContact } from "../../../lambdas/services/contacts/change-contact.ts";
import { makeEnterContactPin } from "../../../lambdas/services/contacts/enter-contact-pin.ts";
import { makeResendContactPin } from "../../../lambdas/services/contacts/resend-contact-pin.ts";
import { makeRequestReset } from "../../../lambdas/services/passwords/request-reset.ts";
import { makeRequestUnblocking, makeUnblock } from "../../../lambdas/services/passwords/unblock.ts";
import { makeLogIn } from "../../../lambdas/services/sessions/log-in.ts";
import { makeRemoveSecondFactors } from "../../../lambdas/services/two-factor-reset/remove-second-factors.ts";
import { makeRequestTwoFactorReset } from "../../../lambdas/services/two-factor-reset/request-two-factor-reset.ts";
import { aKey, anAccount, aSession } from "../../support/builders.ts";
import { memoryCeremonies } from "../../support/memory-ceremonies.ts";
import {
  derivePin,
  memoryCommonPasswords,
  memoryControlCodes,
  memoryPasswords,
  rightControlCode,
} from "../../support/memory-platform.ts";
import { recording } from "../../support/recording.ts";
import { aRegistration } from "../../support/registering.ts";
import { aWorld, type World } from "../../support/world.ts";

const asking = "b".repeat(32);

/** A world with an account, blocked after wrong passwords, and another one that asks from inside; all of its ports noting how they are called. */
const recordedWorld = async () => {
  const world: World = aWorld();
  const blocked = anAccount({ wrongPasswords: 6, passwordBlockedAt: world.now });
  const { id: accountId, username, email } = blocked;
  const claim = (kind: "username" | "email", value: string) => ({
    put: { type: "claim" as const, kind, value, version: 0, accountId },
  });
  const own = { value: "petr@example.cz", verifiedAt: world.now };
  await world.records.commit([
    { put: blocked },
    { put: aKey("key-1") },
    claim("username", username),
    claim("email", email.value),
    { put: anAccount({ id: asking, username: "petr.svoboda", email: own }) },
    { put: { type: "claim", kind: "username", value: "petr.svoboda", version: 0, accountId: asking } },
  ]);
  const calls: string[] = [];
  return {
    calls,
    ports: {
      ...world,
      records: recording(world.records, "records", calls),
      passwords: recording(memoryPasswords(), "passwords", calls),
      commonPasswords: memoryCommonPasswords,
      controlCodes: recording(memoryControlCodes(), "control codes", calls),
      ceremonies: recording(memoryCeremonies(), "ceremonies", calls),
      derivePin: async (subject: string) => {
        calls.push("derive PIN");
        return await derivePin(subject);
      },
    },
  };
};
type Ports = Awaited<ReturnType<typeof recordedWorld>>["ports"];

const times = { idle: 1800, absolute: 43_200 };
const logIn = (login: string) => async (ports: Ports) =>
  await makeLogIn(ports, times)({ login, password: "a wrong password", userAgent: "" });

const register = (email: string) => async (ports: Ports) =>
  await makeRegister(ports, 3600)({ ...aRegistration(), email });
const wrongPin = (email: string) => async (ports: Ports) => {
  const { registrationId } = await register(email)(ports);
  await makeEnterEmailPin(ports)({ registrationId, pin: "wrong!" });
};
const newPin = (email: string) => async (ports: Ports) => {
  const { registrationId } = await register(email)(ports);
  await makeResendPin(ports)({ registrationId });
};

const resetPassword = (login: string) => async (ports: Ports) =>
  await makeRequestReset(ports)({ login, controlCode: rightControlCode });

const askToUnblock = (login: string) => async (ports: Ports) =>
  await makeRequestUnblocking(ports)({ login, controlCode: rightControlCode });
const unblockWrongly = (login: string) => async (ports: Ports) => {
  const { id } = await askToUnblock(login)(ports);
  await makeUnblock(ports)({ id, pin: "wrong!" });
};

const askForTwoFactorReset = (login: string) => async (ports: Ports) =>
  await makeRequestTwoFactorReset(ports)({ login, controlCode: rightControlCode });
const removeWrongly = (login: string) => async (ports: Ports) => {
  const { id: resetId } = await askForTwoFactorReset(login)(ports);
  await makeRemoveSecondFactors(ports)({ resetId, emailPin: "no", phonePin: "no", password: "no" });
};

const changeEmail = (value: string) => async (ports: Ports) =>
  await makeChangeContact(ports)({ accountId: asking, kind: "email", value });
const wrongContactPin = (value: string) => async (ports: Ports) => {
  const { id: changeId } = await changeEmail(value)(ports);
  await makeEnterContactPin(ports)({ session: aSession([], { accountId: asking }), changeId, pin: "wrong!" });
};
const newContactPin = (value: string) => async (ports: Ports) => {
  const { id: changeId } = await changeEmail(value)(ports);
  await makeResendContactPin(ports)({ accountId: asking, changeId });
};

type Way = (ports: Ports) => Promise<unknown>;

/** What anyone may ask, each once of somebody who has an account and once of somebody who has none. */
const questions: [question: string, known: Way, unknown: Way][] = [
  ["a login with a username", logIn("jana.novakova"), logIn("nobody")],
  ["a login with an e-mail", logIn("jana@example.cz"), logIn("nobody@example.cz")],
  ["a registration", register("jana@example.cz"), register("nobody@example.cz")],
  ["PIN1", wrongPin("jana@example.cz"), wrongPin("nobody@example.cz")],
  ["another PIN", newPin("jana@example.cz"), newPin("nobody@example.cz")],
  ["a new password by username", resetPassword("jana.novakova"), resetPassword("nobody")],
  ["a new password by e-mail", resetPassword("jana@example.cz"), resetPassword("nobody@example.cz")],
  ["unblocking by username", askToUnblock("jana.novakova"), askToUnblock("nobody")],
  ["unblocking by e-mail", askToUnblock("jana@example.cz"), askToUnblock("nobody@example.cz")],
  ["a wrong PIN to unblock", unblockWrongly("jana.novakova"), unblockWrongly("nobody")],
  ["a two-factor reset by username", askForTwoFactorReset("jana.novakova"), askForTwoFactorReset("nobody")],
  [
    "a two-factor reset by e-mail",
    askForTwoFactorReset("jana@example.cz"),
    askForTwoFactorReset("no@body.cz"),
  ],
  [
    "a two-factor reset with nothing to remove",
    askForTwoFactorReset("petr.svoboda"),
    askForTwoFactorReset("nobody"),
  ],
  ["wrong PINs of a two-factor reset", removeWrongly("jana.novakova"), removeWrongly("nobody")],
  ["another e-mail", changeEmail("jana@example.cz"), changeEmail("nobody@example.cz")],
  ["a wrong PIN of another e-mail", wrongContactPin("jana@example.cz"), wrongContactPin("nobody@example.cz")],
  ["another PIN of another e-mail", newContactPin("jana@example.cz"), newContactPin("nobody@example.cz")],
];

const pathOf = async (way: Way) => {
  const { calls, ports } = await recordedWorld();
  const answer = await way(ports).then(
    () => "done",
    (error: unknown) => (error as Error).name,
  );
  return { calls, answer };
};

describe("who has an account can't be told by the way that a question takes", () => {
  it.each(questions)("%s", async (_question, known, unknown) => {
    const [one, other] = [await pathOf(known), await pathOf(unknown)];
    expect(one.calls.length).toBeGreaterThan(2);
    expect(other).toEqual(one);
  });

  it.each([logIn("nobody"), removeWrongly("nobody")])("a password is checked for either", async (way) => {
    const { calls } = await pathOf(way);
    expect(calls).toContain("passwords verify");
  });
});
