import { readFileSync } from "node:fs";
import type { parseArgs, ParseArgsConfig } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { makeRecords } from "../lambdas/adapters/dynamodb/records.ts";
import { indexes } from "../lambdas/env.ts";
import { clock, random } from "../lambdas/runtime/platform.ts";
import type { Writing } from "../lambdas/services/writing.ts";

/** What every command of operations takes. */
export const tableOptions = {
  "accounts-table": { type: "string" },
  "audit-table": { type: "string" },
  local: { type: "boolean" },
  as: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const satisfies ParseArgsConfig["options"];

export const tableHelp = `  --accounts-table, --audit-table   the stack's outputs AccountsTable and AuditTable
  --local                           the product that \`npm start\` runs on this machine, instead
  --as <name>                       who you are; it stands in the audit log
Region and credentials come from the environment as for any AWS tool.`;

/** It can't be done as it was asked for: the command says so and ends with 2. */
export class UsageWrong extends Error {
  override readonly name = "UsageWrong";
}

const localProduct = z.object({
  web: z.url(),
  emulator: z.url(),
  region: z.string(),
  tables: z.object({ accounts: z.string(), audit: z.string(), catalogue: z.string() }),
});

type LocalProduct = z.infer<typeof localProduct>;

const readLocal = (): LocalProduct => {
  try {
    const text = readFileSync(new URL("../local/.run/endpoints.json", import.meta.url), "utf8");
    return localProduct.parse(JSON.parse(text));
  } catch {
    throw new UsageWrong("No product runs on this machine: start it with `npm start`.");
  }
};

type TableValues = ReturnType<typeof parseArgs<{ options: typeof tableOptions }>>["values"];

/** The records of the stage that the options name. Throws `UsageWrong`. */
export const recordsOf = (values: TableValues): Writing => {
  const local = values.local === true ? readLocal() : undefined;
  const accounts = local?.tables.accounts ?? values["accounts-table"];
  const audit = local?.tables.audit ?? values["audit-table"];
  if (accounts === undefined || audit === undefined)
    throw new UsageWrong("Name the tables by --accounts-table and --audit-table, or say --local.");
  return {
    records: makeRecords(documentsOf(local), {
      accounts,
      audit,
      ...indexes,
    }),
    clock,
    random,
  };
};

const documentsOf = (local: LocalProduct | undefined): DynamoDBDocumentClient => {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = new DynamoDBClient(
    local === undefined ? {} : { endpoint: local.emulator, region: local.region, credentials },
  );
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
};

/** What every command about the catalogue takes. */
export const catalogueOptions = {
  "catalogue-table": { type: "string" },
  local: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const satisfies ParseArgsConfig["options"];

type CatalogueValues = ReturnType<typeof parseArgs<{ options: typeof catalogueOptions }>>["values"];

/** The catalogue table of the stage that the options name. Throws `UsageWrong`. */
export const catalogueOf = (values: CatalogueValues): { client: DynamoDBDocumentClient; table: string } => {
  const local = values.local === true ? readLocal() : undefined;
  const table = local?.tables.catalogue ?? values["catalogue-table"];
  if (table === undefined) throw new UsageWrong("Name the table by --catalogue-table, or say --local.");
  return { client: documentsOf(local), table };
};

/** Where the web app is. Throws `UsageWrong`. */
export const appOriginOf = (values: {
  local?: boolean | undefined;
  "app-origin"?: string | undefined;
}): string => {
  const origin = values.local === true ? readLocal().web : values["app-origin"];
  if (origin === undefined || !/^https?:\/\/[^/]+$/u.test(origin))
    throw new UsageWrong("Say where the web app is by --app-origin https://…, or say --local.");
  return origin;
};

/** Who acts. Throws `UsageWrong`. */
export const operatorOf = ({ as }: TableValues): string => {
  if (as === undefined || !/^[\p{L}\p{N}@._ -]{2,60}$/u.test(as))
    throw new UsageWrong("Say who you are by --as <name>; it stands in the audit log.");
  return as;
};

/** Runs a command: its own errors are told in a line, and end it with 2 or 1. */
export const runCommand = async (command: () => Promise<string>): Promise<void> => {
  try {
    process.stdout.write(`${await command()}\n`);
  } catch (error) {
    const isUsage = error instanceof UsageWrong || (error instanceof TypeError && "code" in error);
    process.stderr.write(`${error instanceof Error ? `${error.name}: ${error.message}` : "It failed."}\n`);
    process.exitCode = isUsage ? 2 : 1;
  }
};
