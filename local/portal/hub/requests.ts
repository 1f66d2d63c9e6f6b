import { randomBytes } from "node:crypto";
import { escapeAttribute, escapeText } from "../../nia/xml/write.ts";
import { type Level, binding, levelUri, nameIdFormat, ns } from "../saml/names.ts";

export const newRequestId = (): string => `_${randomBytes(16).toString("hex")}`;

interface Outgoing {
  readonly id: string;
  readonly issuedAt: Date;
  readonly destination: string;
  readonly issuer: string;
}

const opening = (name: string, { id, issuedAt, destination, issuer }: Outgoing, more = ""): string =>
  `<samlp:${name} xmlns:samlp="${ns.protocol}" xmlns:saml="${ns.assertion}" ID="${id}" Version="2.0"` +
  ` IssueInstant="${issuedAt.toISOString()}" Destination="${escapeAttribute(destination)}"${more}>` +
  `<saml:Issuer>${escapeText(issuer)}</saml:Issuer>`;

export interface HubLogin extends Outgoing {
  readonly consumer: string;
  readonly level: Level;
  readonly forceAuthn: boolean;
  /** Whom the user came from. */
  readonly providerName: string;
}

/** The AuthnRequest of the hub to an identity provider, not signed yet (nia-saml.md, B2). */
export const hubAuthnRequest = (request: HubLogin): string =>
  opening(
    "AuthnRequest",
    request,
    ` ForceAuthn="${request.forceAuthn}" ProtocolBinding="${binding.post}"` +
      ` ProviderName="${escapeAttribute(request.providerName)}"` +
      ` AssertionConsumerServiceURL="${escapeAttribute(request.consumer)}"`,
  ) +
  `<samlp:NameIDPolicy Format="${nameIdFormat.persistent}"/>` +
  `<samlp:RequestedAuthnContext Comparison="minimum"><saml:AuthnContextClassRef>${levelUri(request.level)}` +
  `</saml:AuthnContextClassRef></samlp:RequestedAuthnContext></samlp:AuthnRequest>`;

export interface HubLogout extends Outgoing {
  readonly nameId: string;
  readonly sessionIndex: string;
}

/** The LogoutRequest of the hub to an identity provider, not signed yet (nia-saml.md, B6). */
export const hubLogoutRequest = (request: HubLogout): string =>
  opening("LogoutRequest", request) +
  `<saml:NameID Format="${nameIdFormat.persistent}">${escapeText(request.nameId)}</saml:NameID>` +
  `<samlp:SessionIndex>${escapeText(request.sessionIndex)}</samlp:SessionIndex></samlp:LogoutRequest>`;
