import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { StartFailure } from "../failure.ts";
import type { Outputs } from "./deploy.ts";

/** Where everything of a running product is; scripts read it from `endpoints.json` in its run folder. */
export interface Endpoints {
  readonly web: string;
  readonly api: string;
  readonly inbox: string;
  /** Absent where the settings lead elsewhere. */
  readonly office?: string;
  readonly nia?: string;
  readonly portal?: string;
  /** A government service to log in to by the portal. */
  readonly service?: string;
  readonly dataBox?: string;
  readonly metadata?: string;
  /** Where a browser shows its certificate, and the file of one to import. */
  readonly certificates?: string;
  readonly demoCertificate?: string;
  /** For AWS_ENDPOINT_URL, with any credentials. */
  readonly emulator: string;
  readonly region: string;
  /** The host name by which the emulator knows the API. */
  readonly apiHost: string;
  readonly tables: { readonly accounts: string; readonly audit: string; readonly catalogue: string };
  readonly archiveBucket: string;
  readonly machines: { readonly link: string; readonly unlink: string; readonly sync: string };
  /** Names of the functions: `pollDataBox`, `refreshMetadata`, `meApi` and so on. */
  readonly functions: Readonly<Record<string, string>>;
}

export type Addresses = Pick<Endpoints, "emulator" | "region" | "web" | "inbox"> & Partial<Endpoints>;

export const endpointsOf = (addresses: Addresses, outputs: Outputs): Endpoints => ({
  ...addresses,
  api: `${addresses.web}/api`,
  apiHost: apiHostOf(outputs),
  tables: {
    accounts: outputOf(outputs, "AccountsTable"),
    audit: outputOf(outputs, "AuditTable"),
    catalogue: outputOf(outputs, "CatalogueTable"),
  },
  archiveBucket: outputOf(outputs, "ArchiveBucket"),
  machines: {
    link: outputOf(outputs, "LinkMachineArn"),
    unlink: outputOf(outputs, "UnlinkMachineArn"),
    sync: outputOf(outputs, "SyncMachineArn"),
  },
  functions: Object.fromEntries(
    Object.entries(outputs).flatMap(([name, value]) => {
      const [, first = "", rest = ""] = /^(.)(.*)Function$/u.exec(name) ?? [];
      return first === "" ? [] : [[first.toLowerCase() + rest, value]];
    }),
  ),
});

export const outputOf = (outputs: Outputs, name: string): string => {
  const value = outputs[name];
  if (value === undefined) throw new StartFailure(`The deployed stacks do not say their ${name}.`);
  return value;
};

export const apiHostOf = (outputs: Outputs): string => `${outputOf(outputs, "ApiId")}.execute-api.localhost`;

export const writeEndpoints = (runFolder: string, endpoints: Endpoints): Promise<void> =>
  writeFile(join(runFolder, "endpoints.json"), `${JSON.stringify(endpoints, undefined, 2)}\n`);
