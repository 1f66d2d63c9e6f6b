import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  StartExecutionCommand,
  StopExecutionCommand,
  type DescribeExecutionOutput,
} from "@aws-sdk/client-sfn";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clientsOf, emptyEmulator, makeFunction, makeMachine, type Clients } from "../../support/emulator.ts";
import { eventually } from "../../support/eventually.ts";

let emulator: Awaited<ReturnType<typeof emptyEmulator>>;
let clients: Clients;

beforeAll(async () => {
  emulator = await emptyEmulator();
  clients = clientsOf(emulator.endpoint);
});
afterAll(() => emulator.stop());

const outcome = async (executionArn: string | undefined): Promise<DescribeExecutionOutput> =>
  eventually("the end of the execution", async () => {
    const execution = await clients.states.send(new DescribeExecutionCommand({ executionArn }));
    return execution.status === "RUNNING" ? undefined : execution;
  });

const run = async (name: string, states: object, input: object = {}): Promise<DescribeExecutionOutput> => {
  const stateMachineArn = await makeMachine(clients, name, states);
  const started = await clients.states.send(
    new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }),
  );
  return outcome(started.executionArn);
};

const invoke = (FunctionName: string, fields: object): object => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: { FunctionName, Payload: "{% $states.input %}" },
  End: true,
  ...fields,
});

const caught = { Type: "Pass", Output: "{% $states.input %}", End: true };
const catching = (...errors: string[]) => ({
  Catch: [{ ErrorEquals: errors, Next: "Caught", Output: "{% $states.errorOutput %}" }],
});

describe("An error thrown by a Lambda function", () => {
  it("reaches Catch under its own name, with its message in the cause", async () => {
    const thrower = await makeFunction(
      clients,
      "thrower",
      `class Refused extends Error { name = "NiaRefused" }
       export const handler = async () => { throw new Refused("code 7") }`,
    );
    const { status, output } = await run("named-error", {
      Task: invoke(thrower, catching("NiaRefused")),
      Caught: caught,
    });
    expect(status).toBe("SUCCEEDED");
    const { Error: error, Cause: cause } = JSON.parse(output ?? "{}");
    expect(error).toBe("NiaRefused");
    expect(JSON.parse(cause)).toMatchObject({ errorType: "NiaRefused", errorMessage: "code 7" });
  });

  it("is Runtime.ExitError when the process died instead", async () => {
    const dying = await makeFunction(
      clients,
      "dying",
      `export const handler = async () => { process.kill(process.pid, "SIGKILL"); await new Promise(() => {}) }`,
    );
    const { output } = await run("died", {
      Task: invoke(dying, catching("Runtime.ExitError")),
      Caught: caught,
    });
    expect(JSON.parse(output ?? "{}")).toMatchObject({ Error: "Runtime.ExitError" });
  });
});

describe("TimeoutSeconds", () => {
  it("may be a JSONata expression, and what it ends can be caught as States.Timeout", async () => {
    const silent = await makeFunction(clients, "silent", `export const handler = async () => "no callback"`);
    const { status, output } = await run(
      "timeout",
      {
        Wait: invoke(silent, {
          Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
          TimeoutSeconds: "{% $states.input.seconds %}",
          ...catching("States.Timeout"),
        }),
        Caught: caught,
      },
      { seconds: 1 },
    );
    expect(status).toBe("SUCCEEDED");
    expect(JSON.parse(output ?? "{}")).toMatchObject({ Error: "States.Timeout" });
  });
});

describe("A waitForTaskToken task", () => {
  it("fails at once when its function throws", async () => {
    const failing = await makeFunction(
      clients,
      "failing",
      `export const handler = async () => { throw Object.assign(new Error("wrong lap"), { name: "Conflict" }) }`,
    );
    const { output } = await run("callback", {
      Wait: invoke(failing, {
        Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
        TimeoutSeconds: 600,
        ...catching("States.TaskFailed"),
      }),
      Caught: caught,
    });
    expect(JSON.parse(output ?? "{}").Cause).toContain("wrong lap");
  });
});

describe("StartExecution with a name in use", () => {
  it("answers with the running execution when the input is the same, and refuses another input or an ended one", async () => {
    const stateMachineArn = await makeMachine(clients, "once", {
      Wait: { Type: "Wait", Seconds: 600, End: true },
    });
    const start = (input: object) =>
      clients.states.send(
        new StartExecutionCommand({ stateMachineArn, name: "attempt-1", input: JSON.stringify(input) }),
      );
    const { executionArn } = await start({ id: 1 });
    expect(await start({ id: 1 })).toMatchObject({ executionArn });
    await expect(start({ id: 2 })).rejects.toThrow(ExecutionAlreadyExists);
    await clients.states.send(new StopExecutionCommand({ executionArn }));
    await expect(start({ id: 1 })).rejects.toThrow(ExecutionAlreadyExists);
  });
});
