import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir, open, readFile, rm, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { StartFailure } from "../failure.ts";
import { pythonEnvironment } from "./environment.ts";

export type EmulatorOptions = {
  readonly port: number;
  /** Everything the emulator writes lies here: `state` and `s3` (to be cleared together), `tmp` and `emulator.log`. */
  readonly stateFolder: string;
  /** Tables and the like outlive a stop. Executions do not. */
  readonly persist: boolean;
  /** IAM policies are enforced. The deployment itself does not pass under it. */
  readonly authorize: boolean;
  /** Factor for Wait states and retry intervals of state machines; 1 where not given. */
  readonly waitScale?: number;
};

export type Emulator = {
  readonly endpoint: string;
  /** Saves the state, then ends the emulator and all its Lambda processes. */
  readonly stop: () => Promise<void>;
  /** All computing dies this instant, in the middle of whatever it does; tables stay as they are. */
  readonly kill: () => Promise<void>;
};

const nodeBinaries = join(import.meta.dirname, "../../node_modules/.bin");
const startLimit = 60_000;
const stopLimit = 20_000;

/** Starts the emulator on the loopback interface and answers when it takes requests. */
export const startEmulator = async (options: EmulatorOptions): Promise<Emulator> => {
  const python = await pythonEnvironment();
  await emptyTemporaryFolder(options.stateFolder);
  const logFile = join(options.stateFolder, "emulator.log");
  const log = await open(logFile, "a");
  // A process group of its own: the Lambda processes belong to it and end with it, and a Ctrl-C of the terminal does
  // not reach it before we have stopped it in order. The end of its input stops it, so it ends with this process too.
  const child = spawn(python, [join(import.meta.dirname, "launch.py")], {
    detached: true,
    stdio: ["pipe", log.fd, log.fd],
    env: environment(options),
  });
  await log.close();
  const endpoint = `http://127.0.0.1:${options.port}`;
  await ready(child, endpoint, logFile).catch(async (error: unknown) => {
    await end(child, "SIGKILL");
    throw error;
  });
  return { endpoint, stop: () => end(child), kill: () => end(child, "SIGUSR1") };
};

const emptyTemporaryFolder = async (stateFolder: string): Promise<void> => {
  const folder = join(stateFolder, "tmp");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  // Functions are unpacked here; without this, the package.json of a folder above would tell Node what their .js files are.
  await writeFile(join(folder, "package.json"), "{}");
};

const environment = (options: EmulatorOptions): NodeJS.ProcessEnv => {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(AWS|PYTHON)/u.test(name));
  const flag = (on: boolean): string => (on ? "1" : "0");
  return {
    ...Object.fromEntries(inherited),
    PATH: [nodeBinaries, process.env["PATH"]].join(delimiter),
    TMPDIR: join(options.stateFolder, "tmp"),
    BIND_HOST: "127.0.0.1",
    GATEWAY_PORT: String(options.port),
    PERSIST_STATE: flag(options.persist),
    S3_PERSIST: flag(options.persist),
    STATE_DIR: join(options.stateFolder, "state"),
    S3_DATA_DIR: join(options.stateFolder, "s3"),
    AUTH: String(options.authorize),
    SFN_WAIT_SCALE: String(options.waitScale ?? 1),
    // Listeners of services that are not used here.
    IOT_MTLS_ENABLED: "0",
    SFTP_ENABLED: "0",
  };
};

const ready = async (child: ChildProcess, endpoint: string, logFile: string): Promise<void> => {
  const giveUp = Date.now() + startLimit;
  while (Date.now() < giveUp) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new StartFailure(
        `The AWS emulator ended at its start; ${logFile} says: ${await lastLine(logFile)}`,
      );
    }
    if (await isEmulator(endpoint)) return;
    await sleep(100);
  }
  throw new StartFailure(`The AWS emulator did not start within a minute; see ${logFile}`);
};

/** Whether a LocalStack-compatible emulator answers at this address. */
export const isEmulator = async (endpoint: string): Promise<boolean> => {
  const answer = await fetch(`${endpoint}/_localstack/health`, { signal: AbortSignal.timeout(2000) }).catch(
    () => undefined,
  );
  await answer?.body?.cancel();
  return answer?.ok ?? false;
};

const end = async (child: ChildProcess, signal?: "SIGKILL" | "SIGUSR1"): Promise<void> => {
  if (child.pid === undefined) return;
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, "exit");
    if (signal === undefined) child.stdin?.end();
    else child.kill(signal);
    await Promise.race([ended, sleep(stopLimit, undefined, { ref: false })]);
  }
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // The whole group has ended by itself.
  }
};

const lastLine = async (file: string): Promise<string> =>
  (await readFile(file, "utf8")).trim().split("\n").at(-1) ?? "nothing";
