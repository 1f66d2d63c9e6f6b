import { readEnv } from "../env.ts";
import { writing } from "../runtime/records.ts";
import { workflows } from "../runtime/workflows.ts";
import { deliverAll, makeSweep } from "../services/delivery/deliver-all.ts";
import { makeDeliverWorkflow } from "../services/delivery/deliver-workflow.ts";
import { eventHandler } from "./event.ts";
import { itemIdsOf, type OutboxEvent } from "./outbox-event.ts";

const ports = { ...writing(), workflows: workflows() };
const deliver = makeDeliverWorkflow(ports);
const sweep = makeSweep(ports, readEnv("OUTBOX_SWEEP_SECONDS").OUTBOX_SWEEP_SECONDS);

/** Starts and resumes executions for the outbox. */
export const handler = eventHandler(async (event: OutboxEvent) => {
  const ids = itemIdsOf(event) ?? (await sweep(["workflow"]));
  await deliverAll(deliver, ids);
  return { items: ids.length };
});
