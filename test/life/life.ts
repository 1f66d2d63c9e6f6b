import { derivePin } from "../support/memory-platform.ts";
import { aKey, anAccount, anAnswer, aSession } from "../support/builders.ts";
import { aWorld, type World } from "../support/world.ts";
import { DomainError } from "../../lambdas/domain/errors.ts";
import { isLinked } from "../../lambdas/domain/security-key.ts";
import { isOpen } from "../../lambdas/domain/verification.ts";
import { addedKey } from "../../lambdas/services/keys/key-rows.ts";
import { makeRemoveKey } from "../../lambdas/services/keys/remove-key.ts";
import { makeDeliverMessage } from "../../lambdas/services/delivery/deliver-message.ts";
import { makeDeliverWorkflow } from "../../lambdas/services/delivery/deliver-workflow.ts";
import { makeCancelDeletion } from "../../lambdas/services/deletion/cancel-deletion.ts";
import { makeDeleteAccounts } from "../../lambdas/services/deletion/delete-accounts.ts";
import { makeRequestDeletion } from "../../lambdas/services/deletion/request-deletion.ts";
import { makeCancelVerification } from "../../lambdas/services/link/cancel-verification.ts";
import { makeCompare, makeCompleteLink } from "../../lambdas/services/link/complete-link.ts";
import { makeRecordRegistryData } from "../../lambdas/services/link/record-registry-data.ts";
import { makeRejectIdentity } from "../../lambdas/services/link/reject-identity.ts";
import { makeStartVerification } from "../../lambdas/services/link/start-verification.ts";
import { makeApplyNotification } from "../../lambdas/services/registry/apply-notification.ts";
import { makeReadFeed } from "../../lambdas/services/registry/read-feed.ts";
import { makeDetach } from "../../lambdas/services/unlink/detach.ts";
import { lifeMachines } from "./machines.ts";
import { lifeNia } from "./nia.ts";
import { lifePortal } from "./portal.ts";
import { type Dice, makeDice } from "./random.ts";

const DAY = 86_400;

/** A process that ends between two of its steps: no error of the product's own. */
class ProcessDied extends Error {
  override readonly name = "Runtime.ExitError";
}

/** Every port call takes its time, so that whoever runs beside it may come in between; now and then the process dies. */
const unsteady = (world: World, dice: Dice, trouble: { on: boolean }): void => {
  const pause = async () => {
    if (!trouble.on) return;
    for (let turns = dice.below(6); turns > 0; turns -= 1) await Promise.resolve();
    if (dice.chance(0.01)) throw new ProcessDied("between two steps");
  };
  const { records } = world;
  for (const name of ["get", "account", "commit", "waiting"] as const) {
    const call = records[name].bind(records) as (...inputs: unknown[]) => Promise<unknown>;
    Object.assign(records, {
      [name]: async (...inputs: unknown[]) => {
        await pause();
        const answer = await call(...inputs);
        // The call has taken effect, and who made it does not live to see that.
        if (name === "commit") await pause();
        return answer;
      },
    });
  }
};

