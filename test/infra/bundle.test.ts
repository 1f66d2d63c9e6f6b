import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import type { FunctionEntry } from "../../lambdas/env.ts";
import { bundleFunctions, writeTrust } from "../../lib/bundle.ts";
import { parseSettings } from "../../lib/stage.ts";
import { rawSettings } from "./support/synthesis.ts";

const entries: FunctionEntry[] = ["http/public-api", "events/poll-data-box"];

const workplace = () => {
  const root = mkdtempSync(join(tmpdir(), "nia-link-bundle-"));
  const source = join(root, "source");
  for (const folder of ["http", "events"]) mkdirSync(join(source, folder), { recursive: true });
  writeFileSync(
    join(source, "http/public-api.ts"),
    `export const handler = () => typeof require("node:https").request;`,
  );
  writeFileSync(join(source, "events/poll-data-box.ts"), "export const handler = () => 2;");
  return { source, out: join(root, "out") };
};

describe("bundleFunctions", () => {
  it("makes a module of each entry, with CommonJS's require", async () => {
    const place = workplace();
    const folders = bundleFunctions({ ...place, entries });
    expect(folders.get("http/public-api")).toBe(join(place.out, "public-api"));
    const { handler } = await import(pathToFileURL(join(place.out, "public-api/index.mjs")).href);
    expect(handler()).toBe("function");
  });

  it("leaves the metafile for whoever measures, and no map or source in a function's folder", () => {
    const place = workplace();
    bundleFunctions({ ...place, entries });
    const { outputs } = JSON.parse(readFileSync(join(place.out, "metafile.json"), "utf8"));
    expect(Object.keys(outputs)).toHaveLength(2);
    expect(readdirSync(join(place.out, "public-api"))).toEqual(["index.mjs"]);
  });

  it("lays the fonts of the document where it reads them", () => {
    const place = workplace();
    writeFileSync(join(place.source, "http/document-api.ts"), "export const handler = () => 3;");
    bundleFunctions({ ...place, entries: ["http/document-api"] });
    const fonts = join(place.out, "document-api/node_modules/@expo-google-fonts/roboto");
    expect(readdirSync(fonts).toSorted()).toEqual(["400Regular", "700Bold"]);
  });

  it.each(["accounts-api", "me-api", "operator-api"] as const)(
    "lays the list of common passwords beside %s",
    (name) => {
      const place = workplace();
      writeFileSync(join(place.source, `http/${name}.ts`), "export const handler = () => 3;");
      bundleFunctions({ ...place, entries: [`http/${name}`] });
      const list = join(place.out, name, "node_modules/@zxcvbn-ts/language-common/src/passwords.json");
      expect(JSON.parse(readFileSync(list, "utf8"))).toContain("password123");
    },
  );

  it("says which entry is missing", () => {
    expect(() => bundleFunctions({ ...workplace(), entries: ["http/me-api"] })).toThrow(
      /no .*http\/me-api\.ts/,
    );
  });
});

describe("writeTrust", () => {
  it("lays the pinned certificates beside the functions that read them, and no others", () => {
    const place = workplace();
    const folders = bundleFunctions({ ...place, entries });
    writeTrust(folders, parseSettings("prod", rawSettings("prod")));
    expect(readdirSync(join(place.out, "public-api"))).toEqual(["index.mjs"]);
    const certificate = expect.stringContaining("BEGIN CERTIFICATE") as unknown;
    const trust = JSON.parse(readFileSync(join(place.out, "poll-data-box/trust.json"), "utf8"));
    expect(trust).toEqual({
      nia: { ipsts: [certificate], fpsts: [certificate] },
      dataBox: [],
      metadata: [certificate, certificate],
      clients: [],
      serviceProviders: [],
      portal: [],
    });
  });
});
