import { execFileSync } from "node:child_process";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { FunctionEntry } from "../../lambdas/env.ts";
import type { Settings } from "../../lib/settings.ts";
import { functionEnvironment } from "../support/function-environment.ts";
import { median } from "./median.ts";

const RUNS = 11;

/** Since the process began, so that whatever Node does for an import is in it. */
const loader = "await import(process.argv[1]); console.log(performance.now(), process.memoryUsage.rss())";

const load = (file: string, env: Record<string, string>) => {
  const args = ["--input-type=module", "-e", loader, pathToFileURL(file).href];
  const [ms = 0, rss = 0] = execFileSync(process.execPath, args, {
    env: { ...env, AWS_REGION: "eu-central-1" },
    encoding: "utf8",
  })
    .split(" ")
    .map(Number);
  return { ms, megabytes: rss / 1_000_000 };
};

export interface Import {
  name: string;
  kilobytes: number;
  importMs: number;
  megabytes: number;
}

/** Loads each function in processes of its own, in turns with an empty module: medians above it. */
export const measureImports = (
  folders: ReadonlyMap<FunctionEntry, string>,
  out: string,
  settings: Settings,
): { bareMs: number; imports: Import[] } => {
  const bare = join(out, "bare.mjs");
  writeFileSync(bare, "export {};");
  const bareRuns: ReturnType<typeof load>[] = [];
  const functions = [...folders].map(([entry, folder]) => ({
    entry,
    file: join(folder, "index.mjs"),
    env: functionEnvironment(entry, settings),
    runs: [] as ReturnType<typeof load>[],
  }));
  for (let run = 0; run < RUNS; run += 1) {
    bareRuns.push(load(bare, {}));
    for (const { file, env, runs } of functions) runs.push(load(file, env));
  }
  const bareMs = median(bareRuns.map(({ ms }) => ms));
  const bareMegabytes = median(bareRuns.map(({ megabytes }) => megabytes));
  const imports = functions.map(({ entry, file, runs }) => ({
    name: entry,
    kilobytes: statSync(file).size / 1000,
    importMs: median(runs.map(({ ms }) => ms)) - bareMs,
    megabytes: median(runs.map(({ megabytes }) => megabytes)) - bareMegabytes,
  }));
  return { bareMs, imports };
};
