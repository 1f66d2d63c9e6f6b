import { describe, expect, it } from "vitest";
import {
  CeremonyRefused,
  ConsoleClosed,
  CredentialsWrong,
  KeyCloned,
  OperatorBlocked,
  OperatorNotLoggedIn,
} from "../../../../lambdas/domain/errors.ts";
import { makeAuthenticateOperator } from "../../../../lambdas/services/operators/authenticate-operator.ts";
import { makeLogInOperator } from "../../../../lambdas/services/operators/log-in-operator.ts";
import { makeLogOutOperator } from "../../../../lambdas/services/operators/log-out-operator.ts";
import {
  makeChangeRole,
  makeDisableOperator,
  makeInviteAgain,
} from "../../../../lambdas/services/operators/manage-operators.ts";
import { makeToken } from "../../../../lambdas/services/sessions/token.ts";
import { type AskedKeys, touchOf } from "../../../support/memory-ceremonies.ts";
import { recording } from "../../../support/recording.ts";
import { aDesk, password } from "./enrolling.ts";

/** A desk with one operator who has enrolled. */
const staffed = async (keyId = "key-1", role: "operator" | "supervisor" = "operator") => {
  const desk = aDesk();
  const { secret } = await desk.add("olga", role);
  await desk.enrol(secret, keyId);
  const authenticate = makeAuthenticateOperator(desk, { mayBeClosed: true });
  return { ...desk, authenticate };
};

describe("a login to the console", () => {
  it("takes password and key, and gives a session", async () => {
    const desk = await staffed();
    const { operator } = await desk.authenticate(await desk.enter("olga"));
    expect(operator.id).toBe("olga");
    expect(desk.records.audit.at(-1)).toMatchObject({ action: "operator-logged-in", operator: "olga" });
  });

  it("opens nothing by the password alone", async () => {
    const desk = await staffed();
    const { handle } = await desk.logIn({ login: "olga", password });
    expect(desk.records.all("operator-session")).toEqual([]);
    await expect(desk.authenticate(handle)).rejects.toThrow(OperatorNotLoggedIn);
  });

  it("refuses another key's answer, and the handle is used up by it", async () => {
    const desk = await staffed();
    const { handle, options } = await desk.logIn({ login: "olga", password });
    const { challenge } = options as AskedKeys;
    const refused = desk.touch({ handle, response: touchOf("key-2", challenge) });
    await expect(refused).rejects.toThrow(CeremonyRefused);
    await expect(desk.touch({ handle, response: touchOf("key-1", challenge) })).rejects.toThrow(
      CeremonyRefused,
    );
    expect(desk.records.all("operator-session")).toEqual([]);
  });

  it("takes each handle once, and for five minutes", async () => {
    const desk = await staffed();
    const { handle, options } = await desk.logIn({ login: "olga", password });
    const response = touchOf("key-1", (options as AskedKeys).challenge);
    await desk.touch({ handle, response });
    await expect(desk.touch({ handle, response })).rejects.toThrow(CeremonyRefused);
    const late = await desk.logIn({ login: "olga", password });
    desk.world.pass(300);
    await expect(
      desk.touch({ handle: late.handle, response: touchOf("key-1", (late.options as AskedKeys).challenge) }),
    ).rejects.toThrow("no such login attempt");
  });

  it("ends for a key that may have a copy, until a new enrolment", async () => {
    const desk = await staffed("cloned-1");
    await expect(desk.enter("olga")).rejects.toThrow(KeyCloned);
    await expect(desk.enter("olga")).rejects.toThrow("there may be a copy");
  });

  it("blocks after six wrong passwords for half an hour, and says so only to who knows the password", async () => {
    const desk = await staffed();
    for (let count = 0; count < 6; count += 1)
      await expect(desk.logIn({ login: "olga", password: "wrong" })).rejects.toThrow(CredentialsWrong);
    await expect(desk.enter("olga")).rejects.toThrow(OperatorBlocked);
    await expect(desk.logIn({ login: "olga", password: "wrong" })).rejects.toThrow(CredentialsWrong);
    desk.world.pass(1800);
    await desk.enter("olga");
    expect((await desk.operator("olga"))?.wrongPasswords).toBe(0);
    expect(desk.records.audit.map(({ action }) => action)).toContain("operator-blocked");
  });

  it("takes the same way for somebody who is not there, invited or disabled", async () => {
    const ways = await Promise.all(
      ["olga", "nobody", "invited", "gone"].map(async (login) => {
        const desk = await staffed();
        await desk.add("invited");
        await desk.add("gone");
        await makeDisableOperator(desk)({ id: "gone", by: "ops" });
        const calls: string[] = [];
        const records = recording(desk.records, "records", calls);
        const passwords = recording(desk.passwords, "passwords", calls);
        const logIn = makeLogInOperator({ ...desk, records, passwords });
        await expect(logIn({ login, password: "wrong" })).rejects.toThrow(CredentialsWrong);
        return calls;
      }),
    );
    for (const way of ways) expect(way).toEqual(ways[0]);
  });
});

