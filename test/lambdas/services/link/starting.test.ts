import { beforeEach, describe, expect, it } from "vitest";
import {
  ChecklistIncomplete,
  KeyNotLinkable,
  KeysNotConfirmed,
  VerificationOpen,
} from "../../../../lambdas/domain/errors.ts";
import { makeStartVerification } from "../../../../lambdas/services/link/start-verification.ts";
import { aKey, anAccount, aSession } from "../../../support/builders.ts";
import { aWorld, type World } from "../../../support/world.ts";

const DAY = 86_400;

let world: World;

const keyId = "key-1";
const linkable = (isCurrent = true) => ({ ...world, isMetadataCurrent: async () => isCurrent });
const start = async (keyIds = [keyId], ports = linkable()) =>
  await makeStartVerification(ports, 90 * DAY)({ session: aSession(keyIds), method: "czech-point", keyIds });
const account = () => world.records.all("account")[0]!;
const mails = () =>
  world.records.all("outbox-item").flatMap((item) => (item.channel === "mail" ? [item.template] : []));
const workflowItems = () => world.records.all("outbox-item").filter(({ channel }) => channel === "workflow");
const actions = () => world.records.audit.map(({ action }) => action);

beforeEach(async () => {
  world = aWorld();
  await world.records.commit([{ put: anAccount() }, { put: aKey(keyId) }, { put: aKey("key-2") }]);
});

describe("starting", () => {
  it("writes the verification, its code, the start of its machine, mail and audit at once", async () => {
    const started = await start();
    expect(started).toMatchObject({ state: "awaiting-registry-data", keyIds: [keyId], attempt: 1 });
    expect(workflowItems()).toMatchObject([{ action: "start", verificationId: started.id, attempt: 1 }]);
    expect(await world.records.get("claim", { kind: "code", value: started.code! })).toMatchObject({
      verificationId: started.id,
    });
    expect(mails()).toEqual(["verification-created"]);
    expect(actions()).toEqual(["verification-created"]);
  });

  it.each([
    ["a point of the checklist is missing", { organization: "Firma s. r. o." }, ChecklistIncomplete],
    ["the citizen is a foreigner", { citizenship: "other" as const }, ChecklistIncomplete],
  ])("is refused where %s", async (_, change, refusal) => {
    await world.records.commit([{ put: { ...account(), ...change } }]);
    await expect(start()).rejects.toThrow(refusal);
  });

  it("is refused while the metadata are long outdated", async () => {
    await expect(start([keyId], linkable(false))).rejects.toThrow("metadata-current");
    expect(world.records.all("verification")).toEqual([]);
  });

  it("is refused for a key that was not touched", async () => {
    const session = aSession([keyId]);
    const attempt = makeStartVerification(
      linkable(),
      DAY,
    )({ session, method: "czech-point", keyIds: [keyId, "key-2"] });
    await expect(attempt).rejects.toThrow(KeysNotConfirmed);
  });

  it("is refused for a key that is not there", async () => {
    await expect(start(["key-9"])).rejects.toThrow(KeyNotLinkable);
  });

  it("is refused while another one is open", async () => {
    await start();
    await expect(start()).rejects.toThrow(VerificationOpen);
  });

  it("lets one of two simultaneous starts win", async () => {
    const results = await Promise.allSettled([start(), start()]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(world.records.all("verification")).toHaveLength(1);
  });
});
