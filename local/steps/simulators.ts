import { join } from "node:path";
import { merge } from "../../lib/stage.ts";
import { startDataBoxSimulator } from "../data-box/simulator.ts";
import { startMetadataServer } from "../metadata/server.ts";
import { residents } from "../nia/residents.ts";
import { startNiaSimulator } from "../nia/simulator.ts";
import type { Ports } from "../ports.ts";
import type { Identities } from "./identities.ts";
import { type Json, at, textAt } from "./settings.ts";

export interface Simulated {
  readonly name: "nia" | "dataBox" | "metadata";
  /** The settings that lead the service here. */
  readonly settings: Json;
  /** Addresses for people and scripts. */
  readonly endpoints: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export interface World {
  readonly ports: Ports;
  readonly runFolder: string;
  readonly identities: Identities;
  /** Of the stage, with what the person chose. */
  readonly settings: Json;
  readonly metadataPayload: string;
}

/** What the outside world is made of; each part starts unless the person's settings name another address for it. */
const parts = [
  { name: "nia", port: "nia", address: "nia.endpoints", start: startNia },
  { name: "dataBox", port: "dataBox", address: "dataBox.baseUrl", start: startDataBox },
  { name: "metadata", port: "metadata", address: "metadata.url", start: startMetadata },
] as const;

export const simulatedParts = (chosen: Json): (typeof parts)[number][] =>
  parts.filter(({ address }) => at(chosen, address) === undefined);

async function startNia({ ports, runFolder, identities }: World): Promise<Simulated> {
  const { url, endpoints, realms, stsCertificates, close } = await startNiaSimulator({
    port: ports.nia,
    host: "127.0.0.1",
    clientCertificates: [identities.nia.certificatePem],
    identities: identities.tokenServices,
    stateFile: join(runFolder, "nia.json"),
    residents,
  });
  return {
    name: "nia",
    settings: { nia: { endpoints, realms, stsCertificates } },
    endpoints: { nia: url },
    close,
  };
}

async function startDataBox({ ports, runFolder, identities, settings }: World): Promise<Simulated> {
  const simulator = await startDataBoxSimulator({
    port: ports.dataBox,
    box: {
      id: textAt(settings, "provider.dataBoxId"),
      ic: textAt(settings, "provider.companyNumber"),
      name: textAt(settings, "provider.name"),
    },
    credentials: identities.dataBox,
    seal: identities.seal,
    stateFile: join(runFolder, "data-box.json"),
    residents,
  });
  const { baseUrl, senderBoxId, sealRoots } = simulator;
  return {
    name: "dataBox",
    settings: { dataBox: { baseUrl, login: "password", allowedSenders: [senderBoxId], sealRoots } },
    endpoints: { dataBox: simulator.url, office: simulator.officeUrl },
    close: simulator.close,
  };
}

async function startMetadata({ ports, runFolder, metadataPayload }: World): Promise<Simulated> {
  const server = await startMetadataServer({
    port: ports.metadata,
    payloadPath: metadataPayload,
    stateFile: join(runFolder, "metadata.json"),
  });
  return {
    name: "metadata",
    settings: { metadata: { url: `${server.url}/`, roots: server.roots, hostName: server.hostName } },
    endpoints: { metadata: server.url },
    close: server.close,
  };
}

/** The settings that all simulators together give rise to. */
export const settingsOf = (simulators: readonly Simulated[]): Json =>
  simulators.reduce<Json>((all, { settings }) => merge(all, settings), {});
