import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { makeReadCertificate } from "../../../../lambdas/adapters/certificates/read-certificate.ts";
import { beginDeletion, requestDeletion } from "../../../../lambdas/domain/deletion.ts";
import {
  CertificateRefused,
  CertificateTaken,
  HandoverRefused,
  NotFound,
  WrongState,
} from "../../../../lambdas/domain/errors.ts";
import { makeHandOver } from "../../../../lambdas/services/certificates/hand-over.ts";
import { makeProveCertificate } from "../../../../lambdas/services/certificates/prove-certificate.ts";
import { makeRegisterCertificate } from "../../../../lambdas/services/certificates/register-certificate.ts";
import { makeRemoveCertificate } from "../../../../lambdas/services/certificates/remove-certificate.ts";
import { makeLogInWithCertificate } from "../../../../lambdas/services/sessions/log-in-with-certificate.ts";
import { hashOf } from "../../../../lambdas/services/sessions/token.ts";
import { accountId, aSession, anAccount } from "../../../support/builders.ts";
import { anAuthority, aUserCertificate } from "../../../support/client-certificates.ts";
import { aWorld, type World } from "../../../support/world.ts";

const times = { idle: 1800, absolute: 43_200 };
const authority = await anAuthority();
const [jana, petr] = await Promise.all([aUserCertificate(authority), aUserCertificate(authority)]);
const readCertificate = makeReadCertificate([authority.certificatePem]);
const other = "b".repeat(32);

let world: World;
const session = aSession([]);
const register = async (certificate = jana.certificatePem, by = session) =>
  await makeRegisterCertificate({ ...world, readCertificate })({ session: by, certificate });
const show = async (certificate = jana.certificatePem) => {
  const verifier = randomBytes(32).toString("base64url");
  const challenge = hashOf(verifier);
  return { code: await makeHandOver({ ...world, readCertificate })({ certificate, challenge }), verifier };
};
const prove = async (handover: { code: string; verifier: string }, by = session) =>
  await makeProveCertificate(world)({ session: by, ...handover });
const logIn = async (handover: { code: string; verifier: string }) =>
  await makeLogInWithCertificate(world, times)({ ...handover, userAgent: "test" });
const remove = async (certificateId: string, by = session) =>
  await makeRemoveCertificate(world)({ session: by, certificateId });
const ready = async () => {
  const { id } = await register();
  await prove(await show());
  return id;
};
const claims = () =>
  world.records.all("claim").map(({ kind, value, accountId: of }) => ({ kind, value, of }));
const theirs = aSession([], { accountId: other, id: "f00d".repeat(8) });

beforeEach(async () => {
  world = aWorld();
  world.now = new Date().toISOString();
  const alive = { lastUsedAt: world.now, expiresAt: new Date(Date.now() + 86_400_000).toISOString() };
  await world.records.commit([
    { put: anAccount() },
    { put: anAccount({ id: other, username: "petr" }) },
    { put: { ...session, ...alive } },
    { put: { ...theirs, ...alive } },
  ]);
});

describe("an uploaded certificate", () => {
  it("is listed, opens nothing yet, and is in nobody's way", async () => {
    const { id, subject } = await register();
    expect(subject).toBe("Jana Nováková");
    expect(claims()).toEqual([]);
    await expect(logIn(await show())).rejects.toThrow(new CertificateRefused("certificate-unregistered"));
    await register(jana.certificatePem, theirs);
    expect(world.records.all("client-certificate").map((row) => [row.accountId, row.id])).toEqual([
      [accountId, id],
      [other, id],
    ]);
    expect(world.records.audit.map(({ action }) => action)).toEqual([
      "certificate-registered",
      "certificate-registered",
    ]);
  });

  it("is refused twice in one account, as the eleventh, and when it can't be used", async () => {
    await register();
    await expect(register()).rejects.toThrow(CertificateTaken);
    const row = world.records.all("client-certificate")[0]!;
    const more = Array.from({ length: 9 }, (_, index) => ({ put: { ...row, version: 0, id: `${index}` } }));
    await world.records.commit(more);
    await expect(register(petr.certificatePem)).rejects.toThrow(WrongState);
    await expect(register(authority.certificatePem)).rejects.toThrow(CertificateRefused);
    expect(world.records.all("client-certificate")).toHaveLength(10);
  });
});

