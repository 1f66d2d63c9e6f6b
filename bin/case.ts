import { parseArgs } from "node:util";
import { NotFound } from "../lambdas/domain/errors.ts";
import type { OperatorCase } from "../lambdas/domain/records.ts";
import { makeCloseCase } from "../lambdas/services/cases/close-case.ts";
import { canBeRetried, makeRetryCase } from "../lambdas/services/cases/retry-case.ts";
import type { Writing } from "../lambdas/services/writing.ts";
import { operatorOf, recordsOf, runCommand, tableHelp, tableOptions, UsageWrong } from "./operations.ts";

const help = `npm run case -- <list | show ID | retry ID | close ID> [options]

  list       the open cases, oldest first
  show ID    one case, whole
  retry ID   what it is about is tried again, and the case closed; where that fails, another one comes
  close ID   nothing more is tried; --settled says that it was put right elsewhere

${tableHelp}`;

const line = (one: OperatorCase): string =>
  [one.openedAt, one.id, one.kind, canBeRetried(one) ? "retry or close" : "close"].join("  ");

const list = async ({ records }: Writing): Promise<string> => {
  const open = await records.waiting("operator-case");
  return open.length === 0 ? "No case is open." : open.map(line).join("\n");
};

const show = async ({ records }: Writing, id: string): Promise<string> => {
  const found = await records.get("operator-case", { id });
  if (found === undefined) throw new NotFound(`case ${id} is not there`);
  const { type: _type, version: _version, ...told } = found;
  return JSON.stringify(told, undefined, 2);
};

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { ...tableOptions, settled: { type: "boolean" } },
    allowPositionals: true,
  });
  const [what, caseId = ""] = positionals;
  if (values.help === true || what === undefined) return help;
  const writing = recordsOf(values);
  if (what === "list") return await list(writing);
  if (caseId === "") throw new UsageWrong(`${what}: which case? \`list\` tells their ids.`);
  if (what === "show") return await show(writing, caseId);
  const by = operatorOf(values);
  if (what === "retry") {
    await makeRetryCase(writing)({ caseId, by });
    return "It is tried again; the case is closed.";
  }
  if (what !== "close") throw new UsageWrong(`There is no ${what}; see --help.`);
  await makeCloseCase(writing)({ caseId, by, outcome: values.settled === true ? "settled" : "given-up" });
  return "The case is closed.";
});
