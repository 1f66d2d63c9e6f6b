import { makeArrive } from "../../../../lambdas/services/portal/leave-portal.ts";
import { makeAskPortal } from "../../../../lambdas/services/portal/ask-portal.ts";
import { makeOpenPortalLogin } from "../../../../lambdas/services/portal/open-portal-login.ts";
import { makeTakeAnswer } from "../../../../lambdas/services/portal/take-answer.ts";
import type { StoredPortalMetadata } from "../../../../lambdas/services/ports/portal-catalogue.ts";
import { aKey, anAccount, aSession, aVerification } from "../../../support/builders.ts";
import { memoryServiceProvider } from "../../../support/memory-service-provider.ts";
import { aWorld } from "../../../support/world.ts";

const { code: _code, ...verification } = aVerification({ method: "eobcanka" });
export const session = aSession(["key-1"]);

/** An account whose verification with eObčanka awaits its data, and a browser of its owner. */
export const atThePortal = async () => {
  const world = aWorld();
  const known: { metadata: StoredPortalMetadata | undefined } = {
    metadata: { signingCertificates: ["pem"], checkedAt: world.now },
  };
  const serviceProvider = memoryServiceProvider();
  const ports = {
    ...world,
    clock: () => world.now,
    serviceProvider,
    portal: { current: async () => known.metadata },
    times: { idle: 1800, absolute: 43_200 },
  };
  await world.records.commit([
    { put: anAccount() },
    { put: aKey("key-1") },
    { put: session },
    { put: verification },
  ]);
  const open = makeOpenPortalLogin(ports);
  const ask = makeAskPortal(ports);
  const stored = async () =>
    await world.records.get("verification", { accountId: session.accountId, id: verification.id });
  return {
    world,
    records: world.records,
    known,
    serviceProvider,
    open: async (change: Partial<Parameters<typeof open>[0]> = {}) =>
      await open({ session, verificationId: verification.id, ticket: undefined, ...change }),
    ask,
    take: makeTakeAnswer(ports),
    arrive: makeArrive(ports),
    /** From one ticket to the next request, as one tab goes. */
    go: async (ticket?: string) => {
      const held = await open({ session, verificationId: verification.id, ticket });
      const message = await ask(held);
      return { ticket: held, requestId: message?.id ?? "" };
    },
    verification: stored,
    state: async () => (await stored())?.state,
    refusals: () =>
      world.records.audit.filter(({ action }) => action === "portal-refused").map(({ reason }) => reason),
  };
};
