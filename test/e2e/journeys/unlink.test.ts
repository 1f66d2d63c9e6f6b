import { expect, it } from "vitest";
import { aLinkedUser } from "../support/linked-user.ts";
import { setOutage } from "../support/outside-world.ts";
import { sharedProduct } from "../support/shared-product.ts";
import { eventually } from "../support/user.ts";

const product = sharedProduct();

it("ends one record with its key and the link with the last one; NIA down only delays it", async () => {
  const linked = await aLinkedUser(product, 2);
  const { user, keyIds, remove, held, untilHeld, waitsForNia } = linked;
  const settled = async () =>
    await eventually("NIA has confirmed everything", async () => ((await waitsForNia()) ? undefined : true));

  expect(await remove(keyIds[0])).toEqual({ linkEnded: false, verification: "none" });
  await untilHeld("Aktivni", "Ukonceny");
  await settled();
  expect(await user.must("GET", "/me")).toMatchObject({ linked: true });
  await user.message(user.person.email, /odebrán bezpečnostní klíč/u);

  await setOutage(product.endpoints, true);
  try {
    expect(await remove(keyIds[1])).toEqual({ linkEnded: true, verification: "none" });
    expect(await user.must("GET", "/me")).toMatchObject({
      linked: false,
      lockedFields: [],
      validation: { source: "czech-point" },
    });
    expect(await waitsForNia()).toBe(true);
    expect(await held()).toEqual(["Aktivni", "Ukonceny"]);
  } finally {
    await setOutage(product.endpoints, false);
  }
  await untilHeld("Ukonceny", "Ukonceny");
  await settled();
  await user.message(user.person.email, /už není propojen/u);
});
