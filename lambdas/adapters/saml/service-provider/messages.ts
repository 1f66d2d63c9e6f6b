import type { PortalMessage } from "../../../services/ports/service-provider.ts";
import type { PortalSession } from "../../../domain/portal-answer.ts";
import { classOf } from "../../../domain/level-of-assurance.ts";
import type { KeyPair } from "../../key-pairs.ts";
import { escapeAttribute, escapeText } from "../../xml/escape.ts";
import { deflate, encodeBase64 } from "../xml/encoding.ts";
import { bindings, ns, persistent, uriNames } from "../xml/names.ts";
import { signEnveloped } from "../xml/sign.ts";
import { newId, wholeSeconds } from "../xml/writing.ts";
import { type AttributeName, fullName } from "./attributes.ts";
import type { ServiceProviderSettings } from "./settings.ts";

const MAX_RELAY_STATE_BYTES = 80;

/** The root of a request: its name, attributes of its own, and what follows the signature. */
interface Content {
  name: "AuthnRequest" | "LogoutRequest";
  attributes: string;
  body: string;
}

const compose =
  ({ entityId, portal }: ServiceProviderSettings, content: Content, id: string, now: number) =>
  (signature: string): string =>
    `<samlp:${content.name} xmlns:samlp="${ns.protocol}" xmlns:saml="${ns.assertion}" ID="${id}" Version="2.0" ` +
    `IssueInstant="${wholeSeconds(now)}" Destination="${escapeAttribute(portal.url)}"${content.attributes}>` +
    `<saml:Issuer>${escapeText(entityId)}</saml:Issuer>${signature}${content.body}</samlp:${content.name}>`;

/** For the Redirect binding too the signature is inside, and nothing of it in the query (nia-saml.md, A2). */
const redirectUrl = (action: string, xml: string, relayState: string | undefined): string => {
  const url = new URL(action);
  url.searchParams.append("SAMLRequest", deflate(xml));
  if (relayState !== undefined) url.searchParams.append("RelayState", relayState);
  return url.href;
};

const send = (
  settings: ServiceProviderSettings,
  content: Content,
  { key, now, relayState }: Sending,
): PortalMessage => {
  if (Buffer.byteLength(relayState ?? "") > MAX_RELAY_STATE_BYTES)
    throw new RangeError("RelayState too long");
  const id = newId();
  const xml = signEnveloped(compose(settings, content, id, now), key);
  return {
    id,
    issuedAt: new Date(now).toISOString(),
    action: settings.portal.url,
    fields: { SAMLRequest: encodeBase64(xml), ...(relayState !== undefined && { RelayState: relayState }) },
    url: redirectUrl(settings.portal.url, xml, relayState),
  };
};

export interface Sending {
  key: KeyPair;
  /** Milliseconds. */
  now: number;
  relayState?: string | undefined;
}

const requestedAttributes = ({ attributes }: ServiceProviderSettings): string =>
  Object.entries(attributes)
    .map(
      ([name, need]) =>
        `<eidas:RequestedAttribute Name="${fullName(name as AttributeName)}" NameFormat="${uriNames}" ` +
        `isRequired="${need === "required"}"/>`,
    )
    .join("");

/** AuthnRequest (nia-saml.md, A2): always a new login. */
export const writeAuthnRequest = (settings: ServiceProviderSettings, sending: Sending): PortalMessage =>
  send(
    settings,
    {
      name: "AuthnRequest",
      attributes:
        ` xmlns:eidas="${ns.eidas}" ForceAuthn="true" ProtocolBinding="${bindings.post}" ` +
        `AssertionConsumerServiceURL="${escapeAttribute(settings.consumerUrl)}"`,
      body:
        `<samlp:Extensions><eidas:SPType>private</eidas:SPType><eidas:RequestedAttributes>` +
        `${requestedAttributes(settings)}</eidas:RequestedAttributes></samlp:Extensions>` +
        `<samlp:RequestedAuthnContext Comparison="minimum"><saml:AuthnContextClassRef>${classOf(settings.level)}` +
        `</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>`,
    },
    sending,
  );

/** LogoutRequest (nia-saml.md, A7); NIA does not ask for the signature. */
export const writeLogoutRequest = (
  settings: ServiceProviderSettings,
  { nameId, sessionIndex }: PortalSession,
  sending: Sending,
): PortalMessage =>
  send(
    settings,
    {
      name: "LogoutRequest",
      attributes: "",
      body:
        `<saml:NameID Format="${persistent}">${escapeText(nameId)}</saml:NameID>` +
        `<samlp:SessionIndex>${escapeText(sessionIndex)}</samlp:SessionIndex>`,
    },
    sending,
  );
