import type { Context } from "aws-lambda";
import * as z from "zod/mini";
import { log } from "../log.ts";

const id = z.string().check(z.regex(/^[a-z0-9-]{8,64}$/u));
const event = z.looseObject({
  task: z.string(),
  verificationId: id,
  accountId: id,
  attempt: z.number(),
});
type TaskEvent = z.infer<typeof event>;

/** The tasks of one function by name. What they throw has a literal name, which the state machine matches. */
export type Tasks = Record<string, (input: TaskEvent) => Promise<unknown>>;

/** The Lambda handler of a function of tasks. Logs ids only: a token or a body never. */
export const taskHandler =
  (tasks: Tasks) =>
  async (input: unknown, context: Context): Promise<unknown> => {
    const parsed = event.parse(input);
    const { task, verificationId, attempt } = parsed;
    log.addContext(context);
    log.appendKeys({ task, verificationId, attempt });
    const run = tasks[task];
    if (run === undefined) throw new Error(`there is no task ${task}`);
    try {
      const result = await run(parsed);
      log.info("COMPLETED");
      return result ?? {};
    } catch (error) {
      log.warn("FAILED", { reason: error instanceof Error ? error.name : "unknown" });
      throw error;
    }
  };
