import { describe, expect, it } from "vitest";
import { type Model, wantedModels } from "../../web/src/pages/certified-keys/models.ts";

const model = (name: string, level: Model["level"]): Model => ({
  key: name,
  name,
  vendor: "Vendor",
  level,
  transports: ["usb"],
  kind: "hardware",
  userVerification: [],
});

const models = [
  model("Beta", "FIDO_CERTIFIED_L1"),
  model("alfa", "FIDO_CERTIFIED_L3"),
  model("Gamma", "FIDO_CERTIFIED_L1plus"),
  model("Alfa 2", "FIDO_CERTIFIED_L1"),
];
const all = { search: "", least: "", order: { by: "level", descending: true } } as const;
const names = (wanted: Parameters<typeof wantedModels>[1]) =>
  wantedModels(models, wanted).map(({ name }) => name);

describe("the list of certified keys", () => {
  it("begins with the highest level, those alike by name", () => {
    expect(names(all)).toEqual(["alfa", "Gamma", "Alfa 2", "Beta"]);
  });

  it("turns around", () => {
    expect(names({ ...all, order: { by: "level", descending: false } })).toEqual([
      "Alfa 2",
      "Beta",
      "Gamma",
      "alfa",
    ]);
    expect(names({ ...all, order: { by: "name", descending: true } })).toEqual([
      "Gamma",
      "Beta",
      "Alfa 2",
      "alfa",
    ]);
  });

  it("finds a part of a name, in any case", () => {
    expect(names({ ...all, search: " ALFA " })).toEqual(["alfa", "Alfa 2"]);
  });

  it("leaves out what is below the wanted level", () => {
    expect(names({ ...all, least: "FIDO_CERTIFIED_L1plus" })).toEqual(["alfa", "Gamma"]);
  });
});
