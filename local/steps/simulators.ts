import { join } from "node:path";
import { merge } from "../../lib/stage.ts";
import { startDataBoxSimulator } from "../data-box/simulator.ts";
import { startMetadataServer } from "../metadata/server.ts";
import { residents } from "../nia/residents.ts";
import { startNiaSimulator } from "../nia/simulator.ts";
import type { World as Register } from "../nia/world/world.ts";
import type { Ports } from "../ports.ts";
import type { Identities } from "./identities.ts";
import { startPortalAndService } from "./portal.ts";
import { type Json, at, textAt } from "./settings.ts";

export interface Simulated {
  readonly name: "nia" | "dataBox" | "metadata" | "portal";
  /** The settings that lead the service here. */
  readonly settings: Json;
  /** Addresses for people and scripts. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** What NIA knows of residents and authenticators. */
  readonly register?: Register;
  close(): Promise<void>;
}

export interface World {
  readonly ports: Ports;
  readonly runFolder: string;
  readonly identities: Identities;
  /** Of the stage, with what the person chose. */
  readonly settings: Json;
  readonly metadataPayload: string;
  /** NIA's, for its portal; absent while NIA is not simulated. */
  readonly register?: Register;
}

/** What the outside world is made of; each part starts unless the person's settings name another address for it. */
const parts = [
  { name: "nia", ports: ["nia"], address: "nia.endpoints", start: startNia },
  { name: "dataBox", ports: ["dataBox"], address: "dataBox.baseUrl", start: startDataBox },
  { name: "metadata", ports: ["metadata"], address: "metadata.url", start: startMetadata },
  {
    name: "portal",
    ports: ["portal", "service"],
    address: "portal.metadataUrl",
    start: startPortalAndService,
  },
] as const;

export const simulatedParts = (chosen: Json): (typeof parts)[number][] =>
  parts.filter(({ address }) => at(chosen, address) === undefined);

/** Starts them one after another; `started` is told of each at once, so that it can be closed whatever happens to the next. */
export async function startSimulators(
  chosen: Json,
  world: World,
  started: (simulated: Simulated) => void,
): Promise<Simulated[]> {
  const all: Simulated[] = [];
  for (const { start } of simulatedParts(chosen)) {
    const register = all.find((one) => one.register !== undefined)?.register;
    const simulated = await start({ ...world, ...(register === undefined ? {} : { register }) });
    started(simulated);
    all.push(simulated);
  }
  return all;
}

async function startNia({ ports, runFolder, identities }: World): Promise<Simulated> {
  const {
    url,
    endpoints,
    realms,
    stsCertificates,
    world: register,
    close,
  } = await startNiaSimulator({
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
    register,
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
