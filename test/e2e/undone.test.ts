import { afterAll, beforeAll, expect, it } from "vitest";
import { anOffice, theResident } from "./support/outside-world.ts";
import { aProduct, type TestProduct } from "./support/product.ts";
import { aUser, eventually } from "./support/user.ts";

let product: TestProduct;

beforeAll(async () => {
  product = await aProduct(28_000);
}, 600_000);
afterAll(async () => {
  await product.stop();
});

const nia = async <T>(method: string, path: string, body?: object): Promise<T> => {
  const answer = await fetch(`${product.endpoints.nia}/_sim/${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
};
const states = async () => {
  const held = await nia<{ state: string }[]>("GET", "authenticators");
  return held.map(({ state }) => state);
};

it("killed while a completion is undone, it goes on undoing, and the user may complete it again", async () => {
  const user = aUser(product);
  const { verification } = await user.upToTheTable(theResident("jana-prestehovana"), 2);
  // the second key is refused for good; ending the first one is still out when the machine dies
  await nia("POST", "faults", { kind: "govtalk-error", transaction: "TR_EVIDENCE_VIP_ZAPIS", after: 1 });
  await nia("POST", "faults", { kind: "hang", transaction: "TR_EVIDENCE_VIP_ZMENA" });
  await user.complete(verification.id);
  await eventually("the call that ends the first key", async () =>
    (await nia<unknown[]>("GET", "faults")).length === 0 ? true : undefined,
  );
  expect(await states()).toEqual(["Aktivni"]);
  await product.killEmulator();
  await product.restartEmulator();
  await anOffice(product.endpoints).run("reconcile");

  const undone = await user.untilState("awaiting-completion");
  expect(undone.timeline.map(({ event }) => event)).toContain("completion-undone");
  expect(await states()).toEqual(["Ukonceny"]);

  await user.confirm("complete-link");
  await user.complete(verification.id);
  await user.untilState("completed");
  expect((await states()).toSorted()).toEqual(["Aktivni", "Aktivni", "Ukonceny"]);
}, 600_000);
