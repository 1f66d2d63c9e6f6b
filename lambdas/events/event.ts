import type { Context } from "aws-lambda";
import { log } from "../log.ts";

/** The Lambda handler of a schedule or stream: logs counts and names, and lets failures through. */
export const eventHandler =
  <E>(run: (event: E) => Promise<object | void>) =>
  async (event: E, context: Context): Promise<void> => {
    log.addContext(context);
    try {
      log.info("COMPLETED", { result: (await run(event)) ?? {} });
    } catch (error) {
      log.error("FAILED", { error: error as Error });
      throw error;
    }
  };
