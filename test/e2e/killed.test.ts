import { afterAll, beforeAll, expect, it } from "vitest";
import { anOffice, niaHolds, theResident } from "./support/outside-world.ts";
import { aProduct, type TestProduct } from "./support/product.ts";
import { aUser, eventually } from "./support/user.ts";

let product: TestProduct;

beforeAll(async () => {
  product = await aProduct(22_000);
});
afterAll(async () => {
  await product.stop();
});

const nia = async (method: string, path: string, body?: object) => {
  const answer = await fetch(`${product.endpoints.nia}/_sim/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  const text = await answer.text();
  return text === "" ? undefined : (JSON.parse(text) as unknown);
};

/** Every outside call of a completion with two keys: before NIA does the work, and after it, its answer still out. */
const deaths = [
  { kind: "hang", endpoint: "ipsts" },
  { kind: "slow", endpoint: "fpsts" },
  { kind: "hang", transaction: "TR_ZTOTOZNENI" },
  { kind: "slow", transaction: "TR_ZTOTOZNENI" },
  { kind: "hang", transaction: "TR_EVIDENCE_VIP_ZAPIS" },
  { kind: "slow", transaction: "TR_EVIDENCE_VIP_ZAPIS" },
  { kind: "slow", transaction: "TR_EVIDENCE_VIP_ZAPIS", after: 1 },
];

const callHasArrived = async () =>
  await eventually("the call that the fault waits for", async () =>
    ((await nia("GET", "faults")) as unknown[]).length === 0 ? true : undefined,
  );

it("killed at every outside call, a completion ends with one link and one active record per key", async () => {
  const user = aUser(product);
  const { verification, resident } = await user.upToTheTable(theResident("jana-prestehovana"), 2);
  const [first, ...others] = deaths;
  await nia("POST", "faults", first);
  await user.complete(verification.id);
  for (const next of [...others, undefined]) {
    await callHasArrived();
    await product.killEmulator();
    await nia("DELETE", "faults");
    if (next !== undefined) await nia("POST", "faults", next);
    await product.restartEmulator();
    await anOffice(product.endpoints).run("reconcile");
  }

  const done = await user.untilState("completed");
  expect(done.timeline.filter(({ event }) => event === "completed")).toHaveLength(1);
  const { keys } = await user.must<{ keys: { link?: { state: string } }[] }>("GET", "/me/security-keys");
  expect(keys.map(({ link }) => link?.state)).toEqual(["active", "active"]);
  expect((await niaHolds(product.endpoints, resident)).map(({ state }) => state)).toEqual([
    "Aktivni",
    "Aktivni",
  ]);
  const { events } = await user.must<{ events: { action: string }[] }>("GET", "/me/activity");
  expect(events.filter(({ action }) => action === "account-linked")).toHaveLength(1);
  await user.message(user.person.email, /propojen/iu);
}, 600_000);

it("a verification that waits goes on after the machine's executions were lost", async () => {
  const user = aUser(product);
  await user.register();
  await user.logIn();
  const key = await user.addKey();
  const started = await user.startVerification([key.id]);
  await product.killEmulator();
  await product.restartEmulator();
  await anOffice(product.endpoints).run("reconcile");
  await anOffice(product.endpoints).answer(started.code, theResident("jana-druha"));
  await user.untilState("awaiting-completion");
  await user.confirm("complete-link");
  await user.complete(started.id);
  await user.untilState("completed");
}, 300_000);
