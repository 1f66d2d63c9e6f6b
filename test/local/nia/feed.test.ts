import { describe, expect, it } from "vitest";
import type { FeedOptions } from "../../../local/nia/world/notifications.ts";
import { document, feedFrom, identification, valueOf } from "./payloads.ts";
import { type Rig, startRig } from "./rig.ts";

async function withFeed<T>(feed: Partial<FeedOptions>, use: (rig: Rig) => Promise<T>): Promise<T> {
  const rig = await startRig({ feed: { cursor: "inclusive", pageSize: 100, oldForm: false, ...feed } });
  try {
    return await use(rig);
  } finally {
    await rig.simulator.close();
  }
}

const read = (rig: Rig, from?: number) => rig.submit("TR_NOTIFIKACE_IDP", feedFrom(from));
const ids = (page: string) => [...page.matchAll(/<NotifikaceIdpId>(\d+)</g)].map(([, id]) => Number(id));
const tell = (rig: Rig, wish: object) => rig.control<{ id: number }[]>("POST", "notifications", wish);
const seed = (rig: Rig, count: number) =>
  Promise.all(
    Array.from({ length: count }, (_one, index) =>
      tell(rig, { bsi: "b", source: "EVPROST", id: 10 + index }),
    ),
  );

async function identify(rig: Rig, number: string) {
  const answer = await rig.submit("TR_ZTOTOZNENI", identification({ Doklad: document(number) }));
  return valueOf(answer, "Pseudonym");
}

describe("TR_NOTIFIKACE_IDP", () => {
  it("says so when there is nothing", () =>
    withFeed({}, async (rig) => {
      const page = await read(rig);
      expect(valueOf(page, "Detail")).toBe("Nebyly nalezeny žádné notifikace");
      expect(page).toContain("<SeznamNotifikaceIdp />");
      expect(valueOf(page, "ExistujiDalsiNotifikace")).toBe("false");
    }));

  it.each([
    ["inclusive", [10, 11], [11, 12], [12]],
    ["exclusive", [10, 11], [12], []],
  ] as const)("is read in pages, the cursor %s", (cursor, first, second, third) =>
    withFeed({ cursor, pageSize: 2 }, async (rig) => {
      await seed(rig, 3);
      const pages = [await read(rig), await read(rig, 11), await read(rig, 12)];
      expect(pages.map(ids)).toEqual([first, second, third]);
      expect(valueOf(pages[0] ?? "", "ExistujiDalsiNotifikace")).toBe("true");
      expect(valueOf(pages[0] ?? "", "NotifikaceIdpPosledniId")).toBe("11");
    }),
  );

  it("has its form of 2020, without last number and without telling whether there is more", () =>
    withFeed({ oldForm: true }, async (rig) => {
      await seed(rig, 1);
      const page = await read(rig);
      expect(ids(page)).toEqual([10]);
      expect(page).not.toMatch(/NotifikaceIdpPosledniId|ExistujiDalsiNotifikace/);
    }));

  it("is read another way from one moment on", () =>
    withFeed({}, async (rig) => {
      await seed(rig, 3);
      await rig.control("POST", "conditions", { feed: { cursor: "exclusive", pageSize: 1 } });
      expect(ids(await read(rig, 10))).toEqual([11]);
      await rig.control("POST", "conditions", { feed: { oldForm: true } });
      const page = await read(rig, 11);
      expect(ids(page)).toEqual([12]);
      expect(page).not.toContain("ExistujiDalsiNotifikace");
    }));

  it("tells what changed in the register, which holds it from then on", () =>
    withFeed({}, async (rig) => {
      const bsi = await identify(rig, "900000108");
      const [added] = await tell(rig, { residentId: "bez-diakritiky", change: { lastName: "NOVÁ" } });
      const page = await read(rig, added?.id);

      expect(valueOf(page, "Bsi")).toBe(bsi);
      expect(valueOf(page, "Prijmeni")).toBe("NOVÁ");
      expect(valueOf(page, "Jmeno")).toBeUndefined();
      expect(valueOf(page, "DatumACasNotifikace")).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?$/);
      const answer = await rig.submit("TR_ZTOTOZNENI", identification({ Doklad: document("900000108") }));
      expect(valueOf(answer, "Prijmeni")).toBe("NOVÁ");
    }));

  it("tells that a pseudonym is no longer valid, and the person gets another", () =>
    withFeed({}, async (rig) => {
      const bsi = await identify(rig, "900000101");
      await tell(rig, { bsi, invalidatePseudonym: true });

      expect(valueOf(await read(rig), "ZneplatnenPseudonym")).toBe("true");
      expect(await identify(rig, "900000101")).not.toBe(bsi);
    }));

  it("tells nobody of a person whom no provider knows", () =>
    withFeed({}, async (rig) => {
      expect(await tell(rig, { residentId: "cizinka", change: { firstName: "OXANA" } })).toEqual([]);
      expect(ids(await read(rig))).toEqual([]);
    }));
});
