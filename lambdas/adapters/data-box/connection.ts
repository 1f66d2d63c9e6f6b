import type { IncomingMessage } from "node:http";

interface Opening {
  headers: Record<string, string>;
  body: string;
  signal: AbortSignal;
  certificatePem?: string | undefined;
  privateKeyPem?: string | undefined;
}
interface Opened {
  status: number;
  body: AsyncIterable<Uint8Array>;
}
/** Sends a request and answers as soon as the reply's head is there. */
export type Open = (url: string, opening: Opening) => Promise<Opened>;

async function* nothing(): AsyncGenerator<Uint8Array> {}

export const openByFetch =
  (fetcher: typeof fetch): Open =>
  async (url, { headers, body, signal }) => {
    const reply = await fetcher(url, { method: "POST", redirect: "manual", headers, body, signal });
    if (reply.status !== 200) await reply.body?.cancel();
    return { status: reply.status, body: reply.body ?? nothing() };
  };

/** Mutual TLS, which `fetch` does not offer. */
export const openByCertificate: Open = async (url, opening) => {
  const { certificatePem: cert, privateKeyPem: key } = opening;
  if (cert === undefined || key === undefined) throw new TypeError("no client certificate");
  // Loaded here only: the login by password never needs it.
  const { request } = await import("node:https");
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    const { headers, signal } = opening;
    const sent = request(url, { method: "POST", agent: false, headers, signal, cert, key }, resolve);
    sent.on("error", reject);
    sent.end(opening.body);
  });
  if (reply.statusCode !== 200) reply.destroy();
  return { status: reply.statusCode ?? 0, body: reply };
};
