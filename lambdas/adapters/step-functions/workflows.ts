import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskSuccessCommand,
  type SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import type { Workflows } from "../../services/ports/platform.ts";

/** Names of executions are taken for good: each attempt has its own. */
const nameOf = ({ verificationId, attempt }: { verificationId: string; attempt: number }) =>
  `${verificationId}-${attempt}`;

/** `Workflows` over Step Functions. Input and output hold ids only. */
export const makeWorkflows = (client: SFNClient, stateMachineArn: string): Workflows => ({
  start: async ({ verificationId, accountId, attempt }) => {
    try {
      await client.send(
        new StartExecutionCommand({
          stateMachineArn,
          name: nameOf({ verificationId, attempt }),
          input: JSON.stringify({ verificationId, accountId, attempt }),
        }),
      );
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  },

  resume: async (taskToken) => {
    try {
      await client.send(new SendTaskSuccessCommand({ taskToken, output: "{}" }));
      return "resumed";
    } catch (error) {
      if (error instanceof TaskDoesNotExist || error instanceof TaskTimedOut || error instanceof InvalidToken)
        return "moved-on";
      throw error;
    }
  },

  status: async (execution) => {
    const executionArn = `${stateMachineArn.replace(":stateMachine:", ":execution:")}:${nameOf(execution)}`;
    try {
      const { status } = await client.send(new DescribeExecutionCommand({ executionArn }));
      if (status === "RUNNING" || status === "PENDING_REDRIVE") return "running";
      return status === "SUCCEEDED" ? "succeeded" : "gone";
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return "gone";
      throw error;
    }
  },
});
