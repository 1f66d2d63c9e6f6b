import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { invoke } from "./aws.ts";
import { registerDemoAccount } from "./demo-account.ts";
import type { Endpoints } from "./endpoints.ts";

/** What a newcomer should find there: the list of certified keys, and once an account to log in with. */
export const seed = async (endpoints: Endpoints, runFolder: string): Promise<void> => {
  const { refreshMetadata } = endpoints.functions;
  if (refreshMetadata !== undefined) await invoke(endpoints.emulator, refreshMetadata);
  const marker = join(runFolder, "seeded");
  if (existsSync(marker)) return;
  await registerDemoAccount(endpoints);
  await writeFile(marker, "");
};