describe("a session of the console", () => {
  it("ends after a quarter of an hour without a request, and after ten hours in any case", async () => {
    const desk = await staffed();
    const token = await desk.enter("olga");
    for (let quarter = 0; quarter < 42; quarter += 1) {
      desk.world.pass(14 * 60);
      await desk.authenticate(token);
    }
    desk.world.pass(12 * 60);
    await expect(desk.authenticate(token)).rejects.toThrow(OperatorNotLoggedIn);
    const idle = await desk.enter("olga");
    desk.world.pass(15 * 60);
    await expect(desk.authenticate(idle)).rejects.toThrow(OperatorNotLoggedIn);
  });

  it("ends with the operator's state or key, at once; a role counts from the next request on", async () => {
    const desk = await staffed();
    const token = await desk.enter("olga");
    await makeChangeRole(desk)({ id: "olga", role: "auditor", by: "ops" });
    expect((await desk.authenticate(token)).operator.role).toBe("auditor");
    const { secret } = await makeInviteAgain(desk)({ id: "olga", by: "ops" });
    await expect(desk.authenticate(token)).rejects.toThrow(OperatorNotLoggedIn);
    await desk.enrol(secret, "key-2");
    await expect(desk.authenticate(token)).rejects.toThrow("another key");
    const anew = await desk.enter("olga");
    await makeDisableOperator(desk)({ id: "olga", by: "ops" });
    await expect(desk.authenticate(anew)).rejects.toThrow(OperatorNotLoggedIn);
  });

  it("ends by logging out, once and for all", async () => {
    const desk = await staffed();
    const token = await desk.enter("olga");
    const { operatorSession } = await desk.authenticate(token);
    await makeLogOutOperator(desk)(operatorSession);
    await makeLogOutOperator(desk)(operatorSession);
    await expect(desk.authenticate(token)).rejects.toThrow(OperatorNotLoggedIn);
  });

  it.each<[string, (token: string) => string | undefined]>([
    ["none", () => undefined],
    [
      "one of a user",
      () => makeToken({ accountId: "a".repeat(32), id: "b".repeat(32) }, (n) => Buffer.alloc(n)),
    ],
    ["another secret", (token) => token.replace(/[^:]{43}$/u, "A".repeat(43))],
    ["another operator's", (token) => token.replace("olga", "petr")],
    ["a longer one", (token) => `${token}A`],
  ])("is not opened by %s", async (_what, change) => {
    const desk = await staffed();
    const token = await desk.enter("olga");
    await expect(desk.authenticate(change(token))).rejects.toThrow(OperatorNotLoggedIn);
  });

  it("has nothing to work on before two supervisors are enrolled", async () => {
    const desk = await staffed("key-1", "supervisor");
    const atWork = makeAuthenticateOperator(desk, { mayBeClosed: false });
    const token = await desk.enter("olga");
    await expect(atWork(token)).rejects.toThrow(ConsoleClosed);
    const { secret } = await desk.add("eva", "supervisor");
    await expect(atWork(token)).rejects.toThrow(ConsoleClosed);
    await desk.enrol(secret, "key-2");
    await expect(atWork(token)).resolves.toBeDefined();
  });
});
