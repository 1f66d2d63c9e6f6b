import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from "@aws-sdk/client-sfn";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { makeWorkflows } from "../../../../lambdas/adapters/step-functions/workflows.ts";

const sfn = mockClient(SFNClient);
const machine = "arn:aws:states:eu-central-1:000000000000:stateMachine:link";
const workflows = makeWorkflows(new SFNClient({}), machine);
const details = { message: "no", $metadata: {} };
const execution = { verificationId: "verification-1", accountId: "account-1", attempt: 2 };

beforeEach(() => {
  sfn.reset();
});

describe("an execution", () => {
  it("is named by verification and attempt, and is given ids only", async () => {
    sfn.on(StartExecutionCommand).resolves({});
    await workflows.start(execution);
    const { input } = sfn.commandCalls(StartExecutionCommand)[0]!.args[0];
    expect(input).toMatchObject({ stateMachineArn: machine, name: "verification-1-2" });
    expect(JSON.parse(input.input ?? "")).toEqual(execution);
  });

  it("that exists already is fine, another failure is not", async () => {
    sfn
      .on(StartExecutionCommand)
      .rejectsOnce(new ExecutionAlreadyExists(details))
      .rejects(new Error("throttled"));
    await expect(workflows.start(execution)).resolves.toBeUndefined();
    await expect(workflows.start(execution)).rejects.toThrow("throttled");
  });

  it.each([
    ["RUNNING", "running"],
    ["PENDING_REDRIVE", "running"],
    ["SUCCEEDED", "succeeded"],
    ["FAILED", "gone"],
    ["TIMED_OUT", "gone"],
    ["ABORTED", "gone"],
  ] as const)("in status %s is %s", async (status, expected) => {
    sfn
      .on(DescribeExecutionCommand, {
        executionArn: `${machine.replace("stateMachine", "execution")}:verification-1-2`,
      })
      .resolves({ status });
    expect(await workflows.status(execution)).toBe(expected);
  });

  it("that was never there is gone, one that can't be asked for is not", async () => {
    sfn
      .on(DescribeExecutionCommand)
      .rejectsOnce(new ExecutionDoesNotExist(details))
      .rejects(new Error("denied"));
    expect(await workflows.status(execution)).toBe("gone");
    await expect(workflows.status(execution)).rejects.toThrow("denied");
  });
});

describe("a token", () => {
  it("resumes its wait", async () => {
    sfn.on(SendTaskSuccessCommand, { taskToken: "token-1", output: "{}" }).resolves({});
    expect(await workflows.resume("token-1")).toBe("resumed");
  });

  it.each([[TaskDoesNotExist], [TaskTimedOut], [InvalidToken]])("has been used up: %o", async (Refusal) => {
    sfn.on(SendTaskSuccessCommand).rejects(new Refusal(details));
    expect(await workflows.resume("token-1")).toBe("moved-on");
  });

  it("fails where Step Functions does", async () => {
    sfn.on(SendTaskSuccessCommand).rejects(new Error("throttled"));
    await expect(workflows.resume("token-1")).rejects.toThrow("throttled");
  });
});
