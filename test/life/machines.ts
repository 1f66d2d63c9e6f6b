import { makeGiveUp } from "../../lambdas/services/authenticators/give-up.ts";
import { makeReconcileAuthenticators } from "../../lambdas/services/authenticators/reconcile.ts";
import { makeTellNia } from "../../lambdas/services/authenticators/tell-nia.ts";
import { makeAwaitAnswer } from "../../lambdas/services/link/await-answer.ts";
import { makeCommitLink } from "../../lambdas/services/link/commit-link.ts";
import { makeFailCompletion } from "../../lambdas/services/link/fail-completion.ts";
import { makeIdentifyPerson } from "../../lambdas/services/link/identify-person.ts";
import { makePlan } from "../../lambdas/services/link/plan.ts";
import { makeReconcile } from "../../lambdas/services/link/reconcile.ts";
import { makeRegisterAuthenticator } from "../../lambdas/services/link/register-authenticator.ts";
import { makeRemindOrExpire } from "../../lambdas/services/link/remind-or-expire.ts";
import { makeRevertAuthenticators } from "../../lambdas/services/link/revert-authenticators.ts";
import type { Nia } from "../../lambdas/services/ports/nia.ts";
import type { Execution as Named, Workflows } from "../../lambdas/services/ports/platform.ts";
import type { Writing } from "../../lambdas/services/writing.ts";
import { readDefinition } from "./definition.ts";
import { Execution } from "./execution.ts";
import type { Dice } from "./random.ts";

const definitions = {
  "link-account": readDefinition("link-account"),
  "unlink-account": readDefinition("unlink-account"),
};
const STUCK_SECONDS = 300;
const DAY = 86_400;

const nameOf = (named: Named): string =>
  named.machine === "link-account"
    ? `${named.verificationId}-${named.attempt}`
    : `${named.authenticatorId}-${named.attempt}`;

/** The tasks of both machines, as lambdas/tasks composes them. */
const tasksOf = (writing: Writing, nia: Nia) => {
  const ports = { ...writing, nia };
  const reminders = [14 * DAY, 7 * DAY, DAY];
  return {
    plan: makePlan(writing, reminders),
    "await-answer": makeAwaitAnswer(writing),
    "remind-or-expire": makeRemindOrExpire(writing, reminders),
    "commit-link": makeCommitLink(writing),
    "fail-completion": makeFailCompletion(writing),
    "give-up": makeGiveUp(writing),
    "identify-person": makeIdentifyPerson(ports),
    "register-authenticator": makeRegisterAuthenticator(ports),
    "revert-authenticators": makeRevertAuthenticators(ports),
    "tell-nia": makeTellNia(ports),
  } as unknown as Record<string, (input: unknown) => Promise<unknown>>;
};

/** Step Functions in memory: the deployed definitions, run a transition at a time. */
export const lifeMachines = (writing: Writing, nia: Nia, dice: Dice) => {
  const tasks = tasksOf(writing, nia);
  const executions = new Map<string, Execution>();
  const taken = new Set<string>();
  let tokens = 0;
  const around = {
    now: () => Date.parse(writing.clock()) / 1000,
    newToken: () => `token-${(tokens += 1)}`,
    runTask: async (payload: Record<string, unknown>) => {
      const run = tasks[String(payload["task"])];
      if (run === undefined) throw new Error(`there is no task ${String(payload["task"])}`);
      return await run(payload);
    },
  };

  const workflows: Workflows = {
    start: async (named) => {
      const name = nameOf(named);
      // A name is taken for good, also where its execution was lost.
      if (taken.has(name)) return;
      taken.add(name);
      executions.set(name, new Execution(definitions[named.machine], { ...named }, around));
    },
    resume: async (token) =>
      [...executions.values()].some((execution) => execution.resume(token)) ? "resumed" : "moved-on",
    status: async (named) => {
      const { status = "failed" } = executions.get(nameOf(named)) ?? {};
      return status === "failed" ? "gone" : status;
    },
  };

  const ports = { ...writing, workflows };
  const reconcileVerifications = makeReconcile(ports, STUCK_SECONDS);
  const reconcileAuthenticators = makeReconcileAuthenticators(ports, STUCK_SECONDS);
  const ready = () => [...executions.values()].filter(({ isReady }) => isReady);

  return {
    workflows,
    stepOne: async () => {
      const all = ready();
      if (all.length > 0) await dice.pick(all).step();
    },
    stepAll: async () => {
      for (const execution of ready()) await execution.step();
      return ready().length > 0;
    },
    /** An execution is lost: aborted, or gone with a restart. */
    kill: () => {
      const running = [...executions].filter(([, { status }]) => status === "running");
      if (running.length > 0) executions.delete(dice.pick(running)[0]);
    },
    isRunning: (named: Named) => executions.get(nameOf(named))?.status === "running",
    reconcile: async () => {
      await reconcileVerifications();
      await reconcileAuthenticators();
    },
  };
};
