import { parseArgs } from "node:util";
import { type DeadlinePauses, isPaused } from "../lambdas/domain/pauses.ts";
import { makePauseDeadlines } from "../lambdas/services/cases/pause-deadlines.ts";
import { operatorOf, recordsOf, runCommand, tableHelp, tableOptions, UsageWrong } from "./operations.ts";

const help = `npm run pause -- <status | on | off> [options]

  status   whether deadlines stand still, and when they did
  on       the deadlines of all verifications stand still, as in an outage
  off      they run again, later by as long as they stood

${tableHelp}`;

const told = ({ pauses }: DeadlinePauses): string =>
  [
    isPaused({ pauses }) ? "Deadlines stand still." : "Deadlines run.",
    ...pauses.map(({ from, until }) => `${from} – ${until ?? "now"}`),
  ].join("\n");

await runCommand(async () => {
  const { values, positionals } = parseArgs({ options: tableOptions, allowPositionals: true });
  const [what] = positionals;
  if (values.help === true || what === undefined) return help;
  const writing = recordsOf(values);
  if (what === "status")
    return told(
      (await writing.records.get("deadline-pauses", {})) ?? {
        type: "deadline-pauses",
        version: 0,
        pauses: [],
      },
    );
  if (what !== "on" && what !== "off") throw new UsageWrong(`There is no ${what}; see --help.`);
  return told(await makePauseDeadlines(writing)({ paused: what === "on", by: operatorOf(values) }));
});
