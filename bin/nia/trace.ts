import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { requestWithoutPersonalData, withoutPersonalData, withoutSecrets } from "./blank.ts";

type Fetch = typeof globalThis.fetch;

export interface Trace {
  folder: string;
  personalData: boolean;
}

const serviceOf = (url: string): string => {
  const path = new URL(url).pathname.toLowerCase();
  return ["ipsts", "fpsts"].find((name) => path.includes(name)) ?? "public";
};

const encoded = /(<((?:[\w-]+:)?BodyBase64XML)(?:\s[^>]*)?>)([^<]*)(?=<\/\2\s*>)/;

/** Makes a fetch that also writes down what goes out and comes back, each in a file that only its owner may read. */
export const traced = (fetch: Fetch, { folder, personalData }: Trace): Fetch => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let calls = 0;
  const write = (name: string, content: string): void =>
    writeFileSync(join(folder, name), content, { mode: 0o600 });

  const writeReply = (name: string, body: string): void => {
    const payload = encoded.exec(body)?.[3];
    if (payload === undefined) return write(`${name}-reply.xml`, withoutSecrets(body));
    const decoded = Buffer.from(payload, "base64").toString();
    write(`${name}-reply-body.xml`, personalData ? decoded : withoutPersonalData(decoded));
    write(`${name}-reply.xml`, withoutSecrets(body.replace(encoded, `$1[see ${name}-reply-body.xml]`)));
  };

  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const name = `${String((calls += 1)).padStart(2, "0")}-${serviceOf(url)}`;
    const request = withoutSecrets(typeof init?.body === "string" ? init.body : "");
    write(`${name}-request.xml`, personalData ? request : requestWithoutPersonalData(request));
    const response = await fetch(input, init);
    // read as the client does, so that a reply that is too large or never ends fails there and not here
    const [kept, read] = response.body === null ? [null, null] : response.body.tee();
    const body = read === null ? "" : await capped(read);
    writeReply(
      name,
      `<!-- HTTP ${response.status} ${response.headers.get("content-type") ?? ""} -->\n${body}`,
    );
    const { status, statusText, headers } = response;
    return new Response(kept, { status, statusText, headers });
  };
};

const MAX_BYTES = 5 * 1024 * 1024;

const capped = async (stream: ReadableStream<Uint8Array>): Promise<string> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_BYTES) break;
  }
  return Buffer.concat(chunks).toString();
};
