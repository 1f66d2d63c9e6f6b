import { sign } from "node:crypto";
import type { SamlDelivery, SamlForm } from "../../../services/ports/identity-provider.ts";
import type { KeyPair } from "../../key-pairs.ts";
import { rsaSha256 } from "../../xml/signature-names.ts";
import { deflate, encodeBase64 } from "../xml/encoding.ts";
import { signEnveloped } from "../xml/sign.ts";
import type { MessageField } from "./received.ts";

export const form = (
  url: string,
  field: MessageField,
  message: string,
  relayState: string | undefined,
): SamlForm => ({
  binding: "post",
  url,
  fields: { [field]: encodeBase64(message), ...(relayState !== undefined && { RelayState: relayState }) },
});

/** Bindings 3.4.4.1: the message without a signature, the query signed. */
const redirect = (
  url: string,
  field: MessageField,
  { message, relayState, key }: { message: string; relayState: string | undefined; key: KeyPair },
): SamlDelivery => {
  const query = Object.entries({
    [field]: deflate(message),
    ...(relayState !== undefined && { RelayState: relayState }),
    SigAlg: rsaSha256,
  })
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
  const signature = sign("RSA-SHA256", Buffer.from(query), key.privateKeyPem).toString("base64");
  const separator = url.includes("?") ? "&" : "?";
  return {
    binding: "redirect",
    url: `${url}${separator}${query}&Signature=${encodeURIComponent(signature)}`,
  };
};

/** A message of ours on its way, signed as its binding wants it. `compose`: see `signEnveloped`. */
export const deliver = (
  { binding, url }: { binding: "post" | "redirect"; url: string },
  field: MessageField,
  parts: { compose: (signature: string) => string; relayState?: string | undefined; key: KeyPair },
): SamlDelivery =>
  binding === "post"
    ? form(url, field, signEnveloped(parts.compose, parts.key), parts.relayState)
    : redirect(url, field, { message: parts.compose(""), relayState: parts.relayState, key: parts.key });
