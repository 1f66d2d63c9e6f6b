import { afterAll, beforeAll, expect, it } from "vitest";
import type { Resident } from "../../../local/nia/residents.ts";
import { document, identification, valueOf } from "./payloads.ts";
import { type Rig, startRig } from "./rig.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.simulator.close());

const newcomer = () => rig.control<Resident>("POST", "residents", { like: "jana" });

it("lets people come who are alike but for their documents, and finds each under a pseudonym of her own", async () => {
  const [first, second] = [await newcomer(), await newcomer()];
  expect(second).toEqual({ ...first, id: second.id, documents: second.documents });

  const pseudonymOf = async ({ documents }: Resident) =>
    valueOf(
      await rig.submit("TR_ZTOTOZNENI", identification({ Doklad: document(documents[0]?.number ?? "") })),
      "Pseudonym",
    );
  const pseudonyms = await Promise.all([pseudonymOf(first), pseudonymOf(second)]);
  expect(pseudonyms).not.toContain(undefined);
  expect(new Set(pseudonyms).size).toBe(2);
});

it("knows nobody like a stranger", async () => {
  await expect(rig.control("POST", "residents", { like: "nikdo" })).rejects.toThrow("not valid");
});
