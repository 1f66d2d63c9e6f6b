import { readEnv } from "../env.ts";
import { writing } from "../runtime/records.ts";
import { workflows } from "../runtime/workflows.ts";
import { makeReconcileAuthenticators } from "../services/authenticators/reconcile.ts";
import { makeReconcile } from "../services/link/reconcile.ts";
import { eventHandler } from "./event.ts";

const ports = { ...writing(), workflows: workflows() };
const { STUCK_SECONDS } = readEnv("STUCK_SECONDS");
const verifications = makeReconcile(ports, STUCK_SECONDS);
const authenticators = makeReconcileAuthenticators(ports, STUCK_SECONDS);

/** Finds verifications, and records of keys to tell NIA of, whose execution is gone or stuck, and lets them go on. */
export const handler = eventHandler(async () => {
  const [ofVerifications, ofAuthenticators] = await Promise.allSettled([verifications(), authenticators()]);
  if (ofVerifications.status === "rejected") throw ofVerifications.reason;
  if (ofAuthenticators.status === "rejected") throw ofAuthenticators.reason;
  return { verifications: ofVerifications.value, authenticators: ofAuthenticators.value };
});
