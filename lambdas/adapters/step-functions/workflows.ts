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
import type { Execution, Workflows } from "../../services/ports/platform.ts";

/** What an execution is told: ids only. */
const inputOf = (execution: Execution) => {
  const { accountId, attempt } = execution;
  return execution.machine === "link-account"
    ? { verificationId: execution.verificationId, accountId, attempt }
    : { authenticatorId: execution.authenticatorId, accountId, attempt };
};

/** Names of executions are taken for good: each attempt has its own. */
const nameOf = (execution: Execution) => {
  const id = execution.machine === "link-account" ? execution.verificationId : execution.authenticatorId;
  return `${id}-${execution.attempt}`;
};

/** `Workflows` over Step Functions, by the ARN of each machine. Input and output hold ids only. */
export const makeWorkflows = (
  client: SFNClient,
  machines: Readonly<Record<Execution["machine"], string>>,
): Workflows => ({
  start: async (execution) => {
    try {
      await client.send(
        new StartExecutionCommand({
          stateMachineArn: machines[execution.machine],
          name: nameOf(execution),
          input: JSON.stringify(inputOf(execution)),
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
    const executions = machines[execution.machine].replace(":stateMachine:", ":execution:");
    const executionArn = `${executions}:${nameOf(execution)}`;
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
