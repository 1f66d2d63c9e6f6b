import * as z from "zod/mini";
import { verificationStates } from "../domain/verification.ts";
import { readEnv } from "../env.ts";
import { writing } from "../runtime/records.ts";
import { makeGiveUp } from "../services/authenticators/give-up.ts";
import { makeAwaitAnswer } from "../services/link/await-answer.ts";
import { makeCommitLink } from "../services/link/commit-link.ts";
import { makeFailCompletion } from "../services/link/fail-completion.ts";
import { makePlan } from "../services/link/plan.ts";
import { makeRemindOrExpire } from "../services/link/remind-or-expire.ts";
import { ofAuthenticator, ofVerification, task, taskHandler } from "./task.ts";

const ports = writing();
const { REMINDER_SECONDS } = readEnv("REMINDER_SECONDS");

const waiting = z.extend(ofVerification, {
  state: z.enum(verificationStates),
  lap: z.number(),
  taskToken: z.string(),
});
const failed = { failure: z.string() };

/** The steps of the state machines that need the records only. */
export const handler = taskHandler({
  plan: task(ofVerification, makePlan(ports, REMINDER_SECONDS)),
  "await-answer": task(waiting, makeAwaitAnswer(ports)),
  "remind-or-expire": task(ofVerification, makeRemindOrExpire(ports, REMINDER_SECONDS)),
  "commit-link": task(ofVerification, makeCommitLink(ports)),
  "fail-completion": task(z.extend(ofVerification, failed), makeFailCompletion(ports)),
  "give-up": task(z.extend(ofAuthenticator, failed), makeGiveUp(ports)),
});
