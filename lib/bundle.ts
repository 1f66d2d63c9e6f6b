import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, buildSync } from "esbuild";
import { type FunctionEntry, functionVariables } from "../lambdas/env.ts";
import type { Settings } from "./settings.ts";

const project = join(import.meta.dirname, "..");

/** Certificates that a function pins: too long for its environment, so they lie beside its code as `trust.json`. */
const needTrust: readonly FunctionEntry[] = [
  "tasks/nia-tasks",
  "events/poll-data-box",
  "events/refresh-metadata",
];

// The SDK's CommonJS parts call `require("node:https")`, which a module does not have.
const banner = `import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);`;

const options = {
  bundle: true,
  minify: true,
  format: "esm",
  splitting: false,
  platform: "node",
  target: "node24",
  mainFields: ["module", "main"],
  alias: { "@aws-sdk/credential-provider-node": join(project, "lambdas/adapters/aws-credentials.ts") },
  outExtension: { ".js": ".mjs" },
  banner: { js: banner },
  loader: { ".woff": "binary", ".woff2": "binary", ".ttf": "binary" },
  legalComments: "none",
  logLevel: "error",
} as const satisfies BuildOptions;

export interface Bundling {
  /** Where the entries are; `lambdas` when not told. */
  source?: string;
  /** Where the bundles go; emptied first. */
  out?: string;
  entries?: readonly FunctionEntry[];
}

export const allEntries = Object.keys(functionVariables) as FunctionEntry[];

export const functionName = (entry: FunctionEntry): string => entry.slice(entry.indexOf("/") + 1);

/**
 * Bundles all entries by one call: `<out>/<function>/index.mjs`, and `<out>/metafile.json` for whoever measures.
 * Answers the folder of each function. Throws when an entry is missing.
 */
export const bundleFunctions = ({
  source = join(project, "lambdas"),
  out = join(project, "node_modules/.cache/nia-link/functions"),
  entries = allEntries,
}: Bundling = {}): ReadonlyMap<FunctionEntry, string> => {
  const file = (entry: FunctionEntry) => join(source, `${entry}.ts`);
  const missing = entries.filter((entry) => !existsSync(file(entry)));
  if (missing.length > 0) throw new Error(`There is no ${missing.map((entry) => file(entry)).join(", no ")}`);

  rmSync(out, { recursive: true, force: true });
  const entryPoints = Object.fromEntries(
    entries.map((entry) => [`${functionName(entry)}/index`, file(entry)]),
  );
  const { metafile } = buildSync({
    ...options,
    absWorkingDir: project,
    entryPoints,
    outdir: out,
    metafile: true,
  });
  writeFileSync(join(out, "metafile.json"), JSON.stringify(metafile));
  return new Map(entries.map((entry) => [entry, join(out, functionName(entry))]));
};

/** Lays the certificates of a stage beside the bundles that need them. */
export const writeTrust = (folders: ReadonlyMap<FunctionEntry, string>, settings: Settings): void => {
  const trust = {
    nia: settings.nia.stsCertificates,
    dataBox: settings.dataBox.sealRoots,
    metadata: settings.metadata.roots,
  };
  for (const entry of needTrust) {
    const folder = folders.get(entry);
    if (folder === undefined) continue;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "trust.json"), JSON.stringify(trust, undefined, 2));
  }
};
