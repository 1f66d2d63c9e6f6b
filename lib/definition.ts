import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Retrier {
  ErrorEquals: string[];
  IntervalSeconds: number;
  BackoffRate: number;
  MaxDelaySeconds: number;
  MaxAttempts: number;
}

/** How many repetitions fill that time, none of them later. */
export const attemptsWithin = (
  seconds: number,
  { IntervalSeconds, BackoffRate, MaxDelaySeconds }: Omit<Retrier, "ErrorEquals" | "MaxAttempts">,
): number => {
  let attempts = 0;
  let delay = IntervalSeconds;
  for (let elapsed = delay; elapsed <= seconds; elapsed += delay) {
    attempts += 1;
    delay = Math.min(delay * BackoffRate, MaxDelaySeconds);
  }
  return attempts;
};

const isRetrier = (value: unknown): value is Retrier =>
  typeof value === "object" && value !== null && "ErrorEquals" in value && "MaxAttempts" in value;

/** A definition with every retry of a call to NIA going on for that long. */
export const withNiaRetry = (definition: string, seconds: number): string =>
  JSON.stringify(
    JSON.parse(definition, (_key, value: unknown) =>
      isRetrier(value) && value.ErrorEquals.includes("NiaUnavailable")
        ? { ...value, MaxAttempts: attemptsWithin(seconds, value) }
        : value,
    ),
  );

/** The text of a state machine. */
export const readDefinition = (name: string): string =>
  readFileSync(join(import.meta.dirname, `../statemachines/${name}.asl.json`), "utf8");
