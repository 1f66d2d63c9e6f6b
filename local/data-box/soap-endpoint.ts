import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { readBody, send } from "../http-server.ts";
import { statusAnswer, unknownOperation } from "./answers.ts";
import { type World, operations } from "./operations.ts";
import type { ServicePath } from "./request-shapes.ts";
import { RequestInvalid, type SoapRequest, readRequest } from "./request.ts";
import { type StatusCode, isStatusCode } from "./status.ts";
import { deliver, networkFault } from "./transport-faults.ts";
import { envelope, soapFault } from "./xml.ts";

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** One line of the request log. */
export interface LoggedCall {
  readonly at: string;
  readonly path: string;
  readonly operation: string;
  readonly http: number;
  readonly detail?: string;
}

export interface SoapEndpoint {
  handle(service: ServicePath, request: IncomingMessage, response: ServerResponse): Promise<void>;
  calls(): readonly LoggedCall[];
}

const KEPT_CALLS = 500;

/** The SOAP services: credentials, request schema, faults, operation, one after the other. */
export function makeSoapEndpoint(world: World, credentials: Credentials): SoapEndpoint {
  const calls: LoggedCall[] = [];
  let running = 0;

  const log = (path: string, operation: string, http: number, detail?: string): void => {
    const line = { at: new Date(world.clock()).toISOString(), path, operation, http };
    calls.push(detail === undefined ? line : { ...line, detail });
    calls.splice(0, calls.length - KEPT_CALLS);
  };

  async function answer(call: SoapRequest, parallel: boolean): Promise<string> {
    const { operation, fields } = call;
    const perform = operations[operation];
    if (fields === undefined || perform === undefined) return unknownOperation(operation);
    const throttle = world.faults.take("throttle", operation);
    if (throttle) await sleep(throttle.delayMs ?? 3000);
    const code = throttle && parallel ? "3008" : world.faults.take("status", operation)?.code;
    if (isCode(code)) return statusAnswer(operation, code);
    return perform(fields, world);
  }

  return {
    calls: () => calls,
    async handle(service, request, response) {
      const read = attempt(service, request, await readBody(request, 1_000_000));
      const operation = read instanceof RequestInvalid ? "" : read.operation;
      const broken = networkFault(world.faults, operation, response);
      if (broken !== undefined) return log(service, operation, broken);
      if (!authorized(request, credentials)) {
        send(response, 401, "text/plain", "Unauthorized\n", { "www-authenticate": 'Basic realm="ISDS"' });
        return log(service, operation, 401);
      }
      if (read instanceof RequestInvalid) {
        send(response, 400, "text/xml", soapFault("SOAP-ENV:Client", `Neplatný požadavek: ${read.message}`));
        return log(service, operation, 400, read.message);
      }
      const parallel = running++ > 0;
      try {
        const body = envelope(await answer(read, parallel));
        log(service, operation, 200, /StatusCode>(\d{4})</.exec(body)?.[1]);
        await deliver(world.faults, operation, response, body);
      } finally {
        running -= 1;
      }
    },
  };
}

const isCode = (code: string | undefined): code is StatusCode => code !== undefined && isStatusCode(code);

function attempt(
  service: ServicePath,
  { method, headers }: IncomingMessage,
  body: Uint8Array,
): SoapRequest | RequestInvalid {
  if (method !== "POST") return new RequestInvalid("not POST");
  if (!/^text\/xml\b/i.test(headers["content-type"] ?? "")) return new RequestInvalid("not text/xml");
  if (headers["soapaction"] === undefined) return new RequestInvalid("no SOAPAction");
  try {
    return readRequest(service, body);
  } catch (error) {
    if (error instanceof RequestInvalid) return error;
    throw error;
  }
}

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

function authorized({ headers }: IncomingMessage, { username, password }: Credentials): boolean {
  const expected = `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
  return timingSafeEqual(digest(headers.authorization ?? ""), digest(expected));
}
