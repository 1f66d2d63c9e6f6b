import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pythonEnvironment } from "../../local/emulator/environment.ts";

/** Every static check, by what it makes sure of. */
const checks: [name: string, command: string, ...args: string[]][] = [
  ["types", "tsc", "-p", "."],
  ["types of the web app", "tsc", "-p", "web"],
  ["format", "oxfmt", "--check", "."],
  ["lint", "oxlint", "--type-aware", "--deny-warnings"],
  ["import boundaries", "depcruise", "bin", "lib", "lambdas", "local", "web/src"],
  ["dead code", "knip"],
  ["web app builds", "vite", "build", "web", "--logLevel", "warn"],
];

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const runCheck = ([name, command, ...args]: (typeof checks)[number]): Counts => {
  const start = Date.now();
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: "utf8" });
  const passed = status === 0;
  console.log(`${passed ? "✓" : "✗"} ${name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  if (!passed) console.log(stdout, stderr);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
};

/** What runs at once: the tests that compute have the machine alone, those that mostly wait share it. */
const laps: string[][][] = [[["unit", "infra"]], [["journeys"], ["outages", "emulator"]]];

/** Some vitest projects. A run that ends without a report has failed, whatever it counted. */
const runTests = async (projects: string[]): Promise<Counts> => {
  const folder = mkdtempSync(join(tmpdir(), "nia-link-tests-"));
  const report = join(folder, "report.json");
  const start = Date.now();
  const child = spawn(
    "vitest",
    [
      "run",
      ...projects.map((project) => `--project=${project}`),
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part: Buffer) => said.push(part));
  const [status] = (await once(child, "close")) as [number | null];
  console.log(Buffer.concat(said).toString());
  console.log(`${projects.join(", ")}: ${((Date.now() - start) / 1000).toFixed(0)} s\n`);
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, success } = JSON.parse(
      readFileSync(report, "utf8"),
    ) as Record<string, number> & { success: boolean };
    const failed = Math.max(numFailedTests ?? 0, success && status === 0 ? 0 : 1);
    return { passed: numPassedTests ?? 0, failed, skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0) };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const onlyStatic = process.argv.includes("--static");
const results = checks.map(runCheck);
// Holds the emulator, and the real metadata that unit tests read: once, before they all ask for it.
if (!onlyStatic) await pythonEnvironment();
for (const lap of onlyStatic ? [] : laps) results.push(...(await Promise.all(lap.map(runTests))));

const sum = (of: keyof Counts) => results.reduce((total, counts) => total + counts[of], 0);
const skipped = sum("skipped");
console.log(`${sum("passed")} passed, ${sum("failed")} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = sum("failed") === 0 ? 0 : 1;
