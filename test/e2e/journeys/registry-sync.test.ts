import { describe, expect, it } from "vitest";
import { startExecution } from "../../../local/steps/aws.ts";
import { anOffice, aResident, niaHolds, tell } from "../support/outside-world.ts";
import { sharedProduct } from "../support/shared-product.ts";
import { aUser, eventually } from "../support/user.ts";

const product = sharedProduct();
const { endpoints } = product;

interface Profile {
  person: { lastName: string; address: { city: string; street: string } };
  registry?: { updatedAt?: string; addressUnknown: boolean };
}

const aLinkedUser = async () => {
  const user = aUser(product);
  const { verification, resident } = await user.upToTheTable(await aResident(endpoints));
  await user.complete(verification.id);
  await user.untilState("completed");
  const untilProfile = async (what: string, fits: (profile: Profile) => boolean) =>
    await eventually(what, async () => {
      const profile = await user.must<Profile>("GET", "/me");
      return fits(profile) ? profile : undefined;
    });
  return { user, resident, untilProfile };
};
const readFeed = async () => await startExecution(endpoints.emulator, endpoints.machines.sync);

describe("a linked account follows the registry", () => {
  it("takes a new name and a move over, in Czech case, and tells its user", async () => {
    const { user, resident, untilProfile } = await aLinkedUser();
    await tell(endpoints, {
      residentId: resident.id,
      change: { lastName: "SVOBODOVÁ", addressPlaceCode: "22938421" },
    });
    await readFeed();
    const profile = await untilProfile("the new name", ({ person }) => person.lastName === "Svobodová");
    expect(profile.person.address).toMatchObject({ street: "Nádražní 1204/15", city: "Olomouc" });
    expect(profile.registry).toMatchObject({ addressUnknown: false, updatedAt: expect.any(String) });
    await user.message(user.person.email, /příjmení, trvalá adresa/u);
  });

  it("suspends the link when NIA invalidates the pseudonym, and ends nothing", async () => {
    const { user, resident } = await aLinkedUser();
    await tell(endpoints, { residentId: resident.id, invalidatePseudonym: true });
    await readFeed();
    await eventually("the suspension", async () =>
      (await user.nia()).link?.state === "suspended" ? true : undefined,
    );
    await user.message(user.person.email, /pozastaveno/u);
    const held = await niaHolds(endpoints, resident);
    expect(held.map(({ state }) => state)).toEqual(["Aktivni"]);
  });
});

describe("a key that is added later", () => {
  it("is linked by a verification of its own, beside the first", async () => {
    const { user, resident } = await aLinkedUser();
    await user.logIn();
    const second = await user.addKey("Second key");
    expect((await user.nia()).mayLink).toBe(true);
    await user.logIn();
    const verification = await user.startVerification([second.id]);
    await anOffice(endpoints).answer(verification.code, resident);
    await user.untilState("awaiting-completion");
    await user.confirm("complete-link");
    await user.complete(verification.id);
    await user.untilState("completed");
    const held = await niaHolds(endpoints, resident);
    expect(held.map(({ state }) => state)).toEqual(["Aktivni", "Aktivni"]);
    expect(new Set(held.map(({ bsi }) => bsi)).size).toBe(1);
  });
});
