import { sign } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import type { Identity } from "../../certificates.ts";
import { type Exchange, redirect, sendMessage } from "../http.ts";
import { algorithm } from "../saml/names.ts";
import { signed } from "../saml/signing.ts";
import type { Hub } from "./hub.ts";

/**
 * Sends a request of the hub through the browser: by POST with the signature inside, by Redirect with the signature
 * over the query (saml-bindings-2.0, 3.4.4.1).
 */
export function sendRequest(
  exchange: Exchange,
  by: Hub["binding"],
  { destination, xml, relayState }: { destination: string; xml: string; relayState: string },
  signer: Identity,
): void {
  if (by === "post") {
    const message = signed(xml, signer);
    return sendMessage(exchange, { destination, name: "SAMLRequest", message, relayState });
  }
  const query = new URLSearchParams({
    SAMLRequest: deflateRawSync(Buffer.from(xml)).toString("base64"),
    RelayState: relayState,
    SigAlg: algorithm.rsaSha256,
  }).toString();
  const signature = sign("RSA-SHA256", Buffer.from(query), signer.privateKeyPem).toString("base64");
  return redirect(exchange, `${destination}?${query}&Signature=${encodeURIComponent(signature)}`);
}
