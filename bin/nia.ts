import { makeNia } from "../lambdas/adapters/nia/nia.ts";
import { readArguments } from "./nia/arguments.ts";
import { connectionOf } from "./nia/connection.ts";
import { endingOf, shown, shownEvent, statusOf } from "./nia/show.ts";
import { traced } from "./nia/trace.ts";
import { transactionOf } from "./nia/transactions.ts";
import { usage } from "./nia/usage.ts";

/** For operators: one transaction with NIA, as the service would make it. Answers the exit status. */
const main = async (given: string[]): Promise<number> => {
  const parsed = readArguments(given);
  const { command, texts, flags } = parsed;
  if (command === undefined) {
    console.log(usage);
    return 0;
  }
  const ask = transactionOf(command, texts);
  const connection = connectionOf(parsed);
  const nia = makeNia({
    ...connection,
    clock: () => new Date().toISOString(),
    observe: (event) => console.error(shownEvent(event)),
    ...(texts.trace !== undefined && {
      fetch: traced(globalThis.fetch, { folder: texts.trace, personalData: flags["trace-personal-data"] }),
    }),
  });
  const answer = await ask(nia);
  console.log(flags.json ? JSON.stringify(answer, undefined, 2) : shown(answer));
  return statusOf(answer);
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const { title, advice, status } = endingOf(error);
  console.error(`${title}\n${advice}`);
  process.exitCode = status;
}