describe("proving to hold its key", () => {
  it("lets it open this account, tells the user, and ends every other session", async () => {
    await world.records.commit([{ put: aSession([], { id: "another" }) }]);
    const { id } = await register();
    expect(await prove(await show())).toMatchObject({ id, provenAt: world.now });
    expect(claims()).toEqual([{ kind: "certificate", value: id, of: accountId }]);
    expect(world.records.all("session").map((row) => row.id)).toEqual([session.id, theirs.id]);
    expect(world.records.all("outbox-item")).toMatchObject([
      { template: "certificate-added", accountId, facts: { certificate: "Jana Nováková" } },
    ]);
    expect(world.records.all("certificate-handover")).toEqual([]);
  });

  it("is refused with another certificate than the account has", async () => {
    await register();
    await expect(prove(await show(petr.certificatePem))).rejects.toThrow(NotFound);
    expect(claims()).toEqual([]);
  });

  it("decides between two accounts: the first to prove has it", async () => {
    await register();
    await register(jana.certificatePem, theirs);
    await prove(await show(), theirs);
    await expect(prove(await show())).rejects.toThrow(CertificateTaken);
    expect((await logIn(await show())).session.accountId).toBe(other);
  });

  it("at the same moment lets one of two accounts have it", async () => {
    await register();
    await register(jana.certificatePem, theirs);
    const [one, two] = [await show(), await show()];
    const results = await Promise.allSettled([prove(one), prove(two, theirs)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(claims()).toHaveLength(1);
  });
});

describe("logging in", () => {
  it("opens a session of its own kind, under a new token, and notes the use", async () => {
    const id = await ready();
    const { session: opened, token } = await logIn(await show());
    expect(opened).toMatchObject({
      accountId,
      method: "certificate",
      confirmed: [],
      tokenHash: hashOf(token),
    });
    expect(await world.records.get("client-certificate", { accountId, id })).toMatchObject({
      lastUsedAt: world.now,
    });
    expect(world.records.audit.at(-1)).toMatchObject({
      action: "logged-in",
      reason: "certificate",
      accountId,
    });
  });

  it("leaves wrong passwords counted: it proves no password", async () => {
    await ready();
    const account = world.records.all("account").find(({ id }) => id === accountId)!;
    await world.records.commit([{ put: { ...account, wrongPasswords: 5 } }]);
    await logIn(await show());
    expect(await world.records.get("account", { id: accountId })).toMatchObject({ wrongPasswords: 5 });
  });

  it("takes each code once, even twice at the same moment", async () => {
    await ready();
    const handover = await show();
    const results = await Promise.allSettled([logIn(handover), logIn(handover)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(logIn(handover)).rejects.toThrow(HandoverRefused);
  });

  it.each([
    ["within the minute", 59, true],
    ["not after it", 60, false],
  ])("takes a code %s", async (_, seconds, taken) => {
    await ready();
    const handover = await show();
    world.pass(seconds);
    const [result] = await Promise.allSettled([logIn(handover)]);
    expect(result?.status).toBe(taken ? "fulfilled" : "rejected");
  });

  it("takes no code from a browser that did not ask, and uses it up", async () => {
    await ready();
    const { code, verifier } = await show();
    await expect(logIn({ code, verifier: "x".repeat(43) })).rejects.toThrow(HandoverRefused);
    await expect(logIn({ code, verifier })).rejects.toThrow(HandoverRefused);
  });

  it("stores neither code nor secret", async () => {
    const { code, verifier } = await show();
    const stored = JSON.stringify(world.records.all("certificate-handover"));
    expect(stored).toContain(hashOf(code));
    expect(stored).not.toContain(code);
    expect(stored).not.toContain(verifier);
  });

  it("is over with the certificate, also for a code given before", async () => {
    const id = await ready();
    const handover = await show();
    await remove(id);
    await expect(logIn(handover)).rejects.toThrow(new CertificateRefused("certificate-unregistered"));
    await expect(logIn(await show())).rejects.toThrow(new CertificateRefused("certificate-unregistered"));
  });

  it("ends with the deletion of the account, also for a code given before, but not while it may be cancelled", async () => {
    await ready();
    const handover = await show();
    const account = world.records.all("account").find(({ id }) => id === accountId)!;
    const asked = requestDeletion(account, world.now, 60);
    await world.records.commit([{ put: asked }]);
    await logIn(await show());
    const current = world.records.all("account").find(({ id }) => id === accountId)!;
    await world.records.commit([{ put: beginDeletion(current, world.now) }]);
    const refused = new CertificateRefused("certificate-unregistered");
    const before = world.records.all("session").length;
    await expect(logIn(handover)).rejects.toThrow(refused);
    await expect(logIn(await show())).rejects.toThrow(refused);
    expect(world.records.all("session")).toHaveLength(before);
  });

  it("is not begun with a certificate that is expired or of elsewhere", async () => {
    const expired = await aUserCertificate(authority, { notBefore: new Date(Date.now() - 2e8), days: 1 });
    await expect(show(expired.certificatePem)).rejects.toThrow(new CertificateRefused("certificate-expired"));
    const foreign = await aUserCertificate(await anAuthority("Elsewhere"));
    await expect(show(foreign.certificatePem)).rejects.toThrow(
      new CertificateRefused("certificate-foreign-authority"),
    );
    expect(world.records.all("certificate-handover")).toEqual([]);
  });
});

describe("removing a certificate", () => {
  it("frees it for another account, ends what it had opened, and tells the user", async () => {
    const id = await ready();
    await logIn(await show());
    await remove(id);
    expect(claims()).toEqual([]);
    expect(world.records.all("session").map((row) => row.id)).toEqual([session.id, theirs.id]);
    expect(world.records.all("outbox-item").at(-1)).toMatchObject({ template: "certificate-removed" });
    await register(jana.certificatePem, theirs);
    await prove(await show(), theirs);
    expect(claims()).toEqual([{ kind: "certificate", value: id, of: other }]);
  });

  it("that was never proven leaves the other account's alone", async () => {
    const { id } = await register();
    await register(jana.certificatePem, theirs);
    await prove(await show(), theirs);
    await remove(id);
    expect((await logIn(await show())).session.accountId).toBe(other);
    expect(world.records.all("client-certificate")).toMatchObject([{ accountId: other }]);
  });

  it("that is not there is not found", async () => {
    const id = await ready();
    await expect(remove(id, theirs)).rejects.toThrow(NotFound);
    expect(claims()).toHaveLength(1);
  });
});
