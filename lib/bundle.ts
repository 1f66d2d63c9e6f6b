import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type BuildOptions, buildSync } from "esbuild";
import { type FunctionEntry, functionVariables } from "../lambdas/env.ts";
import type { Settings } from "./settings.ts";

const project = join(import.meta.dirname, "..");

/** Certificates that a function pins, and metadata that it trusts: too long for its environment, so they lie beside its code as `trust.json`. */
const needTrust: readonly FunctionEntry[] = [
  "tasks/nia-tasks",
  "events/poll-data-box",
  "events/refresh-metadata",
  "events/refresh-portal",
  "http/certificates-api",
  "http/certificate-login",
  "http/service-provider-api",
  "http/operator-api",
  "http/helpdesk-api",
  "http/identity-provider-api",
];

/** Files that a function reads at run time from the packages it names: they lie under `node_modules` beside its code. */
const commonPasswords = "@zxcvbn-ts/language-common/src/passwords.json";
const needFiles: Partial<Record<FunctionEntry, readonly string[]>> = {
  "http/accounts-api": [commonPasswords],
  "http/me-api": [commonPasswords],
  "http/operator-api": [commonPasswords],
  "http/document-api": [
    "@expo-google-fonts/roboto/400Regular/Roboto_400Regular.ttf",
    "@expo-google-fonts/roboto/700Bold/Roboto_700Bold.ttf",
  ],
};

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
  alias: {
    "@aws-sdk/credential-provider-node": join(project, "lambdas/adapters/aws-credentials.ts"),
    "brotli/decompress.js": join(project, "lambdas/adapters/pdf/no-woff2.ts"),
  },
  outExtension: { ".js": ".mjs" },
  banner: { js: banner },
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
  for (const entry of entries) copyFiles(join(out, functionName(entry)), needFiles[entry] ?? []);
  return new Map(entries.map((entry) => [entry, join(out, functionName(entry))]));
};

const copyFiles = (folder: string, names: readonly string[]): void => {
  const { resolve } = createRequire(import.meta.url);
  for (const name of names) cpSync(resolve(name), join(folder, "node_modules", name));
};

/** Lays the certificates of a stage beside the bundles that need them. */
export const writeTrust = (folders: ReadonlyMap<FunctionEntry, string>, settings: Settings): void => {
  const trust = {
    nia: settings.nia.stsCertificates,
    dataBox: settings.dataBox.sealRoots,
    metadata: settings.metadata.roots,
    clients: settings.certificateLogin.authorities,
    portal: settings.portal.authorities,
    serviceProviders: settings.identityProvider.serviceProviders,
  };
  for (const entry of needTrust) {
    const folder = folders.get(entry);
    if (folder === undefined) continue;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "trust.json"), JSON.stringify(trust, undefined, 2));
  }
};
