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
const machines = {
  "link-account": "arn:aws:states:eu-central-1:000000000000:stateMachine:link",
  "unlink-account": "arn:aws:states:eu-central-1:000000000000:stateMachine:unlink",
};
const workflows = makeWorkflows(new SFNClient({}), machines);
const details = { message: "no", $metadata: {} };
const input = { verificationId: "verification-1", accountId: "account-1", attempt: 2 };
const execution = { machine: "link-account", ...input } as const;
const telling = { authenticatorId: "authenticator-1", accountId: "account-1", attempt: 3 };

beforeEach(() => {
  sfn.reset();
});

describe("an execution", () => {
  it.each([
    [execution, "verification-1-2", input],
    [{ machine: "unlink-account", ...telling } as const, "authenticator-1-3", telling],
  ])(
    "is named by what it works on and the attempt, and is given ids only: $machine",
    async (one, name, ids) => {
      sfn.on(StartExecutionCommand).resolves({});
      await workflows.start(one);
      const sent = sfn.commandCalls(StartExecutionCommand)[0]!.args[0].input;
      expect(sent).toMatchObject({ stateMachineArn: machines[one.machine], name });
      expect(JSON.parse(sent.input ?? "")).toEqual(ids);
    },
  );

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
        executionArn: `${machines["link-account"].replace("stateMachine", "execution")}:verification-1-2`,
      })
      .resolves({ status });
    expect(await workflows.status(execution)).toBe(expected);
  });

  it("is asked for at its own machine", async () => {
    const executionArn = `${machines["unlink-account"].replace("stateMachine", "execution")}:authenticator-1-3`;
    sfn.on(DescribeExecutionCommand, { executionArn }).resolves({ status: "RUNNING" });
    expect(await workflows.status({ machine: "unlink-account", ...telling })).toBe("running");
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
