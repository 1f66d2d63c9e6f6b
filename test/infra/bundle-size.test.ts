import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { describe, expect, it } from "vitest";
import type { FunctionEntry } from "../../lambdas/env.ts";
import { allEntries, bundleFunctions, functionName } from "../../lib/bundle.ts";

/** The AWS clients that each function calls, and so the only ones that its bundle may hold. */
const clients: Record<FunctionEntry, string[]> = {
  "http/public-api": ["dynamodb"],
  "http/accounts-api": ["dynamodb", "secrets-manager"],
  "http/session-api": ["dynamodb", "secrets-manager"],
  "http/me-api": ["dynamodb", "secrets-manager"],
  "http/keys-api": ["dynamodb"],
  "http/link-api": ["dynamodb"],
  "http/document-api": ["dynamodb"],
  "http/identity-provider-api": ["dynamodb", "secrets-manager"],
  "http/certificates-api": ["dynamodb"],
  "http/certificate-login": ["dynamodb"],
  "http/service-provider-api": ["dynamodb", "secrets-manager"],
  "http/operator-api": ["dynamodb"],
  "http/helpdesk-api": ["dynamodb"],
  "http/casework-api": ["dynamodb", "s3"],
  "tasks/link-tasks": ["dynamodb"],
  "tasks/nia-tasks": ["dynamodb", "secrets-manager"],
  "events/deliver-messages": ["dynamodb", "secrets-manager", "ses", "sns"],
  "events/handle-mail-feedback": ["dynamodb"],
  "events/deliver-workflows": ["dynamodb", "sfn"],
  "events/poll-data-box": ["dynamodb", "s3", "secrets-manager"],
  "events/refresh-metadata": ["dynamodb", "s3"],
  "events/refresh-portal": ["dynamodb"],
  "events/delete-accounts": ["dynamodb"],
  "events/review-models": ["dynamodb"],
  "events/reconcile": ["dynamodb", "sfn"],
};

/** Packages that make a function more than its AWS clients. */
const webAuthn = /node_modules\/@simplewebauthn\//;
const pdf = /node_modules\/pdfkit\//;
const tracers = /node_modules\/(?:@opentelemetry|aws-xray-sdk|@aws-lambda-powertools\/tracer|dd-trace)/;

const out = join(mkdtempSync(join(tmpdir(), "nia-link-size-")), "out");
bundleFunctions({ out });
const { outputs } = JSON.parse(readFileSync(join(out, "metafile.json"), "utf8")) as Metafile;

const bundleOf = (entry: FunctionEntry) => {
  const found = Object.entries(outputs).find(([path]) => path.endsWith(`/${functionName(entry)}/index.mjs`));
  if (found === undefined) throw new Error(`${entry} has no bundle`);
  const [, { bytes, inputs }] = found;
  const files = Object.entries(inputs).flatMap(([path, { bytesInOutput }]) =>
    bytesInOutput > 0 ? path : [],
  );
  const held = files.flatMap(
    (path) => /@aws-sdk\/(nested-clients|client-[a-z0-9-]+)\//.exec(path)?.[1] ?? [],
  );
  const names = new Set(held.map((name) => name.replace("client-", "")));
  return { bytes, files, clients: [...names].toSorted() };
};

const budgetOf = (files: readonly string[], held: readonly string[]): number => {
  const holds = (pattern: RegExp) => files.some((path) => pattern.test(path));
  if (holds(webAuthn)) return 800_000;
  return held.join() === "dynamodb" && !holds(pdf) ? 450_000 : 1_200_000;
};

describe("the bundle of a function", () => {
  it.each(allEntries)("%s holds the clients that it calls, no others and no tracer", (entry) => {
    const bundle = bundleOf(entry);
    expect(bundle.clients).toEqual(clients[entry]);
    expect(bundle.files.filter((path) => tracers.test(path))).toEqual([]);
  });

  it.each(allEntries)("%s keeps within its budget", (entry) => {
    const { bytes, files, clients: held } = bundleOf(entry);
    expect(bytes).toBeLessThanOrEqual(budgetOf(files, held));
  });
});
