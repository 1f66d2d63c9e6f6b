import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleFunctions, writeTrust } from "../../lib/bundle.ts";
import { parseSettings } from "../../lib/stage.ts";
import { rawSettings } from "../infra/support/synthesis.ts";
import { measureFeed } from "./feed.ts";
import { measureImports } from "./imports.ts";
import { median } from "./median.ts";
import { measureRoutes } from "./routes.ts";
import { transitionsOf } from "./transitions.ts";

const IMPORT_MS = 100;
const TRANSITIONS = 25;
const USERS = 7;

const verdict = (value: number, budget: number) => (value <= budget ? "ok" : `OVER ${budget}`);

const print = (columns: readonly string[], rows: readonly (string | number)[][]): void => {
  const cells = [columns, ...rows].map((row) =>
    row.map((cell) => (typeof cell === "number" ? cell.toFixed() : cell)),
  );
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const line = (row: string[]) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ");
  console.log(cells.map(line).join("\n"));
};

/** Memory that grows with the feed, or time that grows faster than it, would show here. */
const printFeed = async (): Promise<void> => {
  console.log("\nChange feed: over the wire to the simulated NIA, records in memory, pages of 500\n");
  const costs = [await measureFeed(1000), await measureFeed(10_000)];
  print(
    ["notifications", "calls", "s", "per second", "MB"],
    costs.map((cost) => [
      `${cost.notifications}`,
      cost.calls,
      cost.seconds.toFixed(1),
      cost.notifications / cost.seconds,
      cost.megabytes.toFixed(1),
    ]),
  );
  const [few, many] = costs;
  if (few === undefined || many === undefined) return;
  console.log(`ten times as many take ${(many.seconds / few.seconds).toFixed(1)} times as long`);
  console.log(`100 000, reckoned from the larger: ${((many.seconds * 10) / 60).toFixed(1)} minutes`);
};

if (process.argv.includes("feed")) {
  await printFeed();
  process.exit();
}

const settings = parseSettings("prod", rawSettings("prod"));
const out = join(mkdtempSync(join(tmpdir(), "nia-link-bench-")), "out");
try {
  const folders = bundleFunctions({ out });
  writeTrust(folders, settings);

  console.log(
    "Functions: size of the bundle; import and memory above an empty module, medians of processes in turns\n",
  );
  const { bareMs, imports } = measureImports(folders, out, settings);
  print(
    ["function", "kB", "import ms", "memory MB"],
    imports.map(({ name, kilobytes, importMs, megabytes }) => [name, kilobytes, importMs, megabytes]),
  );
  const importMs = median(imports.map((one) => one.importMs));
  console.log(
    `median import ${importMs.toFixed()} ms above bare Node's ${bareMs.toFixed()}: ${verdict(importMs, IMPORT_MS)}`,
  );

  console.log(
    "\nRoutes: bundled handlers in this process, AWS in another; calls under way at once are one round trip;",
  );
  console.log(
    "other AWS calls where nothing is kept yet; CPU time of all threads, median, without the log's writing\n",
  );
  const costs = await measureRoutes(folders, out, settings, USERS);
  print(
    ["route", "method", "round trips", "limits", "calls", "other", "CPU ms", ""],
    costs.map((cost) => [
      cost.name,
      cost.method,
      cost.roundTrips,
      cost.limitWaits,
      cost.dynamoDb,
      cost.other,
      cost.cpuMs.toFixed(1),
      verdict(cost.roundTrips, cost.budget),
    ]),
  );

  console.log("\nLink: states entered by the machine, without reminders and failures\n");
  print(
    ["keys", "transitions", ""],
    [1, 2].map((keys) => [
      `${keys}`,
      transitionsOf(keys).length,
      verdict(transitionsOf(keys).length, TRANSITIONS),
    ]),
  );

  await printFeed();
} finally {
  rmSync(out, { recursive: true, force: true });
}
