import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import validate from "asl-validator";
import { describe, expect, it } from "vitest";
import * as errors from "../../lambdas/domain/errors.ts";

const folder = join(import.meta.dirname, "../../statemachines");

interface State {
  Type: string;
  Resource?: string;
  TimeoutSeconds?: number | string;
  Retry?: { ErrorEquals: string[] }[];
  Catch?: { ErrorEquals: string[]; Next: string }[];
  Arguments?: { Payload?: { task?: string } };
  ItemProcessor?: { States: Record<string, State> };
}

const statesOf = (states: Record<string, State>): [string, State][] =>
  Object.entries(states).flatMap(([name, state]): [string, State][] => [
    [name, state],
    ...(state.ItemProcessor === undefined ? [] : statesOf(state.ItemProcessor.States)),
  ]);

/** Names that AWS itself gives to a Lambda task's failures. */
const awsErrors = [
  "States.ALL",
  "States.Timeout",
  "Lambda.ServiceException",
  "Lambda.AWSLambdaException",
  "Lambda.SdkClientException",
  "Lambda.TooManyRequestsException",
  "Lambda.Unknown",
  "Runtime.ExitError",
  "Sandbox.Timedout",
];
const known = new Set([...awsErrors, ...Object.keys(errors)]);

describe.each(readdirSync(folder))("%s", (file) => {
  const text = readFileSync(join(folder, file), "utf8");
  const definition = JSON.parse(text) as { States: Record<string, State> };
  const tasks = statesOf(definition.States).filter(([, { Type }]) => Type === "Task");

  it("is valid Amazon States Language", () => {
    const result = validate(JSON.parse(text), { checkArn: false });
    expect(result.errorsText()).toBe("");
    expect(result.isValid).toBe(true);
  });

  it.each(tasks)("%s has a timeout", (_, state) => {
    expect(state.TimeoutSeconds).toBeDefined();
  });

  it.each(tasks.filter(([, { Resource }]) => Resource?.endsWith(".waitForTaskToken")))(
    "%s waits, and catches its timeout",
    (_, state) => {
      expect(state.Catch?.flatMap(({ ErrorEquals }) => ErrorEquals)).toContain("States.Timeout");
    },
  );

  it.each(tasks)("%s names only errors that exist, and retries none without a name", (_, state) => {
    const retried = state.Retry?.flatMap(({ ErrorEquals }) => ErrorEquals) ?? [];
    const caught = state.Catch?.flatMap(({ ErrorEquals }) => ErrorEquals) ?? [];
    expect([...retried, ...caught].filter((name) => !known.has(name))).toEqual([]);
    expect(retried).not.toContain("States.ALL");
  });

  const attempted = tasks.filter(([, { Arguments }]) => "attempt" in (Arguments?.Payload ?? {}));
  it.skipIf(attempted.length === 0).each(attempted)(
    "%s leaves its work to a newer attempt",
    (name, state) => {
      const inMap = definition.States[name] === undefined;
      const caught = (inMap ? definition.States["RegisterAuthenticators"] : state)?.Catch ?? [];
      expect(caught.find(({ ErrorEquals }) => ErrorEquals.includes("Superseded"))?.Next).toBe(
        "LeaveToAnother",
      );
    },
  );

  it("holds ids only: nothing that a task answers but the plan goes into the history", () => {
    const payloads = tasks.map(([, { Arguments }]) => Object.keys(Arguments?.Payload ?? {}));
    const allowed = [
      "task",
      "verificationId",
      "authenticatorId",
      "accountId",
      "attempt",
      "state",
      "lap",
      "taskToken",
      "keyId",
      "failure",
    ];
    expect(payloads.flat().filter((name) => !allowed.includes(name))).toEqual([]);
  });
});

it("has a class of the very same name for each error, so that minified code still matches", () => {
  for (const [name, ErrorClass] of Object.entries(errors)) {
    if (name === "DomainError" || name === "NiaError") continue;
    const error = new (ErrorClass as new (detail: unknown) => Error)(name === "InvalidInput" ? [] : "");
    expect(error.name).toBe(name);
  }
});
