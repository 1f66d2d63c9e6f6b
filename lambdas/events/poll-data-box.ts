import { readEnv } from "../env.ts";
import { connectedDataBox } from "../runtime/data-box.ts";
import { writing } from "../runtime/records.ts";
import { makeRecordRegistryData } from "../services/link/record-registry-data.ts";
import { makePollDataBox } from "../services/poll-data-box.ts";
import { eventHandler } from "./event.ts";

/** Longer than the function's own timeout, so that no two rounds ever run at once. */
const LEASE_SECONDS = 360;

const ports = writing();
const poll = makePollDataBox({
  ...ports,
  ...connectedDataBox(),
  allowedSenders: readEnv("DATA_BOX").DATA_BOX.allowedSenders,
  leaseSeconds: LEASE_SECONDS,
  recordRegistryData: makeRecordRegistryData(ports),
});

/** Reads the offices' answers. */
export const handler = eventHandler(async () => await poll());
