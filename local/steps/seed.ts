import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sampleService } from "../service/pages.ts";
import { invoke } from "./aws.ts";
import { project, runCommand } from "./command.ts";
import { registerDemoAccount } from "./demo-account.ts";
import type { Endpoints } from "./endpoints.ts";

const places = join(project, "local/address-places/places.csv");
const services = join(project, "local/government-services.json");

/** What a newcomer should find there: the list of certified keys, NIA's portal, and once an account to log in with. */
export const seed = async (endpoints: Endpoints, runFolder: string): Promise<void> => {
  const { refreshMetadata, refreshPortal } = endpoints.functions;
  if (refreshMetadata !== undefined) await invoke(endpoints.emulator, refreshMetadata);
  if (refreshPortal !== undefined) await invoke(endpoints.emulator, refreshPortal);
  await storeAddressPlaces(endpoints, runFolder);
  const marker = join(runFolder, "seeded");
  if (existsSync(marker)) return;
  await loadServices(endpoints, runFolder);
  await registerDemoAccount(endpoints);
  await writeFile(marker, "");
};

/** The address places of the simulated residents, the way an operator stores the published list. */
const storeAddressPlaces = async (endpoints: Endpoints, runFolder: string): Promise<void> => {
  await runCommand("The address places could not be stored", {
    run: ["node", "bin/address-places.ts", "--table", endpoints.tables.catalogue, places],
    env: asOperator(endpoints),
    logFile: join(runFolder, "address-places.log"),
  });
};

/** The catalogue to begin with, the sample service first; what is loaded later stays. */
const loadServices = async (endpoints: Endpoints, runFolder: string): Promise<void> => {
  const file = join(runFolder, "government-services.json");
  const listed = JSON.parse(await readFile(services, "utf8")) as { services: object[] };
  const sample =
    endpoints.service === undefined ? [] : [{ ...sampleService, address: `${endpoints.service}/` }];
  await writeFile(file, JSON.stringify({ services: [...sample, ...listed.services] }));
  await runCommand("The catalogue of government services could not be loaded", {
    run: ["node", "bin/services.ts", "load", file, "--catalogue-table", endpoints.tables.catalogue],
    env: asOperator(endpoints),
    logFile: join(runFolder, "services.log"),
  });
};

const asOperator = ({ emulator, region }: Endpoints): Record<string, string> => ({
  AWS_ENDPOINT_URL: emulator,
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: "test",
  AWS_SECRET_ACCESS_KEY: "test",
});
