import { DataBoxRefused, DataBoxUnavailable, MessageNotReady } from "../../domain/errors.ts";
import { type Open, openByCertificate, openByFetch } from "./connection.ts";

export interface DataBoxSettings {
  /** With a trailing slash, `https://ws1.datovka.gov.cz/DS/` or `…/cert/DS/`: the password goes there. */
  baseUrl: string;
  login: "password" | "certificate";
  /** For a whole call, its reply read to the end. */
  timeoutMs: number;
  /** A message of 20 MB comes as some 37 MB: base64 of a signed message that itself holds base64. */
  maxBytes: number;
}

/** Both where the login by a user certificate also asks for a name and password. */
export interface DataBoxCredentials {
  username?: string | undefined;
  password?: string | undefined;
  certificatePem?: string | undefined;
  privateKeyPem?: string | undefined;
}

/** Posts a request and answers the body of a reply that came with status 200. */
export type Post = (url: string, body: string) => Promise<Uint8Array>;

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

const authorization = ({ username, password = "" }: DataBoxCredentials): Record<string, string> =>
  username === undefined
    ? {}
    : { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}` };

const checkStatus = (status: number): void => {
  if (status === 200) return;
  // A redirect is how portal hosts answer a lost session; following it would carry the password elsewhere.
  if (status === 401 || status === 403 || (status >= 300 && status < 400))
    throw new DataBoxRefused(`http ${status}`);
  throw new DataBoxUnavailable(`http ${status}`);
};

const readBody = async (body: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxBytes) throw new MessageNotReady("the reply is too long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/**
 * Posts with credentials on every request and follows no redirect. Throws `DataBoxRefused` for credentials,
 * `DataBoxUnavailable` where nothing else would fare better, `MessageNotReady` where another call might: a reply too
 * slow, too long or broken off.
 */
export const makePost = (
  settings: DataBoxSettings,
  credentials: () => Promise<DataBoxCredentials>,
  fetcher: typeof fetch = fetch,
): Post => {
  const { protocol, hostname } = new URL(settings.baseUrl);
  if (protocol !== "https:" && !loopback.has(hostname))
    throw new TypeError("the data box is reached over https only");
  const open: Open = settings.login === "certificate" ? openByCertificate : openByFetch(fetcher);

  return async (url, body) => {
    const secrets = await credentials();
    const signal = AbortSignal.timeout(settings.timeoutMs);
    const headers = {
      "content-type": "text/xml; charset=UTF-8",
      soapaction: '""',
      ...authorization(secrets),
    };
    const reply = await open(url, { headers, body, signal, ...secrets }).catch((): never => {
      if (signal.aborted) throw new MessageNotReady("timeout");
      throw new DataBoxUnavailable("unreachable");
    });
    checkStatus(reply.status);
    return readBody(reply.body, settings.maxBytes).catch((error: unknown): never => {
      if (error instanceof MessageNotReady) throw error;
      throw new MessageNotReady(signal.aborted ? "timeout" : "the reply broke off");
    });
  };
};
