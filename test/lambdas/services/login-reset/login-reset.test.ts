import { beforeEach, describe, expect, it } from "vitest";
import {
  InvalidInput,
  LinkUsedUp,
  NotFound,
  OwnAccount,
  OwnRequest,
  RoleNotEnough,
  WrongState,
} from "../../../../lambdas/domain/errors.ts";
import { linkSubject } from "../../../../lambdas/domain/pin.ts";
import { removedCertificate } from "../../../../lambdas/services/certificates/certificate-rows.ts";
import { addedKey, removedKey } from "../../../../lambdas/services/keys/key-rows.ts";
import { makeAnnounceScan } from "../../../../lambdas/services/login-reset/announce-scan.ts";
import { makeApproveForm } from "../../../../lambdas/services/login-reset/approve-form.ts";
import { fetchScan } from "../../../../lambdas/services/login-reset/read-scan.ts";
import { makeRefuseForm } from "../../../../lambdas/services/login-reset/refuse-form.ts";
import { makeRegisterForm, type NewForm } from "../../../../lambdas/services/login-reset/register-form.ts";
import { makeSetPassword } from "../../../../lambdas/services/login-reset/set-password.ts";
import { makeOpenReset } from "../../../../lambdas/services/passwords/open-reset.ts";
import {
  accountId,
  aCertificate,
  aKey,
  anAccount,
  anAuthenticator,
  anOperator,
  aSession,
  aVerification,
} from "../../../support/builders.ts";
import { memoryCeremonies } from "../../../support/memory-ceremonies.ts";
import {
  deriveLinkSecret,
  derivePin,
  memoryCommonPasswords,
  memoryPasswords,
} from "../../../support/memory-platform.ts";
import { aPdf, memoryScans } from "../../../support/memory-scans.ts";
import { theMost } from "../../../support/the-most.ts";
import { aWorld } from "../../../support/world.ts";

const olga = anOperator();
const eva = anOperator({ id: "eva", role: "supervisor" });
const petr = anOperator({ id: "petr", role: "supervisor" });
const janaHerself = anOperator({ id: "jana", role: "supervisor", ownAccountId: accountId });

/** An account that is linked, with a certificate and a verification of another key under way; and its form's scan. */
const aDesk = async () => {
  const world = aWorld();
  const scans = memoryScans();
  const ports = {
    ...world,
    clock: () => world.now,
    scans,
    passwords: memoryPasswords(),
    commonPasswords: memoryCommonPasswords,
    deriveLinkSecret,
    derivePin,
    ceremonies: memoryCeremonies(),
  };
  const certificate = { kind: "certificate", value: "certificate-1", version: 0, accountId } as const;
  const link = { authenticatorId: "authenticator-1", state: "active", changedAt: world.now } as const;
  await world.records.commit([
    {
      put: anAccount({
        validation: { source: "czech-point", at: world.now },
        link: {
          pseudonym: anAuthenticator().pseudonym,
          state: "active",
          linkedAt: world.now,
          verificationId: "verification-0",
        },
        passwordBlockedAt: world.now,
      }),
    },
    ...addedKey(aKey("key-1", { link })),
    ...addedKey(aKey("key-2")),
    { put: anAuthenticator() },
    { put: aSession([]) },
    { put: aVerification({ keyIds: ["key-2"] }) },
    { put: aCertificate({ id: "certificate-1", provenAt: world.now }) },
    { put: { type: "claim", ...certificate } },
  ]);
  scans.stored.set("scan-1", { content: aPdf(), mediaType: "application/pdf" });
  return { world, scans, ports };
};

const newForm = (change: Partial<NewForm> = {}): NewForm => ({
  accountId,
  kind: "in-person",
  verifiedHow: "Občanský průkaz, přepážka Praha",
  dated: "2026-11-20",
  reference: "NIC-2026-17",
  email: "jana.new@example.cz",
  scanId: "scan-1",
  ...change,
});

let desk: Awaited<ReturnType<typeof aDesk>>;
const register = async (change: Partial<NewForm> = {}, actor = olga) =>
  await makeRegisterForm(desk.ports)({ actor, form: newForm(change) });
const approve = async (formId: string, actor = eva) =>
  await makeApproveForm(desk.ports)({ actor, accountId, formId });
const refuse = async (formId: string, actor = eva) =>
  await makeRefuseForm(desk.ports)({ actor, accountId, formId, reason: "incomplete" });
const all: typeof desk.world.records.all = (type) => desk.world.records.all(type);
const account = () => all("account")[0]!;
const form = () => all("reset-form")[0]!;
const messages = () =>
  all("outbox-item").flatMap((item) => (item.channel === "mail" || item.channel === "sms" ? [item] : []));
