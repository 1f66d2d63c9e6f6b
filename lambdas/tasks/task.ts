import type { Context } from "aws-lambda";
import * as z from "zod/mini";
import { NiaError } from "../domain/errors.ts";
import { log } from "../log.ts";

const id = z.string().check(z.regex(/^[a-z0-9-]{8,64}$/u));

/** What every task of link-account is told. */
export const ofVerification = z.object({ verificationId: id, accountId: id, attempt: z.number() });
/** What every task of unlink-account is told. */
export const ofAuthenticator = z.object({ authenticatorId: id, accountId: id, attempt: z.number() });

/** What tasks that work on no record in particular are told. */
export const ofNothing = z.object({});

const event = z.object({
  task: z.string(),
  verificationId: z.optional(id),
  authenticatorId: z.optional(id),
  attempt: z.optional(z.number()),
});

type Task = (input: unknown) => Promise<unknown>;

/** A use case with the input that it takes. */
export const task =
  <I>(input: z.ZodMiniType<I>, run: (input: I) => Promise<unknown>): Task =>
  async (given) =>
    await run(input.parse(given));

/**
 * The Lambda handler of a function of tasks, by name. What they throw has a literal name, which the state machine
 * matches. Logs ids only: a token or a body never.
 */
export const taskHandler =
  (tasks: Record<string, Task>) =>
  async (input: unknown, context: Context): Promise<unknown> => {
    const { task: name, verificationId, authenticatorId, attempt } = event.parse(input);
    log.addContext(context);
    // Keys of the call before would stay: each is said, also where it has no value now.
    log.appendKeys({ task: name, verificationId, authenticatorId, attempt });
    const run = tasks[name];
    if (run === undefined) throw new Error(`there is no task ${name}`);
    try {
      const result = await run(input);
      log.info("COMPLETED");
      return result ?? {};
    } catch (error) {
      log.warn("FAILED", {
        reason: error instanceof Error ? error.name : "unknown",
        ...(error instanceof NiaError && { correlationId: error.correlationId }),
      });
      throw error;
    }
  };