/** What users, offices, operators and accidents do, by the throw of dice. */
export const aLife = async (seed: number, accounts: number) => {
  const dice = makeDice(seed);
  const world = aWorld();
  world.random = (length) => Uint8Array.from({ length }, () => dice.below(256));
  const trouble = { on: true };
  const now = () => Date.parse(world.now) / 1000;
  const nia = lifeNia(dice, now);
  const ids = Array.from({ length: accounts }, (_, index) => index.toString(16).padStart(32, "a"));
  // Two of ten share a person: the registry knows one of them, and both claim to be her.
  const lastNames = ids.map((_, index) => `OSOBA${index % 10 === 9 ? index - 1 : index}`);
  await world.records.commit(
    ids.map((id, index) => ({
      put: anAccount({
        id,
        username: `user${index}`,
        email: { value: `user${index}@example.cz`, verifiedAt: world.now },
        person: { ...anAccount().person, lastName: lastNames[index] ?? "" },
      }),
    })),
  );
  const undelivered = world.records.waiting;
  unsteady(world, dice, trouble);

  const sent: string[] = [];
  const machines = lifeMachines(world, nia, dice);
  const goToPortal = lifePortal(world, dice);
  const places = { find: async () => undefined };
  const readFeed = makeReadFeed({ ...world, nia }, makeApplyNotification({ ...world, places }), {
    leaseSeconds: 120,
    workSeconds: 50,
    atOnce: 3,
  });
  const deliverWorkflow = makeDeliverWorkflow({ ...world, workflows: machines.workflows });
  const deliverMessage = makeDeliverMessage({
    ...world,
    derivePin,
    deriveLinkSecret: async (subject) => subject,
    admit: async () => undefined,
    texts: { mail: (template) => ({ subject: template, text: "", html: "" }), sms: (template) => template },
    mail: { send: async ({ to, subject }) => void sent.push(`${to} ${subject}`) },
    sms: { send: async () => undefined },
  } as Parameters<typeof makeDeliverMessage>[0]);
  const deleteAccounts = makeDeleteAccounts(world);

  const stored = async (id: string) => await world.records.account(id);
  const openOf = async (id: string) => (await stored(id))?.verifications.find(isOpen);
  const keysOf = async (id: string) => (await stored(id))?.keys ?? [];
  const sessionOf = (accountId: string, keyIds: string[] = []) => aSession(keyIds, { accountId });
  const withOpen = async (
    id: string,
    run: (name: { accountId: string; verificationId: string }) => Promise<unknown>,
  ) => {
    const open = await openOf(id);
    if (open !== undefined) await run({ accountId: id, verificationId: open.id });
  };

  /** What one account's owner, or an office, may do to it at any time. */
  const acts: Record<string, (id: string) => Promise<unknown>> = {
    addKey: async (id) => {
      if ((await keysOf(id)).length >= 4) return;
      const key = aKey(Buffer.from(world.random(12)).toString("hex"), { accountId: id, possibleModels: [] });
      const account = await world.records.get("account", { id });
      if (account !== undefined) await world.records.commit([...addedKey(key), { check: account }]);
    },
    start: async (id) => {
      const keyIds = (await keysOf(id)).filter((key) => !isLinked(key)).map((key) => key.id);
      const picked = keyIds.filter(() => dice.chance(0.7));
      if (picked.length > 0)
        await makeStartVerification(
          { ...world, isMetadataCurrent: async () => true },
          90 * DAY,
        )({
          session: sessionOf(id, picked),
          method: dice.chance(0.3) ? "eobcanka" : "czech-point",
          keyIds: picked,
        });
    },
    answer: async (id) =>
      await withOpen(id, async (name) => {
        const lastName = lastNames[ids.indexOf(id)] ?? "";
        if ((await openOf(id))?.method === "eobcanka") return await goToPortal(name, lastName);
        const answer = anAnswer({ lastName });
        await makeRecordRegistryData(world)({ ...name, answer, messageId: `message-${name.verificationId}` });
      }),
    complete: async (id) =>
      await withOpen(id, async (name) => {
        const { digest } = await makeCompare(world)(name);
        await makeCompleteLink(world)({ ...name, digest });
      }),
    cancel: async (id) => (dice.chance(0.3) ? await withOpen(id, makeCancelVerification(world)) : undefined),
    reject: async (id) => (dice.chance(0.05) ? await withOpen(id, makeRejectIdentity(world)) : undefined),
    removeKey: async (id) => {
      const keys = await keysOf(id);
      if (keys.length > 0 && dice.chance(0.4))
        await makeRemoveKey(world)({ session: sessionOf(id), keyId: dice.pick(keys).id });
    },
    detach: async (id) => (dice.chance(0.3) ? await makeDetach(world)({ accountId: id }) : undefined),
    delete: async (id) =>
      dice.chance(0.03) ? await makeRequestDeletion(world, DAY)(sessionOf(id)) : undefined,
    keep: async (id) => await makeCancelDeletion(world)(id),
    registry: async (id) => {
      const link = (await stored(id))?.account.link;
      if (link === undefined) return;
      const isEnd = dice.chance(0.3);
      nia.tell({
        pseudonym: link.pseudonym,
        pseudonymInvalidated: isEnd,
        referenceData: { firstName: dice.pick(["EVA", "ANNA"]) },
      });
    },
  };
  const often = ["addKey", "start", "start", "answer", "complete", "answer", "complete", "complete"];
  const names = [...Object.keys(acts), ...often];

  const outbox = async () => await undelivered("outbox-item");
  const deliver = async (item: { id: string; channel: string }) =>
    item.channel === "workflow" ? await deliverWorkflow(item.id) : await deliverMessage(item.id);

  const deliverOne = async () => {
    const items = await outbox();
    return items.length > 0 ? await deliver(dice.pick(items)) : undefined;
  };

  /** What runs by itself. */
  const running: (() => Promise<unknown>)[] = [
    ...Array.from({ length: 6 }, () => machines.stepOne),
    deliverOne,
    deliverOne,
    deliverOne,
    async () => (dice.chance(0.1) ? await readFeed() : undefined),
    async () => (dice.chance(0.1) ? await machines.reconcile() : undefined),
    async () => (dice.chance(0.1) ? await deleteAccounts() : undefined),
    async () => (dice.chance(0.05) ? machines.kill() : undefined),
    async () => world.pass(dice.pick([1, 1, 5, 30, 400])),
    async () => (dice.chance(0.01) ? void (nia.isDown = !nia.isDown) : undefined),
  ];

  /** Refusals are answers, and the dead tell nothing; anything else is a fault of the product. */
  const settle = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      const all = error instanceof AggregateError ? (error.errors as unknown[]) : [error];
      const strange = all.filter((one) => !(one instanceof DomainError) && !(one instanceof ProcessDied));
      if (strange.length > 0) throw new AggregateError(strange, "a fault of the product", { cause: error });
    }
  };

  /** Some things at the same moment. */
  const moment = async () => {
    const together = Array.from({ length: 1 + dice.below(4) }, () =>
      dice.chance(0.4) ? async () => await acts[dice.pick(names)]?.(dice.pick(ids)) : dice.pick(running),
    );
    await Promise.all(together.map(settle));
  };

  /** The troubles are over: everything that runs by itself runs until nothing is left to do. */
  const heal = async () => {
    trouble.on = false;
    nia.isTroubled = false;
    nia.isDown = false;
    for (let round = 0; round < 60; round += 1) {
      for (let more = true; more;) {
        for (const item of await outbox()) await settle(async () => await deliver(item));
        more = await machines.stepAll();
      }
      await settle(readFeed);
      await settle(machines.reconcile);
      await settle(deleteAccounts);
      world.pass(3700);
    }
  };

  return { world, nia, machines, ids, sent, moment, heal };
};

export type Life = Awaited<ReturnType<typeof aLife>>;
