import { type Identity, selfSigned } from "../../../local/certificates.ts";
import {
  type NiaSimulator,
  type NiaSimulatorOptions,
  startNiaSimulator,
} from "../../../local/nia/simulator.ts";
import {
  type Draft,
  type Token,
  certificateDraft,
  issueAction,
  render,
  submission,
  submitAction,
  tokenDraft,
  tokenIn,
  tokenRequest,
} from "./requests.ts";

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export interface Rig {
  readonly simulator: NiaSimulator;
  readonly client: Identity;
  readonly send: (url: string, xml: string, contentType?: string) => Promise<Answer>;
  readonly firstCall: () => Draft;
  readonly firstToken: () => Promise<Token>;
  readonly secondCall: (token: Token) => Draft;
  readonly secondToken: () => Promise<Token>;
  readonly thirdCall: (token: Token, transaction: string, payload: string) => Draft;
  /** All three calls; answers what stands in BodyBase64XML, or the whole reply when there is none. */
  readonly submit: (transaction: string, payload: string) => Promise<string>;
  readonly control: <T>(method: string, path: string, input?: unknown) => Promise<T>;
}

/** A simulator with throw-away keys, and a client of it that shares no code with it. */
export async function startRig(options: Partial<NiaSimulatorOptions> = {}, caller?: Identity): Promise<Rig> {
  const [client, ipsts, fpsts] = await Promise.all([
    caller ?? selfSigned({ commonName: "Provider", organization: "00000001" }),
    selfSigned({ commonName: "Identity service" }),
    selfSigned({ commonName: "Federation service" }),
  ]);
  const simulator = await startNiaSimulator({
    port: 0,
    host: "127.0.0.1",
    clientCertificates: [client.certificatePem],
    identities: { ipsts, fpsts },
    ...options,
  });
  const { endpoints, realms } = simulator;
  const now = options.clock ?? (() => new Date());

  const rig: Rig = {
    simulator,
    client,
    send: async (url, xml, contentType = "application/soap+xml; charset=utf-8") => {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": contentType },
        body: xml,
      });
      return { status: response.status, text: await response.text() };
    },
    firstCall: () => certificateDraft(endpoints.ipsts, realms.fpsts, client, now()),
    firstToken: async () => tokenIn((await rig.send(endpoints.ipsts, render(rig.firstCall()))).text),
    secondCall: (token) =>
      tokenDraft(endpoints.fpsts, issueAction, token, tokenRequest(realms.public), now()),
    secondToken: async () => {
      const draft = rig.secondCall(await rig.firstToken());
      return tokenIn((await rig.send(endpoints.fpsts, render(draft))).text);
    },
    thirdCall: (token, transaction, payload) =>
      tokenDraft(endpoints.public, submitAction, token, submission(transaction, payload), now()),
    submit: async (transaction, payload) => {
      const draft = rig.thirdCall(await rig.secondToken(), transaction, payload);
      const { text } = await rig.send(endpoints.public, render(draft));
      const encoded = /<BodyBase64XML>([^<]*)</.exec(text)?.[1];
      return encoded === undefined ? text : Buffer.from(encoded, "base64").toString();
    },
    control: async <T>(method: string, path: string, input?: unknown) => {
      const body = input === undefined ? {} : { body: JSON.stringify(input) };
      const response = await fetch(`${simulator.url}/_sim/${path}`, { method, ...body });
      if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
      return (await response.json()) as T;
    },
  };
  return rig;
}
