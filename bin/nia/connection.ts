import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { type ReadKeyPairs, keyPairs } from "../../lambdas/adapters/key-pairs.ts";
import type { NiaSettings } from "../../lambdas/adapters/nia/settings.ts";
import { settingsSchema } from "../../lib/settings.ts";
import { merge, stageNames } from "../../lib/stage.ts";
import { type Arguments, type Texts, UsageError } from "./arguments.ts";

const project = join(import.meta.dirname, "../..");

type Json = Record<string, unknown>;
const json = z.record(z.string(), z.unknown());
const cdk = z.object({ context: z.object({ stages: z.record(z.string(), json) }) });

const read = (file: string, what: string): string => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new UsageError(`${what} can't be read: ${file}`);
  }
};

const readJson = (file: string, what: string): Json => {
  const found = json.safeParse(parse(read(file, what)));
  if (!found.success) throw new UsageError(`${what} is no JSON object: ${file}`);
  return found.data;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const runFolderOf = (texts: Texts): string => texts["run-folder"] ?? join(project, "local/.run");

/** What `npm start` found out is laid over the stage `local`. */
const stageSettings = (stage: string, texts: Texts): Json => {
  const { stages } = cdk.parse(parse(read(join(project, "cdk.json"), "cdk.json"))).context;
  const own = stages[stage] ?? {};
  if (stage !== "local") return own;
  const running = "The settings of a running product (npm start, or choose another --stage)";
  return merge(own, readJson(join(runFolderOf(texts), "settings.json"), running));
};

const given = (values: Json): Json =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const pem = (file: string | undefined): string[] | undefined =>
  file === undefined ? undefined : [read(file, "The certificate")];

const ofFlags = (texts: Texts): Json => {
  const { ipsts, fpsts, public: submission } = texts;
  return {
    endpoints: given({ ipsts, fpsts, public: submission }),
    realms: given({ fpsts: texts["fpsts-realm"], public: texts["public-realm"] }),
    stsCertificates: given({
      ipsts: pem(texts["ipsts-certificate"]),
      fpsts: pem(texts["fpsts-certificate"]),
    }),
    ...given({ timeoutMs: texts.timeout === undefined ? undefined : Number(texts.timeout) * 1000 }),
  };
};

const awsSecret = (name: string, region: string): ReadKeyPairs => {
  // half of the command's start would be the SDK's
  const made = async () => {
    const { SecretsManagerClient } = await import("@aws-sdk/client-secrets-manager");
    const { makeSecret } = await import("../../lambdas/adapters/secrets/secrets.ts");
    return makeSecret(new SecretsManagerClient({ region }), name, keyPairs);
  };
  let reader: ReturnType<typeof made> | undefined;
  return async (options) => await (await (reader ??= made()))(options);
};

const credentialsOf = (texts: Texts, stage: string, region: unknown): ReadKeyPairs => {
  const { key, certificate, secret } = texts;
  if ((key === undefined) !== (certificate === undefined))
    throw new UsageError("--key and --certificate belong together");
  if (key !== undefined && certificate !== undefined) {
    const pair = {
      privateKeyPem: read(key, "The key"),
      certificatePem: read(certificate, "The certificate"),
    };
    return async () => pair;
  }
  if (secret !== undefined) return awsSecret(secret, z.string().parse(region));
  if (stage !== "local") throw new UsageError("say which key: --key and --certificate, or --secret");
  const identities = readJson(join(runFolderOf(texts), "identities.json"), "The key of the running product");
  const found = keyPairs.safeParse(identities["nia"]);
  if (!found.success) throw new UsageError("the running product has no key of NIA");
  return async () => found.data;
};

export interface Connection {
  settings: NiaSettings;
  credentials: ReadKeyPairs;
}

/** Where NIA is and what we prove ourselves with, by the stage and what is said over it. Throws `UsageError`. */
export const connectionOf = ({ command, texts, flags }: Arguments): Connection => {
  const stage = texts.stage ?? "local";
  if (!stageNames.some((one) => one === stage))
    throw new UsageError(`--stage is one of ${stageNames.join(", ")}`);
  const isWrite = command === "write" || command === "change";
  if (stage === "prod" && isWrite && !flags.really)
    throw new UsageError(`${command} with --stage prod changes what NIA holds of a person: add --really`);
  const over = texts.settings === undefined ? {} : readJson(texts.settings, "--settings");
  const all = merge(stageSettings(stage, texts), over);
  const wanted = merge({ nia: all["nia"] ?? {} }, { nia: ofFlags(texts) });
  const found = settingsSchema.shape.nia.safeParse(wanted["nia"]);
  if (!found.success) throw new UsageError(`Settings of NIA:\n${z.prettifyError(found.error)}`);
  return { settings: found.data, credentials: credentialsOf(texts, stage, all["region"]) };
};
