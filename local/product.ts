import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { merge } from "../lib/stage.ts";
import { pythonEnvironment } from "./emulator/environment.ts";
import { StartFailure } from "./failure.ts";
import { startFront } from "./front/front.ts";
import { startInbox } from "./inbox/inbox.ts";
import { type Ports, checkPorts } from "./ports.ts";
import { type Progress, quiet, shown } from "./progress.ts";
import { putSecret } from "./steps/aws.ts";
import {
  certificateSettings,
  certificatesOf,
  startLocalCertificateHost,
  takesCertificates,
  writeDemoCertificate,
} from "./steps/certificate-login.ts";
import { deploy, region } from "./steps/deploy.ts";
import { type Endpoints, apiHostOf, endpointsOf, outputOf, writeEndpoints } from "./steps/endpoints.ts";
import { identitiesOf } from "./steps/identities.ts";
import { foreignAws, ownAws } from "./steps/local-aws.ts";
import { metadataPayload } from "./steps/metadata-payload.ts";
import { seed } from "./steps/seed.ts";
import { type Json, localSettings, writeSettings } from "./steps/settings.ts";
import { settingsOf, simulatedParts, startSimulators } from "./steps/simulators.ts";
import { buildWeb, webFolder } from "./steps/web.ts";

/** Where each of our own secrets goes. */
const secretOutputs = {
  nia: "NiaSecretArn",
  dataBox: "DataBoxSecretArn",
  serviceProvider: "ServiceProviderSecretArn",
  identityProvider: "IdentityProviderSecretArn",
} as const;
type OwnSecret = keyof typeof secretOutputs;

export interface ProductOptions {
  /** Everything the product keeps and logs lies here. */
  readonly runFolder: string;
  readonly ports: Ports;
  /** Begin with nothing instead of what the last run left. */
  readonly fresh?: boolean;
  /** Merged over the settings of the stage `local`; an address of the outside world keeps its simulator from starting. */
  readonly settings?: Json;
  /** A file with the FIDO metadata, in the place of those that the emulator's Python environment brings along. */
  readonly metadataPayload?: string;
  /** Ours towards the real world, in the place of throw-away ones; shaped as the secrets on AWS are. */
  readonly secrets?: Partial<Readonly<Record<OwnSecret, object>>>;
  readonly quiet?: boolean;
  /** Whether the web app is built; true unless told. */
  readonly withWeb?: boolean;
  /** Whether the emulator enforces the functions' IAM policies; true unless told. */
  readonly authorize?: boolean;
  /** Factor for Wait states and retry intervals. */
  readonly waitScale?: number;
  /** An emulator that already runs, in the place of our own. */
  readonly emulator?: string;
  /** Interrupts the start. */
  readonly signal?: AbortSignal;
}

export interface Product {
  readonly endpoints: Endpoints;
  stop(): Promise<void>;
  restartEmulator(): Promise<void>;
  /** All computing on the emulator dies this instant; tables stay. `restartEmulator` goes on. */
  killEmulator(): Promise<void>;
}

