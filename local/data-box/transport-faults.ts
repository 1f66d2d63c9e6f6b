import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { send } from "../http-server.ts";
import type { FaultBoard } from "./faults.ts";
import { soapFault } from "./xml.ts";

const errorPage =
  "<!DOCTYPE html><html lang=cs><head><title>Chyba</title></head><body><h1>Omlouváme se, došlo k chybě</h1></body></html>";

/** Answers in place of ISDS where a fault of the way to it is on; the HTTP status, if it did. */
export function networkFault(
  faults: FaultBoard,
  operation: string,
  response: ServerResponse,
): number | undefined {
  if (faults.take("maintenance", operation)) {
    const fault = soapFault(
      "Odstávka",
      "Systém datových schránek je z důvodu plánované odstávky nedostupný.",
    );
    send(response, 503, "text/xml", fault);
    return 503;
  }
  if (faults.take("login-redirect", operation)) {
    send(response, 302, "text/plain", "", { location: "/as/login?uri=/DS/" });
    return 302;
  }
  if (faults.take("unauthorized", operation)) {
    send(response, 401, "text/plain", "Unauthorized\n");
    return 401;
  }
  if (faults.take("html", operation)) {
    send(response, 200, "text/html", errorPage);
    return 200;
  }
  return undefined;
}

/** Sends the answer, as broken as asked for. */
export async function deliver(
  faults: FaultBoard,
  operation: string,
  response: ServerResponse,
  body: string,
): Promise<void> {
  const half = body.slice(0, body.length / 2);
  const drip = faults.take("slow-drip", operation);
  if (drip) return dripOut(response, body, drip.delayMs ?? 1000);
  if (faults.take("truncated", operation)) return send(response, 200, "text/xml", half);
  if (faults.take("doctype", operation)) {
    return send(response, 200, "text/xml", body.replace("?>\n", '?>\n<!DOCTYPE x [<!ENTITY y "z">]>\n'));
  }
  if (faults.take("disconnected", operation)) {
    response.writeHead(200, {
      "content-type": "text/xml; charset=utf-8",
      "content-length": Buffer.byteLength(body),
    });
    return void response.write(half, () => response.destroy());
  }
  return send(response, 200, "text/xml", body);
}

async function dripOut(response: ServerResponse, body: string, delayMs: number): Promise<void> {
  const bytes = Buffer.from(body);
  const size = Math.ceil(bytes.length / 20);
  response.writeHead(200, { "content-type": "text/xml; charset=utf-8" });
  for (let at = 0; at < bytes.length && !response.destroyed; at += size) {
    response.write(bytes.subarray(at, at + size));
    await sleep(delayMs);
  }
  response.end();
}
