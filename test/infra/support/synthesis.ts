import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { allEntries, functionName } from "../../../lib/bundle.ts";
import { selfSigned } from "../../../local/certificates.ts";
import { buildStacks } from "../../../lib/stacks.ts";
import { type StageName, merge, parseSettings } from "../../../lib/stage.ts";

type Json = Record<string, unknown>;

const { context } = JSON.parse(readFileSync(join(import.meta.dirname, "../../../cdk.json"), "utf8")) as {
  context: Json & { stages: Record<StageName, Json> };
};

/** The settings of a stage as `cdk.json` has them, with these over them; not parsed yet. */
export const writtenSettings = (name: StageName, over: Json = {}): Json => merge(context.stages[name], over);

const tokenService = await selfSigned({ commonName: "a token service of NIA" });
const pinned = [tokenService.certificatePem];
/** What whoever deploys has to fill in: production does without none of it. */
const filledIn: Partial<Record<StageName, Json>> = {
  prod: { nia: { stsCertificates: { ipsts: pinned, fpsts: pinned } } },
};

/** The same with what `cdk.json` leaves open filled in. */
export const rawSettings = (name: StageName, over: Json = {}): Json =>
  merge(merge(context.stages[name], filledIn[name] ?? {}), over);

/** Functions and a web app that do nothing: what they hold does not matter to a template. */
const emptyParts = () => {
  const root = mkdtempSync(join(tmpdir(), "nia-link-infra-"));
  const folder = (name: string, file: string) => {
    mkdirSync(join(root, name));
    writeFileSync(join(root, name, file), "");
    return join(root, name);
  };
  return {
    folders: new Map(allEntries.map((entry) => [entry, folder(functionName(entry), "index.mjs")])),
    webFolder: folder("web", "index.html"),
  };
};

/** The stacks of a stage, synthesised in memory. */
export const synthesise = (name: StageName, over: Json = {}) => {
  const app = new App({ context });
  const stage = { name, settings: parseSettings(name, rawSettings(name, over)) };
  return { app, ...buildStacks(app, stage, emptyParts()) };
};

/** The templates of the two stacks that every stage has. */
export const templatesOf = (name: StageName, over: Json = {}) => {
  const { data, service } = synthesise(name, over);
  return { data: Template.fromStack(data), service: Template.fromStack(service) };
};