/** Starts the whole product on this machine. Throws `StartFailure`, having stopped what it had started. */
export const startProduct = async (options: ProductOptions): Promise<Product> => {
  const running: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of running.splice(0).toReversed()) await end();
  };
  try {
    return { ...(await start(options, running)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

type Running = (() => Promise<void>)[];

const start = async (options: ProductOptions, running: Running): Promise<Omit<Product, "stop">> => {
  const { runFolder, ports, settings: chosen = {}, withWeb = true, signal } = options;
  const progress: Progress = options.quiet === true ? quiet : shown();
  const step = <T>(title: string, work: () => Promise<T>): Promise<T> => {
    signal?.throwIfAborted();
    return progress.step(title, work);
  };

  const settings = await localSettings(chosen);
  await step("Ports are free", () => checkPorts(portsNeeded(options)));
  if (options.fresh === true) await step("Beginning anew", () => clear(runFolder));
  await mkdir(runFolder, { recursive: true });
  const python = await step("Python environment of the emulator", pythonEnvironment);
  const aws = await step("Local AWS", () => startAws(options));
  running.push(aws.stop);

  const identities = await identitiesOf(runFolder);
  const world = {
    ports,
    runFolder,
    identities,
    settings,
    metadataPayload: options.metadataPayload ?? (await metadataPayload(python)),
  };
  const simulators = await step("Simulators of the outside world", () =>
    startSimulators(chosen, world, ({ close }) => running.push(close)),
  );

  const web = `http://localhost:${ports.web}`;
  const certificates = takesCertificates(chosen) ? await certificatesOf(runFolder) : undefined;
  const found = merge(
    { app: { origins: [web], rpId: "localhost" }, ...certificateSettings(certificates, ports.certificates) },
    settingsOf(simulators),
  );
  const settingsFile = await writeSettings(runFolder, found, chosen);
  const { endpoint } = aws;
  if (withWeb) await step("Web app", () => buildWeb(runFolder, signal));
  const outputs = await step("Deployment", () => deploy({ endpoint, runFolder, settingsFile, signal }));
  await step("Secrets and permissions", async () => {
    const secrets = { ...identities, ...options.secrets };
    for (const [name, output] of Object.entries(secretOutputs)) {
      await putSecret(endpoint, outputOf(outputs, output), secrets[name as OwnSecret]);
    }
    await aws.deployed();
  });

  const inbox = await startInbox({
    port: ports.inbox,
    emulatorEndpoint: endpoint,
    stateFile: join(runFolder, "inbox.json"),
    feedback: { endpoint, region, topicArn: outputOf(outputs, "MailFeedbackTopicArn") },
  });
  running.push(inbox.close);
  const front = await startFront({
    port: ports.web,
    webFolder,
    api: { endpoint, host: apiHostOf(outputs) },
  });
  running.push(front.close);
  const host =
    certificates &&
    (await startLocalCertificateHost({
      port: ports.certificates,
      certificates,
      endpoint,
      functionName: outputOf(outputs, "CertificateLoginFunction"),
    }));
  if (host !== undefined) running.push(host.close);
  const addresses = { web: front.url, inbox: inbox.url, emulator: endpoint, region };
  const ofCertificates = certificates &&
    host && {
      certificates: host.url,
      demoCertificate: await writeDemoCertificate(runFolder, certificates),
    };
  const endpoints = endpointsOf(
    Object.assign(
      addresses,
      ofCertificates,
      ...simulators.map((simulator) => simulator.endpoints),
    ) as typeof addresses,
    outputs,
  );
  await step("Demo data", () => seed(endpoints, runFolder));
  await writeEndpoints(runFolder, endpoints);
  return { endpoints, restartEmulator: aws.restart, killEmulator: aws.kill };
};

const portsNeeded = ({ ports, settings = {}, emulator }: ProductOptions): Partial<Ports> => {
  const { web, inbox } = ports;
  const simulated = simulatedParts(settings).flatMap((part) =>
    part.ports.map((port) => [port, ports[port]] as const),
  );
  const own = emulator === undefined ? { emulator: ports.emulator } : {};
  const certificates = takesCertificates(settings) ? { certificates: ports.certificates } : {};
  return { web, ...own, ...certificates, ...Object.fromEntries(simulated), inbox };
};

/** All but the Python environment, which holds no data, and the folders of tests that may be running. */
const clear = async (runFolder: string): Promise<void> => {
  const names = await readdir(runFolder).catch(() => []);
  const data = names.filter((name) => !/^(venv|test-)/u.test(name));
  await Promise.all(data.map((name) => rm(join(runFolder, name), { recursive: true })));
};

const startAws = async ({
  emulator,
  ports,
  runFolder,
  authorize = true,
  waitScale,
  fresh,
}: ProductOptions) => {
  if (emulator !== undefined) {
    if (fresh === true) {
      throw new StartFailure(
        `--fresh does not clear the emulator at ${emulator}, which was not started by us.`,
      );
    }
    return foreignAws(emulator);
  }
  return ownAws({
    port: ports.emulator,
    stateFolder: join(runFolder, "emulator"),
    authorize,
    ...(waitScale === undefined ? {} : { waitScale }),
  });
};
