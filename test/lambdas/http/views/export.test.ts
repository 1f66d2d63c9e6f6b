import { describe, expect, it } from "vitest";
import { exportedAccount } from "../../../../lambdas/contract/schemas/export.ts";
import { requestDeletion } from "../../../../lambdas/domain/deletion.ts";
import { exportView } from "../../../../lambdas/http/views/export.ts";
import { EXPORTED_EVENTS, makeExportAccount } from "../../../../lambdas/services/accounts/export-account.ts";
import { audited } from "../../../../lambdas/services/writing.ts";
import {
  accountId,
  aKey,
  anAccount,
  aSession,
  aVerification,
  registryPerson,
} from "../../../support/builders.ts";
import { aWorld } from "../../../support/world.ts";
import { anAuthenticator } from "../../services/deletion/deleting.ts";

const aLinkedWorld = async () => {
  const world = aWorld();
  const at = world.now;
  const account = anAccount({
    organization: "Spolek",
    validation: { source: "czech-point", at },
    link: { pseudonym: "pseudonym-1", state: "active", linkedAt: at, verificationId: "verification-1" },
  });
  for (const put of [
    requestDeletion(account, at, 1_209_600),
    aKey("key-1", { link: { authenticatorId: "1", state: "active", changedAt: at } }),
    anAuthenticator("1"),
    aVerification({
      state: "awaiting-completion",
      registryData: registryPerson(),
      waiting: { state: "awaiting-completion", taskToken: "task-token", since: at },
    }),
    aSession([], { tokenHash: "hash-of-token" }),
  ])
    await world.records.commit([{ put }]);
  for (const action of ["logged-in", "case-opened"] as const) {
    world.pass(1);
    await world.records.commit([audited(world, world.now, { action, actor: "system", accountId })]);
  }
  return world;
};

const exported = async (world: Awaited<ReturnType<typeof aLinkedWorld>>) => {
  const { records, page, at } = await makeExportAccount(world)(accountId);
  return exportedAccount.parse(exportView(records, page, at));
};

describe("the export of an account", () => {
  it("has all that is kept, as the contract says", async () => {
    const data = await exported(await aLinkedWorld());
    expect(data).toMatchObject({
      format: "nia-link-export-1",
      account: {
        username: "jana.novakova",
        email: { value: "jana@example.cz" },
        organization: "Spolek",
        link: { pseudonym: "pseudonym-1" },
        deletion: { dueAt: "2026-12-07T09:00:00.000Z" },
      },
      securityKeys: [{ id: "key-1", publicKey: "cose", link: { authenticatorId: "1" } }],
      niaRecords: [{ id: "1", wanted: "active", known: "active" }],
      verifications: [{ state: "awaiting-completion", registryData: { firstName: "JANA" } }],
      sessions: [{ method: "password-and-key", userAgent: "test" }],
    });
  });

  it("has every event, those too that the page of the activity hides", async () => {
    const { activity } = await exported(await aLinkedWorld());
    expect(activity.events.map(({ action }) => action)).toEqual(["case-opened", "logged-in"]);
    expect(activity.before).toBeUndefined();
  });

  it("holds no password, no token, no hash of one", async () => {
    const text = JSON.stringify(await exported(await aLinkedWorld()));
    expect(text).not.toMatch(/hash|token|wrongPasswords|"version"/u);
  });

  it("is noted before it is handed out", async () => {
    const world = await aLinkedWorld();
    await exported(world);
    expect(world.records.audit.at(-1)).toMatchObject({ action: "exported", actor: "user", accountId });
    world.records.beforeCommit = () => {
      throw new Error("not noted");
    };
    await expect(exported(world)).rejects.toThrow("not noted");
  });

  it("of the longest part stays below what a function may answer", async () => {
    const world = await aLinkedWorld();
    const event = { action: "completion-undone", actor: "operator", reason: "x".repeat(80) } as const;
    const ids = { accountId, verificationId: "v".repeat(32), keyId: "k".repeat(1364) };
    for (let index = 0; index < EXPORTED_EVENTS; index += 1)
      await world.records.commit([audited(world, `${world.now}${index}`, { ...event, ...ids })]);
    const data = await exported(world);
    expect(data.activity.events).toHaveLength(EXPORTED_EVENTS);
    expect(data.activity.before).toBeDefined();
    // The body is a string of the answer, so its quotes are escaped.
    expect(Buffer.byteLength(JSON.stringify(JSON.stringify(data)))).toBeLessThan(5 * 1024 * 1024);
  });
});
