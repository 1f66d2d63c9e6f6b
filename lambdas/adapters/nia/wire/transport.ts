/** Far above any real reply; a feed page of a thousand entries takes about one. */
const MAX_REPLY_BYTES = 4 * 1024 * 1024;

/** A call without a usable HTTP reply. `sent`: the request may have reached the service. */
export class CallBroken extends Error {
  override readonly name = "CallBroken";
  readonly sent: boolean;
  constructor(code: string, sent: boolean) {
    super(code);
    this.sent = sent;
  }
}

/** A reply larger than any real one. */
class ReplyTooLarge extends Error {
  override readonly name = "ReplyTooLarge";
}

export interface HttpReply {
  status: number;
  soap: boolean;
  /** Milliseconds, by the Date of its headers. */
  date?: number;
  body: Uint8Array;
}

/** Failures of finding, connecting to and recognising the server: all of them before a byte of the request goes out. */
const beforeSending =
  /^(?:ECONNREFUSED|ENOTFOUND|EAI_[A-Z]+|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT_[A-Z_]+|DEPTH_ZERO_[A-Z_]+|SELF_SIGNED_[A-Z_]+|UNABLE_TO_[A-Z_]+|ERR_TLS_[A-Z_]+)$/;

const codesOf = (error: unknown, depth = 0): string[] => {
  if (!(error instanceof Error) || depth > 4) return [];
  const own = "code" in error && typeof error.code === "string" ? [error.code] : [];
  const several = error instanceof AggregateError ? error.errors : [];
  return [...own, ...[error.cause, ...several].flatMap((inner) => codesOf(inner, depth + 1))];
};

const broken = (error: unknown): CallBroken => {
  if (error instanceof Error && error.name === "TimeoutError") return new CallBroken("timed out", true);
  const codes = codesOf(error);
  const sent = codes.length === 0 || !codes.every((code) => beforeSending.test(code));
  return new CallBroken(codes[0] ?? "connection broke", sent);
};

const readCapped = async (response: Response): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // leaving the loop early cancels the stream, and with it the connection
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MAX_REPLY_BYTES) throw new ReplyTooLarge(`more than ${MAX_REPLY_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/**
 * Posts one SOAP 1.2 message. The time limit covers everything from the name lookup to the last byte. No redirect is
 * followed: the message holds tokens. Throws `CallBroken` or `ReplyTooLarge`.
 */
export const post = async (
  fetch: typeof globalThis.fetch,
  { url, action, message, timeoutMs }: { url: string; action: string; message: string; timeoutMs: number },
): Promise<HttpReply> => {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": `application/soap+xml; charset=utf-8; action="${action}"`,
        soapaction: `"${action}"`,
      },
      body: message,
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const type = response.headers.get("content-type") ?? "";
    const soap = /^application\/soap\+xml\s*(?:;|$)/i.test(type);
    const date = Date.parse(response.headers.get("date") ?? "");
    const body = await readCapped(response);
    return { status: response.status, soap, body, ...(Number.isFinite(date) && { date }) };
  } catch (error) {
    throw error instanceof ReplyTooLarge ? error : broken(error);
  }
};
