import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseSettings } from "../../../lib/stage.ts";
import { StartFailure } from "../../../local/failure.ts";
import { at, localSettings, readJsonFile, textAt, writeSettings } from "../../../local/steps/settings.ts";
import { simulatedParts } from "../../../local/steps/simulators.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nia-link-settings-"));
});
afterAll(() => rm(folder, { recursive: true }));

describe("The settings of a local product", () => {
  it("are those of the stage local, with what the person chose over them", async () => {
    const settings = await localSettings({ durations: { verification: "PT5M", reminders: ["PT1M"] } });
    const parsed = parseSettings("local", settings);
    expect(parsed.durations).toMatchObject({ verification: 300, reminders: [60], dataBoxPoll: 60 });
  });

  it("are refused in words before anything starts", async () => {
    const settings = localSettings({ durations: { verification: "90 days" }, colour: "red" });
    await expect(settings).rejects.toThrow(StartFailure);
    await expect(settings).rejects.toThrow(/verification[\s\S]*colour|colour[\s\S]*verification/u);
  });

  it("let what the person chose win over what was found", async () => {
    const found = { dataBox: { baseUrl: "http://127.0.0.1:1/DS/", login: "password" } };
    const path = await writeSettings(folder, found, {
      dataBox: { baseUrl: "https://box.example.cz/DS/" },
    });
    expect(JSON.parse(await readFile(path, "utf8"))).toEqual({
      dataBox: { baseUrl: "https://box.example.cz/DS/", login: "password" },
    });
  });

  it.each([
    [{}, ["nia", "dataBox", "metadata", "portal"]],
    [{ nia: { endpoints: { ipsts: "https://nia.example.cz/" } } }, ["dataBox", "metadata", "portal"]],
    [{ nia: { timeoutMs: 5000 } }, ["nia", "dataBox", "metadata", "portal"]],
    [{ dataBox: { baseUrl: "https://box.example.cz/DS/" } }, ["nia", "metadata", "portal"]],
    [{ metadata: { url: "https://mds.example.cz/" } }, ["nia", "dataBox", "portal"]],
    [{ portal: { metadataUrl: "https://portal.example.cz/m" } }, ["nia", "dataBox", "metadata"]],
    [{ portal: { level: "substantial" } }, ["nia", "dataBox", "metadata", "portal"]],
  ])("%j start these simulators: %j", (chosen, expected) => {
    expect(simulatedParts(chosen).map(({ name }) => name)).toEqual(expected);
  });

  it("say which file can't be read", async () => {
    const path = join(folder, "broken.json");
    await writeFile(path, "{");
    await expect(readJsonFile(path)).rejects.toThrow(`The file ${path} can't be read`);
    await expect(readJsonFile(join(folder, "none.json"))).rejects.toThrow("can't be read");
  });

  it("are found by their path", () => {
    const settings = { provider: { name: "Vzor", phones: [] } };
    expect(at(settings, "provider.name")).toBe("Vzor");
    expect(at(settings, "provider.name.first")).toBeUndefined();
    expect(() => textAt(settings, "provider.dataBoxId")).toThrow(
      "The setting provider.dataBoxId is missing.",
    );
  });
});
