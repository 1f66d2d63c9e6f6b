import { expect, it } from "vitest";
import { aLinkedUser } from "../support/linked-user.ts";
import { anOffice, askFault } from "../support/outside-world.ts";
import { killableProduct } from "../support/killable-product.ts";
import { eventually } from "../support/user.ts";

const product = killableProduct();

it("killed while NIA is being told, before and after it did the work, NIA is told all the same", async () => {
  const { endpoints } = product;
  const { user, held, untilHeld, waitsForNia } = await aLinkedUser(product, 2);
  const transaction = "TR_EVIDENCE_VIP_ZMENA";
  await askFault(endpoints, { kind: "hang", transaction });
  await askFault(endpoints, { kind: "slow", transaction });
  await user.confirm("detach");
  await user.must("DELETE", "/me/nia/link");
  await product.callsArrive();
  await untilHeld("Aktivni", "Ukonceny");
  await product.killEmulator();
  await product.restartEmulator();
  expect(await waitsForNia()).toBe(true);

  await eventually("NIA is told by other executions", async () => {
    await anOffice(endpoints).run("reconcile");
    return (await waitsForNia()) ? undefined : true;
  });
  expect(await held()).toEqual(["Ukonceny", "Ukonceny"]);
  const { keys } = await user.must<{ keys: { link?: object }[] }>("GET", "/me/security-keys");
  const link = { state: "ended", waitsForNia: false, reasons: ["detached"] };
  expect(keys).toMatchObject([{ link }, { link }]);
}, 400_000);
