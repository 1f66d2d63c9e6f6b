import { escapeAttribute, escapeText } from "../../nia/xml/write.ts";
import { type Level, bearer, levelUri, nameIdFormat, ns, portalEntityId, uriNames } from "../saml/names.ts";
import { type ReleasedAttribute, shortName } from "./attributes.ts";

export interface AssertionContent {
  readonly id: string;
  readonly issuer: string;
  readonly nameId: string;
  readonly inResponseTo: string;
  readonly recipient: string;
  readonly audience: string;
  readonly attributes: readonly ReleasedAttribute[];
  readonly sessionIndex: string;
  readonly level: Level;
  readonly clientAddress: string;
  readonly issuedAt: Date;
  readonly authenticatedAt: Date;
}

const VALIDITY = 60 * 60_000;

/** The assertion, not signed yet: namespaces, order and types as in NIA's own (nia-saml.md, A3). */
export function assertion(content: AssertionContent): string {
  const { id, issuer, issuedAt, audience } = content;
  const until = new Date(issuedAt.getTime() + VALIDITY).toISOString();
  return (
    `<Assertion ID="${id}" IssueInstant="${issuedAt.toISOString()}" Version="2.0" xmlns="${ns.assertion}">` +
    `<Issuer>${escapeText(issuer)}</Issuer>${subject(content, until)}` +
    `<Conditions NotBefore="${issuedAt.toISOString()}" NotOnOrAfter="${until}"><AudienceRestriction>` +
    `<Audience>${escapeText(audience)}</Audience></AudienceRestriction></Conditions>` +
    `<AttributeStatement>${content.attributes.map(attribute).join("")}</AttributeStatement>` +
    `${authentication(content)}</Assertion>`
  );
}

const subject = ({ nameId, inResponseTo, recipient }: AssertionContent, until: string): string =>
  `<Subject><NameID Format="${nameIdFormat.persistent}">${escapeText(nameId)}</NameID>` +
  `<SubjectConfirmation Method="${bearer}"><SubjectConfirmationData InResponseTo="${inResponseTo}"` +
  ` NotOnOrAfter="${until}" Recipient="${escapeAttribute(recipient)}"/></SubjectConfirmation></Subject>`;

/** The type's prefix stands for the namespace of the name, whether there is such a type or not. */
function attribute({ name, value }: ReleasedAttribute): string {
  const short = shortName(name);
  const namespace = name.slice(0, -short.length - 1);
  return (
    `<Attribute Name="${name}" NameFormat="${uriNames}" FriendlyName="${short}"` +
    ` a:OriginalIssuer="${portalEntityId}" xmlns:a="${ns.identityClaims}"><AttributeValue b:type="tn:${short}Type"` +
    ` xmlns:b="${ns.schemaInstance}" xmlns:tn="${namespace}">${escapeText(value)}</AttributeValue></Attribute>`
  );
}

const authentication = ({ authenticatedAt, sessionIndex, clientAddress, level }: AssertionContent): string =>
  `<AuthnStatement AuthnInstant="${authenticatedAt.toISOString()}" SessionIndex="${sessionIndex}">` +
  `<SubjectLocality Address="${escapeAttribute(clientAddress)}"/><AuthnContext>` +
  `<AuthnContextClassRef>${levelUri(level)}</AuthnContextClassRef></AuthnContext></AuthnStatement>`;
