import { expect, it } from "vitest";
import { killableProduct } from "../support/killable-product.ts";
import { askFault, niaHolds } from "../support/outside-world.ts";
import { aUser } from "../support/user.ts";

const product = killableProduct();
const { endpoints } = product;

it("killed while a completion is undone, it goes on undoing, and the user may complete it again", async () => {
  const user = aUser(product);
  const { verification, resident } = await user.upToTheTable(undefined, 2);
  const states = async () => (await niaHolds(endpoints, resident)).map(({ state }) => state);
  // the second key is refused for good; ending the first one is still out when the machine dies
  await askFault(endpoints, { kind: "govtalk-error", transaction: "TR_EVIDENCE_VIP_ZAPIS", after: 1 });
  await askFault(endpoints, { kind: "hang", transaction: "TR_EVIDENCE_VIP_ZMENA" });
  await user.complete(verification.id);
  await product.callsArrive();
  expect(await states()).toEqual(["Aktivni"]);
  await product.die();

  const undone = await user.untilState("awaiting-completion");
  expect(undone.timeline.map(({ event }) => event)).toContain("completion-undone");
  expect(await states()).toEqual(["Ukonceny"]);

  await user.confirm("complete-link");
  await user.complete(verification.id);
  await user.untilState("completed");
  expect((await states()).toSorted()).toEqual(["Aktivni", "Aktivni", "Ukonceny"]);
}, 600_000);
