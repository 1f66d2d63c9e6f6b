import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Rolldown } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../../web");
const outDir = mkdtempSync(join(tmpdir(), "nia-link-web-"));
let chunks: Rolldown.OutputChunk[] = [];
let files: string[] = [];

beforeAll(async () => {
  const built = await build({ root, logLevel: "error", build: { outDir, emptyOutDir: true } });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  files = output.map(({ fileName }) => fileName);
  chunks = output.filter((one) => one.type === "chunk");
}, 60_000);
afterAll(() => rmSync(outDir, { recursive: true }));

const zipped = (name: string): number => gzipSync(readFileSync(join(outDir, name))).length;

/** A chunk with all that it needs at once. */
const withImports = (name: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const needed of chunks.find(({ fileName }) => fileName === name)?.imports ?? [])
    withImports(needed, seen);
  return seen;
};

const chunkOf = (source: string): string => {
  const found = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(source));
  if (found === undefined) throw new Error(`no chunk for ${source}`);
  return found.fileName;
};

const entry = () => chunks.find(({ isEntry }) => isEntry)?.fileName ?? "";

describe("what the browser loads first", () => {
  it.each([
    "pages/start.tsx",
    "pages/login/login-page.tsx",
    "pages/register/registration.tsx",
    "pages/settings/settings-page.tsx",
    "pages/nia/nia-page.tsx",
    "pages/nia/compare-page.tsx",
  ])("is at most 130 kB of JavaScript for %s", (page) => {
    const names = new Set(
      [entry(), chunkOf("texts/cs/index.ts"), chunkOf(page)].flatMap((name) => [...withImports(name)]),
    );
    const size = [...names].reduce((sum, name) => sum + zipped(name), 0);
    expect(size).toBeGreaterThan(60_000);
    expect(size).toBeLessThanOrEqual(130_000);
  });

  it("holds no banner that few see", () => {
    const banner = chunkOf("layout/undeliverable-notice.tsx");
    expect([...withImports(entry())]).not.toContain(banner);
  });

  it("is at most 30 kB of styles", () => {
    const styles = files.filter((name) => name.endsWith(".css"));
    expect(styles).not.toHaveLength(0);
    expect(styles.reduce((sum, name) => sum + zipped(name), 0)).toBeLessThanOrEqual(30_000);
  });
});

describe("what is delivered", () => {
  it("holds no schema library: the contract is types only", () => {
    const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
    expect(modules.filter((id) => /node_modules\/zod\//u.test(id))).toEqual([]);
    expect(modules.filter((id) => id.includes("/lambdas/contract/"))).toEqual([]);
    expect(modules.filter((id) => /react.*(?:development|jsx-dev-runtime)/u.test(id))).toEqual([]);
  });

  it("loads nothing from elsewhere", () => {
    const page = readFileSync(join(outDir, "index.html"), "utf8");
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//u);
    for (const name of files.filter((file) => file.endsWith(".css")))
      expect(readFileSync(join(outDir, name), "utf8")).not.toMatch(/url\(["']?(?:https?:)?\/\//u);
  });

  it("runs under a policy that allows no inline script", () => {
    expect(readFileSync(join(outDir, "index.html"), "utf8")).not.toMatch(/<script(?![^>]*\ssrc=)/u);
  });
});
