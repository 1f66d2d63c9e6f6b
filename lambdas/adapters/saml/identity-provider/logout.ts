import type { Element } from "@xmldom/xmldom";
import type { LogoutRequest } from "../../../domain/login-request.ts";
import { partialLogout, success } from "../../../domain/saml-status.ts";
import type { Authentication, SamlDelivery } from "../../../services/ports/identity-provider.ts";
import { escapeAttribute, escapeText } from "../../xml/escape.ts";
import { childNamed, childrenNamed, instantOf, Malformed, textOf } from "../../xml/xml.ts";
import { ns, persistent } from "../xml/names.ts";
import { type Answering, nameIdElement } from "./answer.ts";
import type { Authentic } from "./authentic.ts";
import { deliver } from "./delivery.ts";
import type { LogoutEndpoint, ServiceProvider } from "./service-provider.ts";
import { newId, wholeSeconds } from "../xml/writing.ts";
import { statusElement } from "./writing.ts";

const MAX_SESSIONS = 100;
const LIFETIME_MS = 5 * 60_000;

const checkName = (name: Element, entityId: string, provider: ServiceProvider): void => {
  if ((name.getAttribute("Format") ?? persistent) !== persistent) throw new Malformed("Format of NameID");
  if ((name.getAttribute("NameQualifier") ?? entityId) !== entityId) throw new Malformed("NameQualifier");
  if ((name.getAttribute("SPNameQualifier") ?? provider.entityId) !== provider.entityId)
    throw new Malformed("SPNameQualifier");
};

/** Reads an authentic LogoutRequest (nia-saml.md, B6). Throws `Malformed`. */
export const readLogoutRequest = (
  { root, provider, id }: Authentic,
  context: {
    entityId: string;
    now: number;
    binding: LogoutRequest["binding"];
    relayState: string | undefined;
  },
): LogoutRequest => {
  const until = root.getAttribute("NotOnOrAfter");
  if (until !== null && instantOf(until) <= context.now) throw new Malformed("NotOnOrAfter");
  const name = childNamed(root, ns.assertion, "NameID");
  checkName(name, context.entityId, provider);
  const sessionIndexes = childrenNamed(root, ns.protocol, "SessionIndex").map(textOf);
  if (sessionIndexes.length > MAX_SESSIONS) throw new Malformed("too many sessions");
  if (provider.logout.length === 0) throw new Malformed("no registered SingleLogoutService");
  return {
    id,
    serviceProvider: provider.entityId,
    ...(context.relayState !== undefined && { relayState: context.relayState }),
    pseudonym: textOf(name),
    sessionIndexes,
    binding: context.binding,
  };
};

/** The endpoint of that binding, or whichever there is. */
const endpointOf = (
  { logout }: ServiceProvider,
  binding: LogoutEndpoint["binding"],
): LogoutEndpoint | undefined => logout.find((endpoint) => endpoint.binding === binding) ?? logout[0];

const head = (
  name: string,
  { entityId, now }: Answering,
  { id, destination, more }: { id: string; destination: string; more: string },
): string => {
  const attributes =
    `xmlns:samlp="${ns.protocol}" xmlns:saml="${ns.assertion}" ID="${id}" Version="2.0" ` +
    `IssueInstant="${wholeSeconds(now)}" Destination="${escapeAttribute(destination)}" ${more}`;
  return `<samlp:${name} ${attributes}><saml:Issuer>${escapeText(entityId)}</saml:Issuer>`;
};

/** The answer to a request to log out. Throws `Malformed` where it has nowhere to go any more. */
export const writeLogoutAnswer = (
  request: LogoutRequest,
  outcome: "success" | "partial",
  answering: Answering,
): SamlDelivery => {
  const endpoint = endpointOf(answering.provider, request.binding);
  if (!endpoint) throw new Malformed("no registered SingleLogoutService");
  const { binding, answerUrl } = endpoint;
  const start = head("LogoutResponse", answering, {
    id: newId(),
    destination: answerUrl,
    more: `InResponseTo="${escapeAttribute(request.id)}"`,
  });
  const status = statusElement(outcome === "success" ? success : partialLogout);
  return deliver({ binding, url: answerUrl }, "SAMLResponse", {
    compose: (signature) => `${start}${signature}${status}</samlp:LogoutResponse>`,
    relayState: request.relayState,
    key: answering.key,
  });
};

/** A request of ours to end a login there; none where it takes none. */
export const writeLogoutRequest = (
  login: Pick<Authentication, "pseudonym" | "sessionIndex">,
  answering: Answering,
): { id: string; delivery: SamlDelivery } | undefined => {
  const endpoint = endpointOf(answering.provider, "redirect");
  if (!endpoint) return undefined;
  const { entityId, now, provider, key } = answering;
  const id = newId();
  const start = head("LogoutRequest", answering, {
    id,
    destination: endpoint.url,
    more: `NotOnOrAfter="${wholeSeconds(now + LIFETIME_MS)}"`,
  });
  const rest =
    nameIdElement(login.pseudonym, entityId, provider) +
    `<samlp:SessionIndex>${escapeText(login.sessionIndex)}</samlp:SessionIndex></samlp:LogoutRequest>`;
  const compose = (signature: string): string => `${start}${signature}${rest}`;
  return { id, delivery: deliver(endpoint, "SAMLRequest", { compose, key }) };
};

/** Reads an authentic LogoutResponse. Throws `Malformed`. */
export const readLogoutAnswer = ({ root, provider }: Authentic) => {
  const inResponseTo = root.getAttribute("InResponseTo");
  if (!inResponseTo) throw new Malformed("InResponseTo");
  const code = childNamed(childNamed(root, ns.protocol, "Status"), ns.protocol, "StatusCode");
  return {
    serviceProvider: provider.entityId,
    inResponseTo,
    success: code.getAttribute("Value") === success.code,
  };
};
