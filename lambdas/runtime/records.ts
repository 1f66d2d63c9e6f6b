import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { makeRecords } from "../adapters/dynamodb/records.ts";
import { indexes, readEnv } from "../env.ts";
import type { Writing } from "../services/writing.ts";
import { clock, random } from "./platform.ts";

let client: DynamoDBDocumentClient | undefined;

/** One client a function. */
export const documentClient = (): DynamoDBDocumentClient =>
  (client ??= DynamoDBDocumentClient.from(new DynamoDBClient({}), {
    marshallOptions: { removeUndefinedValues: true },
  }));

/** Records, clock and randomness: what nearly every use case is made from. */
export const writing = (): Writing => {
  const { ACCOUNTS_TABLE: accounts, AUDIT_TABLE: audit } = readEnv("ACCOUNTS_TABLE", "AUDIT_TABLE");
  return {
    records: makeRecords(documentClient(), {
      accounts,
      audit,
      ...indexes,
    }),
    clock,
    random,
  };
};
