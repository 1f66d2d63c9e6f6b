import { makeAskPortal } from "../../lambdas/services/portal/ask-portal.ts";
import { makeOpenPortalLogin } from "../../lambdas/services/portal/open-portal-login.ts";
import { makeTakeAnswer } from "../../lambdas/services/portal/take-answer.ts";
import { aSession, registryPerson } from "../support/builders.ts";
import { identified, memoryServiceProvider, refusedBy } from "../support/memory-service-provider.ts";
import type { World } from "../support/world.ts";
import type { Dice } from "./random.ts";

/** A browser goes to NIA's portal and back: with a yes or a no, which may come twice at once. */
export const lifePortal = (world: World, dice: Dice) => {
  const ports = {
    ...world,
    serviceProvider: memoryServiceProvider(),
    portal: { current: async () => ({ signingCertificates: ["pem"], checkedAt: world.now }) },
    times: { idle: 1800, absolute: 43_200 },
  };
  const open = makeOpenPortalLogin(ports);
  const ask = makeAskPortal(ports);
  const take = makeTakeAnswer(ports);
  return async (name: { accountId: string; verificationId: string }, lastName: string): Promise<void> => {
    const session = aSession([], {
      accountId: name.accountId,
      id: Buffer.from(world.random(16)).toString("hex"),
      lastUsedAt: world.now,
      expiresAt: "9999",
    });
    await world.records.commit([{ put: session }]);
    const { verificationId } = name;
    const ticket = await open({ session, verificationId, ticket: undefined });
    const message = await ask(ticket);
    if (message === undefined) return;
    const person = registryPerson({ lastName, citizenships: [] });
    const samlResponse = dice.chance(0.2)
      ? refusedBy(message.id, dice.pick(["failed", "consent"]))
      : identified(message.id, { person });
    await Promise.all(
      Array.from({ length: dice.pick([1, 1, 2]) }, async () => await take({ ticket, samlResponse })),
    );
  };
};
