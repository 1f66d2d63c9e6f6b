import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Identity } from "../certificates.ts";
import type { Conditions } from "./control/conditions.ts";
import { ReceivedRequests } from "./control/received.ts";
import { Trouble } from "./control/trouble.ts";
import type { Resident } from "./residents.ts";
import { makeRequestListener } from "./request-listener.ts";
import { type Addresses, type ServiceContext, certificates } from "./services/service.ts";
import { makeSubmissionService } from "./services/submission-service.ts";
import { makeFederationService, makeIdentityService } from "./services/tokens/token-services.ts";
import type { FeedOptions } from "./world/notifications.ts";
import { type World, openWorld } from "./world/world.ts";

export interface NiaSimulatorOptions {
  /** 0 for any free one. */
  readonly port: number;
  readonly host: "127.0.0.1";
  /** PEMs of the certificates that may call, at first. */
  readonly clientCertificates: readonly string[];
  /** What the two token services sign with. */
  readonly identities: { readonly ipsts: Identity; readonly fpsts: Identity };
  /** PEMs of signing certificates whose tokens are taken too, as while the real ones are changed. */
  readonly formerCertificates?: { readonly ipsts: readonly string[]; readonly fpsts: readonly string[] };
  /** Keeps authenticators, pseudonyms and feed over a restart. */
  readonly stateFile?: string;
  readonly clock?: () => Date;
  /** How the feed is read, at first. */
  readonly feed?: FeedOptions;
  /** The address that callers know, when it is not the one listened on. */
  readonly publicUrl?: string;
  readonly residents?: readonly Resident[];
}

export interface NiaSimulator extends Addresses {
  readonly url: string;
  /** PEMs to pin. */
  readonly stsCertificates: { readonly ipsts: string[]; readonly fpsts: string[] };
  /** The register and the records, for another simulator of the same authority. */
  readonly world: World;
  readonly close: () => Promise<void>;
}

const defaultFeed: FeedOptions = { cursor: "inclusive", pageSize: 100, oldForm: false };

/** Starts NIA's three services, its page at `/` and the control API under `/_sim/` on one port. */
export async function startNiaSimulator(options: NiaSimulatorOptions): Promise<NiaSimulator> {
  const clock = options.clock ?? (() => new Date());
  const conditionsAtFirst = firstConditions(options);
  const conditions = { ...conditionsAtFirst };
  const now = () => new Date(clock().getTime() + conditions.clockSeconds * 1000);
  const world = openWorld({ now, stateFile: options.stateFile, residents: options.residents });
  const server = createServer();
  await listening(server, options);
  const url = `http://${options.host}:${(server.address() as AddressInfo).port}`;
  const addresses = addressesAt(options.publicUrl ?? url);
  const context: ServiceContext = {
    ...trustOf(options),
    addresses,
    conditions,
    world,
    now,
  };
  const closing = new AbortController();
  const listener = makeRequestListener({
    addresses,
    world,
    trouble: new Trouble(),
    received: new ReceivedRequests(),
    conditions,
    conditionsAtFirst,
    now,
    closing: closing.signal,
    services: {
      ipsts: makeIdentityService(context),
      fpsts: makeFederationService(context),
      public: makeSubmissionService(context),
    },
  });
  server.on("request", (request, response) => void listener(request, response));
  const { ipsts, fpsts } = options.identities;
  return {
    url,
    ...addresses,
    stsCertificates: { ipsts: [ipsts.certificatePem], fpsts: [fpsts.certificatePem] },
    world,
    close: () => {
      closing.abort();
      return closed(server);
    },
  };
}

/** The realms differ from the addresses in letter case, as at the real NIA (nia-soap.md, 1). */
const addressesAt = (base: string): Addresses => ({
  endpoints: {
    ipsts: `${base}/IPSTS/issue.svc/certificate`,
    fpsts: `${base}/FPSTS/Issue.svc`,
    public: `${base}/WS/submission/Public.svc/token`,
  },
  realms: { fpsts: `${base}/FPSTS/issue.svc`, public: `${base}/ws/submission/public.svc/token` },
});

const firstConditions = ({ feed, clientCertificates }: NiaSimulatorOptions): Conditions => ({
  feed: feed ?? defaultFeed,
  clients: certificates(clientCertificates),
  latencySeconds: 0,
  clockSeconds: 0,
});

function trustOf(options: NiaSimulatorOptions): Pick<ServiceContext, "identities" | "signers"> {
  const { identities, formerCertificates } = options;
  return {
    identities,
    signers: {
      ipsts: certificates([identities.ipsts.certificatePem, ...(formerCertificates?.ipsts ?? [])]),
      fpsts: certificates([identities.fpsts.certificatePem, ...(formerCertificates?.fpsts ?? [])]),
    },
  };
}

const listening = (server: Server, { port, host }: NiaSimulatorOptions): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });

const closed = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
