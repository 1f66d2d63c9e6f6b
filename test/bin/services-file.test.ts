import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readServices, ServicesInvalid } from "../../bin/services-file.ts";

const sample = join(import.meta.dirname, "../../local/government-services.json");
const service = {
  id: "portal",
  name: { cs: "Portál", en: "Portal" },
  description: { cs: "Co se tu vyřídí.", en: "What is done here." },
  provider: { cs: "Úřad", en: "Authority" },
  address: "https://portal.example.cz/",
  leastLevel: "substantial",
};
const fileOf = (content: unknown): string => {
  const file = join(mkdtempSync(join(tmpdir(), "nia-link-services-")), "services.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
};
const reading = (content: unknown) => () => readServices(fileOf(content));

describe("a file of government services", () => {
  it("is read as it stands", () => {
    expect(readServices(fileOf({ services: [service] }))).toEqual([service]);
  });

  it("may name a service of this machine", () => {
    const address = "http://127.0.0.1:8487/";
    expect(readServices(fileOf({ services: [{ ...service, address }] }))).toMatchObject([{ address }]);
  });

  it("to begin with can be loaded", () => {
    expect(readServices(sample).length).toBeGreaterThan(5);
  });

  it.each<[string, unknown, RegExp]>([
    ["no JSON", "{", /JSON/],
    ["no service", { services: [] }, /services/],
    ["another form", [service], /expected object/],
    ["an id of other letters", { services: [{ ...service, id: "Portál" }] }, /services\[0\]\.id/],
    [
      "a name in one language",
      { services: [{ ...service, name: { cs: "Portál" } }] },
      /services\[0\]\.name\.en/,
    ],
    ["an empty name", { services: [{ ...service, name: { cs: " ", en: "x" } }] }, /services\[0\]\.name\.cs/],
    ["two lines", { services: [{ ...service, provider: { cs: "a\nb", en: "x" } }] }, /more than one line/],
    ["a level of its own", { services: [{ ...service, leastLevel: "značná" }] }, /services\[0\]\.leastLevel/],
    ["a script", { services: [{ ...service, address: "javascript:alert(1)" }] }, /not a web address/],
    ["plain http", { services: [{ ...service, address: "http://portal.example.cz/" }] }, /not https/],
    ["what nobody knows", { services: [{ ...service, icon: "x" }] }, /icon/],
    ["the same id twice", { services: [service, { ...service }] }, /services\[1\]\.id/],
    [
      "more than an item holds",
      {
        services: Array.from({ length: 1000 }, (_, no) => ({
          ...service,
          id: `portal-${no}`,
          description: { cs: "č".repeat(400), en: "x" },
        })),
      },
      /longer than/,
    ],
  ])("is refused whole with %s, and says where", (_name, content, why) => {
    expect(reading(content)).toThrow(ServicesInvalid);
    expect(reading(content)).toThrow(why);
  });

  it("that is not there is told of", () => {
    expect(() => readServices("/nowhere.json")).toThrow(/nowhere/);
  });
});