const told = () => messages().map(({ channel, template }) => `${channel} ${template}`);
const link = async () => {
  const resetId = messages().find(({ template }) => template === "login-reset")?.subjectId ?? "";
  return { resetId, secret: await deriveLinkSecret(linkSubject("login-reset", resetId)) };
};
const setPassword = async (password = "a password of today") =>
  await makeSetPassword(desk.ports)({ ...(await link()), password });

beforeEach(async () => {
  desk = await aDesk();
});

describe("a form", () => {
  it("is registered with its scan, and the account's owner is told where they were always told", async () => {
    await register();
    expect(form()).toMatchObject({
      state: "registered",
      email: "jana.new@example.cz",
      registered: { by: "olga" },
      scan: { id: "scan-1", mediaType: "application/pdf", bytes: aPdf().length },
    });
    expect(messages()).toMatchObject([{ template: "login-reset-registered", accountId }]);
    expect(messages()[0]).not.toHaveProperty("to");
    expect(desk.world.records.audit).toMatchObject([
      {
        action: "reset-form-registered",
        operator: "olga",
        accountId,
        reason: expect.stringContaining(form().scan.sha256),
      },
    ]);
    expect(JSON.stringify(desk.world.records.audit)).not.toContain("example.cz");
    expect(account().link).toBeDefined();
  });

  it.each<[string, () => void, Partial<NewForm>]>([
    ["without a scan", () => undefined, { scanId: "another" }],
    [
      "with a scan that is no picture",
      () =>
        desk.scans.stored.set("scan-1", {
          content: new TextEncoder().encode("<html>"),
          mediaType: "application/pdf",
        }),
      {},
    ],
    [
      "with a scan that is not what it is called",
      () => desk.scans.stored.set("scan-1", { content: aPdf(), mediaType: "image/png" }),
      {},
    ],
    ["from the future", () => undefined, { dated: "2026-11-25" }],
    ["of long ago", () => undefined, { dated: "2026-08-01" }],
  ])("%s is not registered", async (_, spoil, change) => {
    spoil();
    await expect(register(change)).rejects.toBeInstanceOf(InvalidInput);
    expect(all("reset-form")).toEqual([]);
  });

  it("is one at a time, also of two registered at once", async () => {
    const both = await Promise.allSettled([register(), register({}, petr)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(register()).rejects.toBeInstanceOf(WrongState);
    expect(all("reset-form")).toHaveLength(1);
  });

  it("is of another's account, and not an auditor's to register", async () => {
    await expect(register({}, janaHerself)).rejects.toBeInstanceOf(OwnAccount);
    await expect(register({}, anOperator({ role: "auditor" }))).rejects.toBeInstanceOf(RoleNotEnough);
    await expect(register({ accountId: "b".repeat(32) })).rejects.toBeInstanceOf(NotFound);
  });

  it("is refused by another person with a reason, and nothing of the account changes", async () => {
    const { id } = await register();
    const before = account();
    await refuse(id);
    expect(form()).toMatchObject({ state: "refused", decided: { by: "eva", reason: "incomplete" } });
    expect(messages().at(-1)).toMatchObject({
      template: "login-reset-refused",
      facts: { reason: "incomplete" },
    });
    expect(account()).toEqual(before);
    await expect(approve(id)).rejects.toBeInstanceOf(WrongState);
    await register();
  });

  it("is shown as it was registered, or not at all", async () => {
    await register();
    expect(await fetchScan(desk.scans, form().scan)).toEqual(aPdf());
    desk.scans.stored.set("scan-1", { content: aPdf("another"), mediaType: "application/pdf" });
    expect(await fetchScan(desk.scans, form().scan)).toBeUndefined();
  });

  it("is scanned by whoever may register it", async () => {
    const announce = makeAnnounceScan(desk.ports);
    const { scanId, fields } = await announce({ actor: olga, mediaType: "image/png" });
    expect(fields["key"]).toBe(scanId);
    await expect(
      announce({ actor: anOperator({ role: "auditor" }), mediaType: "image/png" }),
    ).rejects.toBeInstanceOf(RoleNotEnough);
  });
});

describe("approval", () => {
  it("takes another person, a supervisor, of another account", async () => {
    const { id } = await register({}, eva);
    await expect(approve(id, eva)).rejects.toBeInstanceOf(OwnRequest);
    await expect(refuse(id, eva)).rejects.toBeInstanceOf(OwnRequest);
    await expect(approve(id, olga)).rejects.toBeInstanceOf(RoleNotEnough);
    await expect(approve(id, janaHerself)).rejects.toBeInstanceOf(OwnAccount);
    expect(account().link).toBeDefined();
    await approve(id, petr);
  });

  it("leaves what the table says of way 5: no key, no link, no validation, no password, no session", async () => {
    const { id } = await register();
    await approve(id);
    expect(form()).toMatchObject({ state: "approved", decided: { by: "eva" } });
    expect(account()).not.toHaveProperty("link");
    expect(account()).not.toHaveProperty("validation");
    expect(account()).not.toHaveProperty("passwordBlockedAt");
    expect(account().passwordHash).not.toBe(anAccount().passwordHash);
    for (const type of ["security-key", "session", "client-certificate", "claim"] as const)
      expect(all(type)).toEqual([]);
    expect(all("authenticator")).toMatchObject([{ wanted: "ended", reason: "login-reset" }]);
    expect(all("verification")).toMatchObject([{ state: "cancelled", stopReason: "unlinked" }]);
    expect(desk.world.records.audit.map(({ action, operator }) => [action, operator])).toEqual(
      expect.arrayContaining([
        ["login-reset", "eva"],
        ["account-unlinked", "eva"],
        ["verification-cancelled", "eva"],
      ]),
    );
  });

  it("sends the link to the contact of the form, and tells the old ones", async () => {
    const { id } = await register();
    await approve(id);
    expect(told().toSorted()).toEqual([
      "mail login-reset",
      "mail login-reset-registered",
      "mail login-was-reset",
      "mail unlinked",
      "sms login-was-reset",
    ]);
    for (const item of messages())
      expect("to" in item ? item.to : undefined).toBe(
        item.template === "login-reset" ? "jana.new@example.cz" : undefined,
      );
  });

  it("by two at once, or against a refusal, happens once and whole", async () => {
    const { id } = await register();
    const three = await Promise.allSettled([approve(id, eva), approve(id, petr), refuse(id, petr)]);
    expect(three.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const approved = form().state === "approved";
    expect(all("security-key")).toHaveLength(approved ? 0 : 2);
    expect(told().filter((one) => one === "mail login-reset")).toHaveLength(approved ? 1 : 0);
  });
});

describe("the link of the form", () => {
  beforeEach(async () => {
    const { id } = await register();
    await approve(id);
  });

  it("sets the new password, once", async () => {
    await setPassword();
    expect(account().passwordHash).toBe("hash of a password of today");
    expect(told()).toContain("mail password-changed");
    await expect(setPassword("another good password")).rejects.toBeInstanceOf(LinkUsedUp);
  });

  it("keeps waiting while the password is a bad one", async () => {
    await expect(setPassword("password12345")).rejects.toBeInstanceOf(InvalidInput);
    await setPassword();
  });

  it("is good for three days", async () => {
    desk.world.pass(3 * 86_400);
    await expect(setPassword()).rejects.toBeInstanceOf(LinkUsedUp);
  });

  it("leads nowhere with another secret, nor by the way over e-mail and SMS", async () => {
    const { resetId, secret } = await link();
    const set = makeSetPassword(desk.ports);
    const byAnother = set({ resetId, secret: "x".repeat(43), password: "a password of today" });
    await expect(byAnother).rejects.toBeInstanceOf(LinkUsedUp);
    for (const one of [secret, await deriveLinkSecret(linkSubject("password-reset", resetId))])
      await expect(makeOpenReset(desk.ports)({ resetId, secret: one })).rejects.toBeInstanceOf(LinkUsedUp);
  });

  it("is void once the password is another one", async () => {
    await desk.world.records.commit([{ put: { ...account(), passwordHash: "hash of another" } }]);
    await expect(setPassword()).rejects.toBeInstanceOf(LinkUsedUp);
  });
});

describe("as much as an account may have", () => {
  it("is gone in one transaction", async () => {
    const { records } = desk.world;
    const removed = [
      ...records.all("security-key").flatMap(removedKey),
      ...[...records.all("authenticator"), ...records.all("verification")].map((remove) => ({ remove })),
      ...records.all("client-certificate").flatMap(removedCertificate),
    ];
    await records.commit(removed);
    for (const writes of theMost(desk.world.now)) await records.commit(writes);
    const { id } = await register();
    let most = 0;
    records.beforeCommit = (writes) => {
      most = Math.max(most, writes.length);
    };
    await approve(id);
    expect(most).toBe(98);
    expect([...all("security-key"), ...all("client-certificate"), ...all("session")]).toEqual([]);
  });
});
