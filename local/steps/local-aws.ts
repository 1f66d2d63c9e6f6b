import { existsSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Emulator, type EmulatorOptions, isEmulator, startEmulator } from "../emulator/process.ts";
import { StartFailure } from "../failure.ts";

/** The local AWS of a product, ours or one that was there before. */
export interface LocalAws {
  readonly endpoint: string;
  /** To be called when the stacks are deployed: from now on what is there is kept, and policies are enforced. */
  deployed(): Promise<void>;
  /** Stops in order and starts again. What executions were doing is lost. */
  restart(): Promise<void>;
  /** All computing dies this instant; `restart` brings the tables back. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** The address in AWS_ENDPOINT_URL, when an emulator answers there. */
export const existingEmulator = async (): Promise<string | undefined> => {
  const address = process.env["AWS_ENDPOINT_URL"];
  if (address === undefined || address === "") return undefined;
  const endpoint = address.replace(/\/$/u, "");
  return (await isEmulator(endpoint)) ? endpoint : undefined;
};

/** Starts our own emulator over what the last run left in its folder. */
export const ownAws = async (options: Omit<EmulatorOptions, "persist">): Promise<LocalAws> => {
  const marker = join(options.stateFolder, "deployed");
  // A first deployment that was interrupted leaves half of its resources behind, which the next one would stumble over.
  if (!existsSync(marker)) await rm(options.stateFolder, { recursive: true, force: true });
  const start = (authorize: boolean): Promise<Emulator> =>
    startEmulator({ ...options, authorize, persist: true });
  // The deployment itself does not pass under the emulator's enforcement of policies.
  let emulator = await start(false);
  let enforced = false;
  const restart = async (): Promise<void> => {
    await emulator.stop();
    emulator = await start(enforced);
  };
  return {
    endpoint: emulator.endpoint,
    deployed: async () => {
      enforced = options.authorize;
      await restart();
      await writeFile(marker, "");
    },
    restart,
    kill: () => emulator.kill(),
    stop: () => emulator.stop(),
  };
};

/** An emulator that somebody else started: used as it is, and left running. */
export const foreignAws = (endpoint: string): LocalAws => {
  const refuse = (): Promise<never> =>
    Promise.reject(new StartFailure(`The emulator at ${endpoint} was not started by us.`));
  const nothing = (): Promise<void> => Promise.resolve();
  return { endpoint, deployed: nothing, restart: refuse, kill: refuse, stop: nothing };
};
