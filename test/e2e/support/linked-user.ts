import { expect } from "vitest";
import { aResident, niaHolds } from "./outside-world.ts";
import type { SharedProduct } from "./shared-product.ts";
import { aUser, eventually } from "./user.ts";

/** Somebody whose account is linked by that many keys, all registered at one visit, and what NIA knows of them. */
export const aLinkedUser = async (product: SharedProduct, keys: number) => {
  const user = aUser(product);
  const resident = await aResident(product.endpoints);
  const { verification, keyIds } = await user.upToTheTable(resident, keys);
  await user.complete(verification.id);
  await user.untilState("completed");

  const held = async () => (await niaHolds(product.endpoints, resident)).map(({ state }) => state).toSorted();
  return {
    user,
    keyIds,
    held,
    untilHeld: async (...states: string[]) => {
      await eventually(`NIA holds ${states.join(", ")}`, async () =>
        JSON.stringify(await held()) === JSON.stringify(states) ? true : undefined,
      );
    },
    waitsForNia: async () => (await user.must<{ waitsForNia: boolean }>("GET", "/me/nia")).waitsForNia,
    remove: async (keyId: string | undefined) => {
      expect(keyId).toBeDefined();
      await user.confirm("remove-key");
      return await user.must("DELETE", `/me/security-keys/${keyId}`);
    },
  };
};
