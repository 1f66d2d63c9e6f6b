import type { Element } from "@xmldom/xmldom";
import type { PortalAnswer } from "../../../../domain/portal-answer.ts";
import { childNamed, must, optionalChild } from "../../../xml/xml.ts";
import { ns, statusPrefix } from "../../xml/names.ts";

/** The only ones that may stand first (SAML core, 3.2.2.2). */
const topCodes = ["Success", "Requester", "Responder", "VersionMismatch"];

/** Without the namespace; undefined where it is not SAML's. */
const shortCode = (value: string): string | undefined => {
  const code = value.startsWith(statusPrefix) ? value.slice(statusPrefix.length) : "";
  return /^[A-Za-z]{1,40}$/.test(code) ? code : undefined;
};

export type Refusal = Extract<PortalAnswer, { statusCode: string }>;

const reasons: Readonly<Record<string, Refusal["reason"]>> = {
  NoAuthnContext: "level",
  RequestDenied: "cancelled",
};

const refused = (requestId: string, statusCode: string): Refusal => ({
  outcome: "refused",
  requestId,
  reason: reasons[statusCode] ?? "failed",
  statusCode,
});

/** What the Status says: nothing where it is Success. Throws `Malformed` for a first code that SAML does not know. */
export const readStatus = (response: Element, requestId: string): Refusal | undefined => {
  const first = childNamed(childNamed(response, ns.protocol, "Status"), ns.protocol, "StatusCode");
  const code = shortCode(first.getAttribute("Value") ?? "");
  must(code !== undefined && topCodes.includes(code), "an unknown status");
  if (code === "Success") return undefined;
  const second = optionalChild(first, ns.protocol, "StatusCode")?.getAttribute("Value");
  const inner = shortCode(second ?? "");
  return refused(requestId, inner === undefined || inner === "Success" ? code : inner);
};

/** A failure that the portal tells in an attribute, under Success (nia-saml.md, A8). */
export const readHiddenStatus = (value: string | undefined, requestId: string): Refusal | undefined => {
  if (value === undefined || value === `${statusPrefix}Success`) return undefined;
  const code = shortCode(value);
  must(code !== undefined, "an unknown status in an attribute");
  return refused(requestId, code);
};
