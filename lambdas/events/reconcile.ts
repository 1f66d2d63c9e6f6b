import { readEnv } from "../env.ts";
import { writing } from "../runtime/records.ts";
import { workflows } from "../runtime/workflows.ts";
import { makeReconcile } from "../services/link/reconcile.ts";
import { eventHandler } from "./event.ts";

const reconcile = makeReconcile(
  { ...writing(), workflows: workflows() },
  readEnv("STUCK_SECONDS").STUCK_SECONDS,
);

/** Finds verifications whose execution is gone or stuck, and lets them go on. */
export const handler = eventHandler(async () => await reconcile());
