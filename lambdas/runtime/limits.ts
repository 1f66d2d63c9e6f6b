import { makeCounters } from "../adapters/dynamodb/counters.ts";
import { readEnv } from "../env.ts";
import { log } from "../log.ts";
import { type Admit, makeAdmit } from "../services/limits/admit.ts";
import { clock } from "./platform.ts";
import { documentClient } from "./records.ts";

/** The limits of this stage. */
export const limiting = (): Admit => {
  const { LIMITS_TABLE: table, LIMIT_KEY: key, LIMITS } = readEnv("LIMITS_TABLE", "LIMIT_KEY", "LIMITS");
  return makeAdmit(
    {
      counters: makeCounters(documentClient(), { table, key }),
      clock,
      uncounted: (limit, error) => log.error("not counted", { limit, error: error as Error }),
    },
    LIMITS,
  );
};
