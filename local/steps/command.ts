import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { delimiter, join } from "node:path";
import { StartFailure } from "../failure.ts";

export const project = join(import.meta.dirname, "../..");
const binaries = join(project, "node_modules/.bin");

export interface Command {
  /** A program of node_modules/.bin and its arguments. */
  readonly run: readonly [string, ...string[]];
  /** The project's folder unless told. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Takes all it prints. */
  readonly logFile: string;
  readonly signal?: AbortSignal | undefined;
}

/** Runs a program of this project to its end. Throws `StartFailure` with `failed` and the program's last error. */
export const runCommand = async (
  failed: string,
  { run: [program, ...args], cwd = project, env, logFile, signal }: Command,
): Promise<void> => {
  signal?.throwIfAborted();
  const log = createWriteStream(logFile, { flags: "a" });
  log.write(`\n$ ${program} ${args.join(" ")}\n`);
  // A group of its own, so that nothing it has started outlives an interruption.
  const child = spawn(join(binaries, program), args, {
    cwd,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env, PATH: [binaries, process.env["PATH"]].join(delimiter), NO_COLOR: "1" },
  });
  const interrupt = (): void => void (child.pid !== undefined && process.kill(-child.pid, "SIGKILL"));
  signal?.addEventListener("abort", interrupt);
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      log.write(text);
      printed.push(text);
    });
  }
  const [code] = (await once(child, "close")) as [number | null];
  signal?.removeEventListener("abort", interrupt);
  log.end();
  signal?.throwIfAborted();
  if (code !== 0)
    throw new StartFailure(`${failed}: ${reason(printed.join(""))} (all of it is in ${logFile})`);
};

/** The lines that most likely say why: an error's own first three, else the last that speaks of a failure. */
const reason = (output: string): string => {
  const lines = output.split("\n").flatMap((line) => line.trim() || []);
  const own = lines.findIndex((line) => /^(‣ )?\w*Error:/u.test(line));
  if (own >= 0) return lines.slice(own, own + 3).join(" ");
  return lines.findLast((line) => /error|fail/iu.test(line)) ?? lines.at(-1) ?? "it did not say why";
};
