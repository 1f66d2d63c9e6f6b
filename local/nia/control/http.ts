import type { IncomingMessage, ServerResponse } from "node:http";

const LIMIT = 1024 * 1024;

/** The request's body, or `too-large` past one megabyte. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer | "too-large"> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LIMIT) return "too-large";
    parts.push(part);
  }
  return Buffer.concat(parts);
}

export function send(response: ServerResponse, status: number, contentType: string, body: string): void {
  response.writeHead(status, {
    "content-type": contentType,
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "content-security-policy":
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'",
  });
  response.end(body);
}

export const sendJson = (response: ServerResponse, status: number, value: unknown): void =>
  send(response, status, "application/json; charset=utf-8", JSON.stringify(value, null, 1));

export interface MediaType {
  /** In lower case, without parameters. */
  readonly type: string;
  readonly charset: string;
  readonly action: string | undefined;
}

/** Reads a Content-Type as far as SOAP 1.2 over HTTP needs it. */
export function mediaTypeOf(header: string | undefined): MediaType {
  const text = header ?? "";
  const charset = /;\s*charset="?([^";\s]+)"?/i.exec(text)?.[1] ?? "utf-8";
  const action = /;\s*action="([^"]*)"/i.exec(text)?.[1];
  return { type: (text.split(";")[0] ?? "").trim().toLowerCase(), charset: charset.toLowerCase(), action };
}
