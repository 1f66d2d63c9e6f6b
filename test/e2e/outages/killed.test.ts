import { expect, it } from "vitest";
import { killableProduct } from "../support/killable-product.ts";
import {
  anOffice,
  aResident,
  askFault,
  type Fault,
  forgetFaults,
  niaHolds,
} from "../support/outside-world.ts";
import { rowsOf } from "../support/tables.ts";
import { aUser, eventually } from "../support/user.ts";

const product = killableProduct();
const { endpoints } = product;

/**
 * Every outside call of a completion with two keys: before NIA does the work, and after it, its answer still out. The
 * token services are asked after a death for sure; before the first one, tokens may be at hand.
 */
const deaths: Fault[] = [
  { kind: "hang", transaction: "TR_ZTOTOZNENI" },
  { kind: "hang", endpoint: "ipsts" },
  { kind: "slow", endpoint: "fpsts" },
  { kind: "slow", transaction: "TR_ZTOTOZNENI" },
  { kind: "hang", transaction: "TR_EVIDENCE_VIP_ZAPIS" },
  { kind: "slow", transaction: "TR_EVIDENCE_VIP_ZAPIS" },
  { kind: "slow", transaction: "TR_EVIDENCE_VIP_ZAPIS", after: 1 },
];

it("killed at every outside call, a completion ends with one link and one active record per key", async () => {
  const user = aUser(product);
  const { verification, resident } = await user.upToTheTable(undefined, 2);
  const [first = { kind: "hang" }, ...others] = deaths;
  await askFault(endpoints, first);
  await user.complete(verification.id);
  for (const next of [...others, undefined]) {
    await product.callsArrive();
    await product.die(async () => {
      await forgetFaults(endpoints);
      if (next !== undefined) await askFault(endpoints, next);
    });
  }

  const done = await user.untilState("completed");
  expect(done.timeline.filter(({ event }) => event === "completed")).toHaveLength(1);
  const { keys } = await user.must<{ keys: { link?: { state: string } }[] }>("GET", "/me/security-keys");
  expect(keys.map(({ link }) => link?.state)).toEqual(["active", "active"]);
  expect((await niaHolds(endpoints, resident)).map(({ state }) => state)).toEqual(["Aktivni", "Aktivni"]);
  const { events } = await user.must<{ events: { action: string }[] }>("GET", "/me/activity");
  expect(events.filter(({ action }) => action === "account-linked")).toHaveLength(1);
  await user.message(user.person.email, /propojen/iu);
}, 600_000);

/** Until an execution waits for what comes next: one that has only just begun is given a minute to start. */
const executionWaits = async (verificationId: string, state: string) =>
  await eventually("the execution waits", async () => {
    const rows = await rowsOf(endpoints, "accounts");
    const found = rows.find(({ type, id }) => type === "verification" && id === verificationId);
    return (found?.["waiting"] as { state?: string } | undefined)?.state === state ? true : undefined;
  });

it("killed in each state in which it waits, a verification goes on by an execution of its own", async () => {
  const user = aUser(product);
  await user.register();
  await user.logIn();
  const key = await user.addKey();
  const started = await user.startVerification([key.id]);
  await executionWaits(started.id, "awaiting-registry-data");
  await product.die();
  await anOffice(endpoints).answer(started.code, await aResident(endpoints, "jana-prestehovana"));
  await user.untilState("awaiting-completion");
  await executionWaits(started.id, "awaiting-completion");
  await product.die();
  await user.confirm("complete-link");
  await user.complete(started.id);
  await user.untilState("completed");
}, 300_000);

it("killed while two operators are to look at it, a verification stays with them and can be cancelled", async () => {
  const user = aUser(product);
  await user.register();
  await user.logIn();
  const key = await user.addKey();
  const started = await user.startVerification([key.id]);
  // Somebody else's sheet: another person altogether answers.
  await anOffice(endpoints).answer(started.code, await aResident(endpoints, "petr-prvni"));
  await user.untilState("under-review");
  await product.die();
  expect((await user.nia()).verification.state).toBe("under-review");
  await user.must("POST", `/me/nia/verifications/${started.id}/cancellation`);
  await user.untilState("cancelled");
  await user.startVerification([key.id]);
}, 300_000);
