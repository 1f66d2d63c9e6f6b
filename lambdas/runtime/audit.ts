import { makeRecords } from "../adapters/dynamodb/records.ts";
import { kindIndex, readEnv, waitingIndex } from "../env.ts";
import type { Records } from "../services/ports/records.ts";
import { documentClient } from "./records.ts";

/** For a function that writes audit events and no record. */
export const auditOnly = (): Pick<Records, "commit"> =>
  makeRecords(documentClient(), {
    accounts: "",
    audit: readEnv("AUDIT_TABLE").AUDIT_TABLE,
    waitingIndex,
    kindIndex,
  });
