import { invoke } from "./aws.ts";
import type { Endpoints } from "./endpoints.ts";

/** What a newcomer should find there: the list of certified keys. */
export const seed = async ({ emulator, functions }: Endpoints): Promise<void> => {
  const { refreshMetadata } = functions;
  if (refreshMetadata !== undefined) await invoke(emulator, refreshMetadata);
};
