import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../../../local/steps/command.ts";

let folder: string;
let logFile: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nia-link-command-"));
  logFile = join(folder, "command.log");
});
afterAll(() => rm(folder, { recursive: true }));

const node = (script: string, signal?: AbortSignal) =>
  runCommand("It failed", { run: ["node", "-e", script], logFile, signal });

describe("A program of this project", () => {
  it("runs to its end, with all that it prints in the log", async () => {
    await node("console.log(process.version); console.error('aside')");
    const log = await readFile(logFile, "utf8");
    expect(log).toMatch(/^v24\./mu);
    expect(log).toContain("aside");
  });

  it.each([
    ["throw new TypeError('no such table')", "It failed: TypeError: no such table"],
    [
      "console.log('first'); console.log('upload failed: 403'); process.exit(1)",
      "It failed: upload failed: 403",
    ],
    ["process.exit(3)", "It failed: it did not say why"],
  ])("that ends badly says why: %s", async (script, expected) => {
    await expect(node(script)).rejects.toThrow(expected);
  });

  it("ends when it is interrupted", async () => {
    const interruption = new AbortController();
    const running = node("console.log('up'); setInterval(() => {}, 1000)", interruption.signal);
    setTimeout(() => interruption.abort(), 200);
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
  });
});
