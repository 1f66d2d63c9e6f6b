import { readFileSync } from "node:fs";
import type { Observe } from "../../../../../lambdas/adapters/nia/observe.ts";
import type { ReadKeyPairs } from "../../../../../lambdas/adapters/key-pairs.ts";
import type { NiaSettings } from "../../../../../lambdas/adapters/nia/settings.ts";
import { makeNia } from "../../../../../lambdas/adapters/nia/nia.ts";
import { sharedPath } from "../../../../support/shared.ts";

export const shared = (name: string): string => readFileSync(sharedPath(`nia-soap/${name}`), "utf8");

interface Meta {
  recorded_at: string;
  outcome: { result?: unknown; error?: string };
  calls: {
    url: string;
    request_headers: Record<string, string>;
    status: number;
    reply_content_type: string;
  }[];
}

/** One recorded conversation of a real client with a strict server. */
export const transcript = (name: string) => ({
  meta: JSON.parse(shared(`transcripts/${name}/meta.json`)) as Meta,
  requests: [0, 1, 2].map((call) => shared(`transcripts/${name}/${call}-request.xml`)),
  replies: [0, 1, 2].map((call) => shared(`transcripts/${name}/${call}-reply.xml`)),
});
export type Transcript = ReturnType<typeof transcript>;

export const keys = (): { rsa_key: string; rsa_certificate: string } => JSON.parse(shared("vectors.json"));

const host = "http://127.0.0.1:8480";

/** Settings of the recorded conversations, the issuers' certificates pinned. */
export const recordedSettings = (): NiaSettings => ({
  endpoints: {
    ipsts: `${host}/IPSTS/issue.svc/certificate`,
    fpsts: `${host}/FPSTS/Issue.svc`,
    public: `${host}/WS/submission/Public.svc/token`,
  },
  realms: { fpsts: `${host}/FPSTS/issue.svc`, public: `${host}/ws/submission/public.svc/token` },
  stsCertificates: { ipsts: [shared("ipsts.pem")], fpsts: [shared("fpsts.pem")] },
  timeoutMs: 5_000,
  clockSkewSeconds: 300,
  reuseTokens: false,
});

interface Sent {
  url: string;
  headers: Headers;
  body: string;
}

const messageIdsOf = ({ requests }: Transcript): string[] =>
  requests.map((request) => /MessageID>([^<]+)</.exec(request)?.[1] ?? "");

/** Which of the three calls goes to that address. */
export const callOf = (url: string): number => {
  const { ipsts, fpsts, public: submission } = recordedSettings().endpoints;
  return [ipsts, fpsts, submission].indexOf(url);
};

/** The recorded reply to that call, made the reply to this request. */
export const replyTo = (recorded: Transcript, call: number, request: string): string =>
  (recorded.replies[call] ?? "").replace(
    messageIdsOf(recorded)[call] ?? "",
    /MessageID>([^<]+)</.exec(request)?.[1] ?? "",
  );

/** Changes a recorded conversation before it is played back. */
export interface Changes {
  settings?: Partial<NiaSettings>;
  /** The time of our clock, where it is not the recorded one. */
  at?: string;
  credentials?: ReadKeyPairs;
  observe?: Observe;
  /** Another reply to a call. */
  reply?: (
    call: number,
    recorded: { status: number; type: string; body: string },
  ) => Response | Promise<Response>;
}

/** A client that hears the recorded replies, and what it sent. */
export const playBack = (recorded: Transcript, changes: Changes = {}) => {
  const sent: Sent[] = [];
  const fetch = (async (url: string, init: RequestInit) => {
    const call = callOf(url);
    sent.push({ url, headers: new Headers(init.headers), body: String(init.body) });
    const { status, reply_content_type: type } = recorded.meta.calls[call] ?? {
      status: 0,
      reply_content_type: "",
    };
    const reply = { status, type, body: replyTo(recorded, call, String(init.body)) };
    return changes.reply
      ? changes.reply(call, reply)
      : new Response(reply.body, { status, headers: { "content-type": type } });
  }) as typeof globalThis.fetch;
  const { rsa_key: privateKeyPem, rsa_certificate: certificatePem } = keys();
  const nia = makeNia({
    settings: { ...recordedSettings(), ...changes.settings },
    credentials: changes.credentials ?? (async () => ({ privateKeyPem, certificatePem })),
    clock: () => changes.at ?? recorded.meta.recorded_at,
    fetch,
    ...(changes.observe && { observe: changes.observe }),
  });
  return { nia, sent };
};

export const soapResponse = (body: string, status = 200): Response =>
  new Response(body, { status, headers: { "content-type": "application/soap+xml; charset=utf-8" } });

/** What the transcripts were recorded with. */
export const person = { firstName: "Zlatuše", lastName: "Žďárská", birthDate: "1979-11-30" };
export const record = {
  pseudonym: "5f0c2f4e-6f0a-4b52-9a2f-0c6d3c1f0a01",
  authenticatorId: "rec-1",
  loa: "High",
  state: "Neaktivni",
  document: { type: "ID", number: "900000001" },
} as const;
