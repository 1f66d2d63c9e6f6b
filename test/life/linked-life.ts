import { NiaOutcomeUnknown, NiaRefused, NiaUnavailable } from "../../lambdas/domain/errors.ts";
import { isLinked } from "../../lambdas/domain/security-key.ts";
import { isOpen } from "../../lambdas/domain/verification.ts";
import { makeDeleteAccounts } from "../../lambdas/services/deletion/delete-accounts.ts";
import { makeDeliverWorkflow } from "../../lambdas/services/delivery/deliver-workflow.ts";
import { addedKey } from "../../lambdas/services/keys/key-rows.ts";
import { makeCompare, makeCompleteLink } from "../../lambdas/services/link/complete-link.ts";
import { makeRecordRegistryData } from "../../lambdas/services/link/record-registry-data.ts";
import { makeStartVerification } from "../../lambdas/services/link/start-verification.ts";
import { accountId, aKey, anAccount, anAnswer, aSession } from "../support/builders.ts";
import { memoryNia } from "../support/memory-nia.ts";
import { aWorld } from "../support/world.ts";
import { lifeMachines } from "./machines.ts";
import { makeDice } from "./random.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;

/** How NIA is while it is to be told of an end. */
export type Weather = "up" | "slow" | "down" | "refusing";

/** One account that is linked by the whole process: the deployed state machines, on ports in memory. */
export const aLinkedLife = async (keys: number) => {
  const world = aWorld();
  const nia = memoryNia();
  const machines = lifeMachines(world, nia, makeDice(1));
  const deliverWorkflow = makeDeliverWorkflow({ ...world, workflows: machines.workflows });
  const deleteAccounts = makeDeleteAccounts(world);
  let weather: Weather = "up";
  let slowCalls = 0;
  nia.before = (call) => {
    if (weather === "down") throw new NiaUnavailable("down");
    if (weather === "refusing" && call.startsWith("change")) throw new NiaRefused("refused");
  };
  nia.after = () => {
    // It has happened, and who asked does not learn of it in time.
    if (weather === "slow" && (slowCalls += 1) % 3 !== 0) throw new NiaOutcomeUnknown("no answer in time");
  };

  /** Whatever runs by itself, as long as there is something to do now. */
  const run = async (): Promise<void> => {
    for (let more = true; more;) {
      const items = (await world.records.waiting("outbox-item")).filter(
        ({ channel }) => channel === "workflow",
      );
      for (const { id } of items) await deliverWorkflow(id);
      more = (await machines.stepAll()) || items.length > 0;
    }
  };
  /** Looks on each hour. */
  const pass = async (seconds: number): Promise<void> => {
    for (let left = seconds; left > 0; left -= HOUR) {
      world.pass(Math.min(left, HOUR));
      await run();
      await machines.reconcile();
      await deleteAccounts();
      await run();
    }
  };

  const stored = () => world.records.all("account").find(({ id }) => id === accountId);
  const linkedKeys = () => world.records.all("security-key").filter(isLinked);
  const openVerification = () => world.records.all("verification").find(isOpen);

  /** The whole process, from the choice of keys to the last mail. */
  const link = async (keyIds: string[]): Promise<void> => {
    const session = { ...aSession(keyIds), confirmed: [{ purpose: "link", until: "9999", keyIds }] as never };
    const ports = { ...world, isMetadataCurrent: async () => true };
    await makeStartVerification(ports, 90 * DAY)({ session, method: "czech-point", keyIds });
    await run();
    const verificationId = openVerification()?.id ?? "";
    const name = { accountId, verificationId };
    const messageId = `message-${verificationId}`;
    await makeRecordRegistryData(world)({ ...name, answer: anAnswer(), messageId });
    await run();
    const { digest } = await makeCompare(world)(name);
    await makeCompleteLink(world)({ ...name, digest });
    await run();
  };
  const addKey = async (id: string): Promise<void> => {
    await world.records.commit(addedKey(aKey(id)));
  };

  const account = anAccount();
  const keyIds = Array.from({ length: keys }, (_, index) => `key-${index + 1}`);
  const claim = (kind: "username" | "email", value: string) => ({
    put: { type: "claim" as const, kind, value, version: 0, accountId },
  });
  await world.records.commit([
    { put: account },
    claim("username", account.username),
    claim("email", account.email.value),
    { put: aSession([]) },
  ]);
  for (const id of [...keyIds, "spare"]) await addKey(id);
  await link(keyIds);

  return {
    world,
    nia,
    keyIds,
    pass,
    run,
    link,
    addKey,
    stored,
    linkedKeys,
    keyIdsLeft: () => world.records.all("security-key").map(({ id }) => id),
    setWeather: (next: Weather) => {
      weather = next;
    },
    openCases: () => world.records.all("operator-case").filter(({ state }) => state === "open"),
    mailsOf: (template: string) =>
      world.records.all("outbox-item").filter((item) => item.channel === "mail" && item.template === template)
        .length,
  };
};

export type LinkedLife = Awaited<ReturnType<typeof aLinkedLife>>;
