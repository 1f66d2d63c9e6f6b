import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { StartFailure } from "../failure.ts";

const run = promisify(execFile);
const requirements = join(import.meta.dirname, "requirements.txt");
const folder = join(import.meta.dirname, "../.run/venv");
const oldestPython = [3, 10] as const;

/**
 * The emulator's own Python environment, made on the first call and again when the requirements change.
 * Answers with the path of its interpreter. It is made aside and moved in whole, so an interrupted installation leaves
 * nothing half-done behind.
 */
export const pythonEnvironment = async (): Promise<string> => {
  const wanted = createHash("sha256")
    .update(await readFile(requirements))
    .digest("hex");
  const marker = join(folder, "requirements.sha256");
  const python = join(folder, "bin/python");
  const isMade = async () => existsSync(marker) && (await readFile(marker, "utf8")) === wanted;
  if (await isMade()) return python;

  const aside = `${folder}.${process.pid}`;
  await mkdir(join(folder, ".."), { recursive: true });
  try {
    await install(await systemPython(), aside);
    await writeFile(join(aside, "requirements.sha256"), wanted);
    // Whoever else has made it meanwhile works with it already.
    if (await isMade()) return python;
    await rm(folder, { recursive: true, force: true });
    await rename(aside, folder);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return python;
};

const install = async (python: string, target: string): Promise<void> => {
  await run(python, ["-m", "venv", target]).catch((error: unknown) => {
    throw new StartFailure(
      `Python could not make a virtual environment (on Debian and Ubuntu: apt install python3-venv): ${lastLine(error)}`,
    );
  });
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements];
  await run(join(target, "bin/python"), pip).catch((error: unknown) => {
    throw new StartFailure(`The emulator's Python packages could not be installed: ${lastLine(error)}`);
  });
};

/** The name of a Python on this search path that is new enough. Throws `StartFailure`. */
export const systemPython = async (searchPath = process.env["PATH"]): Promise<string> => {
  const found: string[] = [];
  for (const name of [
    "python3",
    "python3.14",
    "python3.13",
    "python3.12",
    "python3.11",
    "python3.10",
    "python",
  ]) {
    const version = await versionOf(name, searchPath);
    if (version === undefined) continue;
    if (isNewEnough(version)) return name;
    found.push(version);
  }
  throw new StartFailure(
    found.length === 0
      ? "Python 3.10 or newer is needed for the local AWS emulator, and no python3 was found on the PATH."
      : `Python 3.10 or newer is needed for the local AWS emulator; found only ${found.join(", ")}.`,
  );
};

const versionOf = async (name: string, searchPath = ""): Promise<string | undefined> => {
  const script = "import sys; print('.'.join(map(str, sys.version_info[:3])))";
  const answer = await run(name, ["-c", script], { env: { ...process.env, PATH: searchPath } }).catch(
    () => undefined,
  );
  return answer?.stdout.trim();
};

const isNewEnough = (version: string): boolean => {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major > oldestPython[0] || (major === oldestPython[0] && minor >= oldestPython[1]);
};

const lastLine = (error: unknown): string => {
  const output = error instanceof Error && "stderr" in error ? String(error.stderr) : String(error);
  return output.trim().split("\n").at(-1) ?? "no reason given";
};
