import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { invoke } from "./aws.ts";
import { project, runCommand } from "./command.ts";
import { registerDemoAccount } from "./demo-account.ts";
import type { Endpoints } from "./endpoints.ts";

const places = join(project, "local/address-places/places.csv");

/** What a newcomer should find there: the list of certified keys, and once an account to log in with. */
export const seed = async (endpoints: Endpoints, runFolder: string): Promise<void> => {
  const { refreshMetadata } = endpoints.functions;
  if (refreshMetadata !== undefined) await invoke(endpoints.emulator, refreshMetadata);
  await storeAddressPlaces(endpoints, runFolder);
  const marker = join(runFolder, "seeded");
  if (existsSync(marker)) return;
  await registerDemoAccount(endpoints);
  await writeFile(marker, "");
};

/** The address places of the simulated residents, the way an operator stores the published list. */
const storeAddressPlaces = async (endpoints: Endpoints, runFolder: string): Promise<void> => {
  const { emulator, region, tables } = endpoints;
  await runCommand("The address places could not be stored", {
    run: ["node", "bin/address-places.ts", "--table", tables.catalogue, places],
    env: {
      AWS_ENDPOINT_URL: emulator,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
    },
    logFile: join(runFolder, "address-places.log"),
  });
};
