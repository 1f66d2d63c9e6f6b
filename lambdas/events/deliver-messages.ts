import { readEnv } from "../env.ts";
import { limiting } from "../runtime/limits.ts";
import { messages } from "../runtime/messages.ts";
import { derivedSecrets } from "../runtime/pins.ts";
import { writing } from "../runtime/records.ts";
import { deliverAll, makeSweep } from "../services/delivery/deliver-all.ts";
import { makeDeliverMessage } from "../services/delivery/deliver-message.ts";
import { eventHandler } from "./event.ts";
import { itemIdsOf, type OutboxEvent } from "./outbox-event.ts";

const ports = { ...writing(), ...messages(), ...derivedSecrets(), admit: limiting() };
const deliver = makeDeliverMessage(ports);
const sweep = makeSweep(ports, readEnv("OUTBOX_SWEEP_SECONDS").OUTBOX_SWEEP_SECONDS);

/** Sends the mails and SMS of the outbox. */
export const handler = eventHandler(async (event: OutboxEvent) => {
  const ids = itemIdsOf(event) ?? (await sweep(["mail", "sms", "phone-shared"]));
  await deliverAll(deliver, ids);
  return { items: ids.length };
});
