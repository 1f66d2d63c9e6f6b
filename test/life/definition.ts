import { readFileSync } from "node:fs";
import { join } from "node:path";
import jsonata from "jsonata";

/** As much of the Amazon States Language as the definitions of this repository use. */
export interface State {
  Type: "Task" | "Choice" | "Map" | "Pass";
  Resource?: string;
  Arguments?: { Payload: Record<string, unknown> };
  Assign?: Record<string, unknown>;
  TimeoutSeconds?: number | string;
  Retry?: {
    ErrorEquals: string[];
    IntervalSeconds: number;
    BackoffRate: number;
    MaxDelaySeconds: number;
    MaxAttempts: number;
  }[];
  Catch?: { ErrorEquals: string[]; Assign?: Record<string, unknown>; Next: string }[];
  Choices?: { Condition: string; Next: string }[];
  Default?: string;
  Items?: string;
  ItemProcessor?: { StartAt: string; States: Record<string, State> };
  Next?: string;
  End?: boolean;
}
export interface Definition {
  StartAt: string;
  States: Record<string, State>;
}

/** A state machine as it is deployed. */
export const readDefinition = (name: string): Definition =>
  JSON.parse(
    readFileSync(join(import.meta.dirname, `../../statemachines/${name}.asl.json`), "utf8"),
  ) as Definition;

const expressions = new Map<string, jsonata.Expression>();
const compiled = (text: string) => {
  const found = expressions.get(text) ?? jsonata(text);
  expressions.set(text, found);
  return found;
};

/** A value with its expressions worked out, `{% … %}` by JSONata, all the way down. */
export const evaluate = async (value: unknown, variables: Record<string, unknown>): Promise<unknown> => {
  if (typeof value === "string") {
    const expression = /^\{%(.*)%\}$/su.exec(value)?.[1];
    return expression === undefined ? value : await compiled(expression).evaluate({}, variables);
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(
    async ([name, inner]) => [name, await evaluate(inner, variables)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
};
