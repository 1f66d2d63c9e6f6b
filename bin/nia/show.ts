import { failures } from "../../lambdas/adapters/nia/failures.ts";
import type { NiaEvent } from "../../lambdas/adapters/nia/observe.ts";

const label = (name: string): string =>
  name
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/^./, (first) => first.toUpperCase());

const lineOf = (name: string, value: unknown, indent = ""): string[] => {
  if (Array.isArray(value))
    return value.length === 0
      ? [`${indent}${label(name)}: none`]
      : [`${indent}${label(name)}:`, ...value.flatMap((one: object) => ["", ...linesOf(one, `${indent}  `)])];
  if (typeof value === "object" && value !== null)
    return [`${indent}${label(name)}:`, ...linesOf(value, `${indent}  `)];
  return [`${indent}${`${label(name)}:`.padEnd(22)}${String(value)}`];
};

const linesOf = (value: object, indent = ""): string[] =>
  Object.entries(value).flatMap(([name, inner]) => lineOf(name, inner, indent));

/** An answer for people. */
export const shown = (answer: object): string => linesOf(answer).join("\n");

const clockOf = (offsetMs: number): string =>
  `${(Math.abs(offsetMs) / 1000).toFixed(1)} s ${offsetMs < 0 ? "behind" : "ahead"}`;

/** One line of what happened on the way. */
export const shownEvent = (event: NiaEvent): string => {
  if (event.event === "key-refused") return `! NIA does not take the key of certificate ${event.fingerprint}`;
  if (event.event === "key-unusable") return `! a key can't be used; left: ${event.usable}`;
  const { call, milliseconds, failure, clockOffsetMs } = event;
  const clock = clockOffsetMs === undefined ? "" : `, its clock ${clockOf(clockOffsetMs)}`;
  const outcome = failure === undefined ? "ok" : `${failure} (${failures[failure].layer})`;
  return `${call.padEnd(22)} ${String(milliseconds).padStart(6)} ms  ${outcome}${clock}`;
};

interface Ending {
  status: number;
  advice: string;
}

const no = (advice: string): Ending => ({ status: 3, advice });

/** What an error means for the one who asked, and the exit status. */
const endings: Record<string, Ending> = {
  UsageError: { status: 2, advice: "--help shows what there is." },
  PersonNotFound: no("Nobody fits. Check the spelling with diacritics, the date, the document."),
  PersonAmbiguous: no("Several people fit. Add the document or the address place."),
  NiaRefused: no("NIA answered, and the same will be refused again."),
  NiaUnavailable: { status: 4, advice: "Nothing was done. Try again later." },
  NiaOutcomeUnknown: { status: 5, advice: "It may have been done. Repeat it, or change it to Ukonceny." },
  NiaReplyInvalid: {
    status: 6,
    advice: "The reply failed a check: it may not be NIA's. A write may have been done.",
  },
};

export const endingOf = (error: unknown): Ending & { title: string } => {
  const name = error instanceof Error ? error.name : "Error";
  const message = error instanceof Error ? error.message : "unknown";
  const ending = endings[name] ?? { status: 1, advice: "This was not expected." };
  return { ...ending, title: name === "UsageError" ? message : `${name}: ${message}` };
};

/** Answers that are a no, though NIA counts them as its answer. */
export const statusOf = (answer: object): number =>
  "outcome" in answer && ["already-exists", "no-such-record"].includes(String(answer.outcome)) ? 3 : 0;
