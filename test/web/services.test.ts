import { describe, expect, it } from "vitest";
import {
  addressOf,
  type Service,
  type View,
  viewOf,
  wantedServices,
} from "../../web/src/pages/services/wanted.ts";

const service = (id: string, rest: Partial<Service> = {}): Service => ({
  id,
  name: { cs: id, en: id },
  description: { cs: "", en: "" },
  provider: { cs: "", en: "" },
  address: "https://example.cz/",
  leastLevel: "substantial",
  ...rest,
});
const services = [
  service("Žádosti", { provider: { cs: "Úřad práce", en: "Labour Office" } }),
  service("Daně", { description: { cs: "Přiznání k dani", en: "Tax returns" }, leastLevel: "low" }),
  service("Řidiči", { leastLevel: "high" }),
  service("čtenáři"),
];
const all = viewOf(new URLSearchParams());
const found = (view: Partial<View>, language: "cs" | "en" = "cs") =>
  wantedServices(services, { ...all, ...view }, language).map(({ id }) => id);

describe("the catalogue of services", () => {
  it("is ordered as the language orders", () => {
    expect(found({})).toEqual(["čtenáři", "Daně", "Řidiči", "Žádosti"]);
  });

  it.each<[string, Partial<View>, string[]]>([
    ["a name without its diacritics", { search: "RIDICI" }, ["Řidiči"]],
    ["a name with diacritics that it lacks", { search: "dáň" }, ["Daně"]],
    ["an authority", { search: "prace urad" }, ["Žádosti"]],
    ["words of the other language", { search: "tax" }, ["Daně"]],
    ["what a linked key opens", { reachable: true }, ["čtenáři", "Daně", "Žádosti"]],
    ["nothing", { search: "dane xyz" }, []],
  ])("finds by %s", (_name, view, expected) => {
    expect(found(view)).toEqual(expected);
  });

  it("keeps what is searched for in the address", () => {
    const view = { search: "daně & důchod", reachable: true };
    expect(viewOf(addressOf(view))).toEqual(view);
    expect(String(addressOf(all))).toBe("");
    expect(viewOf(new URLSearchParams("reachable=1"))).toEqual(all);
  });
});
