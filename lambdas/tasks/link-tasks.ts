import * as z from "zod/mini";
import { verificationStates } from "../domain/verification.ts";
import { readEnv } from "../env.ts";
import { writing } from "../runtime/records.ts";
import { makeAwaitAnswer } from "../services/link/await-answer.ts";
import { makeCommitLink } from "../services/link/commit-link.ts";
import { makeFailCompletion } from "../services/link/fail-completion.ts";
import { makePlan } from "../services/link/plan.ts";
import { makeRemindOrExpire } from "../services/link/remind-or-expire.ts";
import { taskHandler } from "./task.ts";

const ports = writing();
const { REMINDER_SECONDS } = readEnv("REMINDER_SECONDS");

const plan = makePlan(ports, REMINDER_SECONDS);
const awaitAnswer = makeAwaitAnswer(ports);
const remindOrExpire = makeRemindOrExpire(ports, REMINDER_SECONDS);
const commitLink = makeCommitLink(ports);
const failCompletion = makeFailCompletion(ports);

const waiting = z.object({
  state: z.enum(verificationStates),
  lap: z.number(),
  taskToken: z.string(),
});
const failed = z.object({ failure: z.string() });

/** The steps of link-account that need the records only. */
export const handler = taskHandler({
  plan,
  "await-answer": async (input) => await awaitAnswer({ ...input, ...waiting.parse(input) }),
  "remind-or-expire": remindOrExpire,
  "commit-link": commitLink,
  "fail-completion": async (input) => await failCompletion({ ...input, ...failed.parse(input) }),
});
