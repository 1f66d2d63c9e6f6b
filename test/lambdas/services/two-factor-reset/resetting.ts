import { pinSubject } from "../../../../lambdas/domain/pin.ts";
import { makeRemoveSecondFactors } from "../../../../lambdas/services/two-factor-reset/remove-second-factors.ts";
import { makeRequestTwoFactorReset } from "../../../../lambdas/services/two-factor-reset/request-two-factor-reset.ts";
import { aSession } from "../../../support/builders.ts";
import { aLinkedAccount } from "../../../support/linked-account.ts";
import {
  derivePin,
  memoryControlCodes,
  memoryPasswords,
  rightControlCode,
} from "../../../support/memory-platform.ts";
import { aWorld } from "../../../support/world.ts";

export const rightPassword = "correct horse battery";

export interface Entered {
  emailPin: string;
  phonePin: string;
  password: string;
}

/** What the messages of a reset say, and the right password. */
export const rightOf = async (id: string): Promise<Entered> => ({
  emailPin: await derivePin(pinSubject("two-factor-reset-email-pin", id, 1)),
  phonePin: await derivePin(pinSubject("two-factor-reset-phone-pin", id, 1)),
  password: rightPassword,
});

/** An account linked by so many keys and logged in somewhere, and a two-factor reset of it. */
export const resetting = async (keys = 2) => {
  const world = aWorld();
  await world.records.commit([...aLinkedAccount(keys), { put: aSession([]) }]);
  const passwords = memoryPasswords();
  const ports = {
    ...world,
    clock: () => world.now,
    passwords,
    derivePin,
    controlCodes: memoryControlCodes(),
  };
  return {
    world,
    ports,
    passwords,
    account: () => world.records.all("account")[0]!,
    reset: (id: string) => world.records.all("two-factor-reset").find((reset) => reset.id === id),
    messages: () =>
      world.records
        .all("outbox-item")
        .flatMap((item) =>
          (item.channel === "mail" || item.channel === "sms") && item.deliveredAt === undefined
            ? [`${item.channel} ${item.template}`]
            : [],
        ),
    ask: async (login = "jana.novakova", controlCode = rightControlCode) =>
      await makeRequestTwoFactorReset(ports)({ login, controlCode }),
    remove: async (resetId: string, change: Partial<Entered> = {}) =>
      await makeRemoveSecondFactors(ports)({ resetId, ...(await rightOf(resetId)), ...change }),
  };
};
