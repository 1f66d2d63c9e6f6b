import { classOf, satisfies } from "../../../domain/level-of-assurance.ts";
import type { LoginRequest } from "../../../domain/login-request.ts";
import { type SamlStatus, success } from "../../../domain/saml-status.ts";
import type { Authentication } from "../../../services/ports/identity-provider.ts";
import type { KeyPair } from "../../key-pairs.ts";
import { escapeAttribute, escapeText } from "../../xml/escape.ts";
import { encryptElement } from "../xml/encrypt.ts";
import { bearer, ns, persistent, uriNames } from "../xml/names.ts";
import { signEnveloped } from "../xml/sign.ts";
import type { ServiceProvider } from "./service-provider.ts";
import { newId, wholeSeconds } from "../xml/writing.ts";
import { statusElement } from "./writing.ts";

/** How long an assertion may be used. */
const LIFETIME_MS = 5 * 60_000;

/** What an answer is made with. */
export interface Answering {
  entityId: string;
  key: KeyPair;
  now: number;
  provider: ServiceProvider;
}

/** A name for this service provider alone. */
export const nameIdElement = (pseudonym: string, entityId: string, provider: ServiceProvider): string =>
  `<saml:NameID Format="${persistent}" NameQualifier="${escapeAttribute(entityId)}" ` +
  `SPNameQualifier="${escapeAttribute(provider.entityId)}">${escapeText(pseudonym)}</saml:NameID>`;

const attributeStatement = (
  request: LoginRequest,
  { attributes }: Authentication,
  provider: ServiceProvider,
): string => {
  const elements = request.attributes.flatMap((attribute) => {
    const [name, value] = [provider.attributes[attribute], attributes[attribute]];
    if (name === undefined || value === undefined) return [];
    return [
      `<saml:Attribute Name="${escapeAttribute(name)}" NameFormat="${uriNames}">` +
        `<saml:AttributeValue>${escapeText(value)}</saml:AttributeValue></saml:Attribute>`,
    ];
  });
  return elements.length === 0
    ? ""
    : `<saml:AttributeStatement>${elements.join("")}</saml:AttributeStatement>`;
};

const assertion = (
  request: LoginRequest,
  login: Authentication,
  { entityId, key, now, provider }: Answering,
): string => {
  const until = wholeSeconds(now + LIFETIME_MS);
  const id = newId();
  return signEnveloped(
    (signature) =>
      `<saml:Assertion xmlns:saml="${ns.assertion}" ID="${id}" Version="2.0" IssueInstant="${wholeSeconds(now)}">` +
      `<saml:Issuer>${escapeText(entityId)}</saml:Issuer>${signature}` +
      `<saml:Subject>${nameIdElement(login.pseudonym, entityId, provider)}` +
      `<saml:SubjectConfirmation Method="${bearer}"><saml:SubjectConfirmationData ` +
      `InResponseTo="${escapeAttribute(request.id)}" Recipient="${escapeAttribute(request.consumerUrl)}" ` +
      `NotOnOrAfter="${until}"/></saml:SubjectConfirmation></saml:Subject>` +
      `<saml:Conditions NotBefore="${wholeSeconds(now)}" NotOnOrAfter="${until}"><saml:AudienceRestriction>` +
      `<saml:Audience>${escapeText(provider.entityId)}</saml:Audience></saml:AudienceRestriction>` +
      `<saml:OneTimeUse/></saml:Conditions>` +
      `<saml:AuthnStatement AuthnInstant="${wholeSeconds(Date.parse(login.authenticatedAt))}" ` +
      `SessionIndex="${escapeAttribute(login.sessionIndex)}"><saml:AuthnContext>` +
      `<saml:AuthnContextClassRef>${classOf(login.level)}</saml:AuthnContextClassRef>` +
      `</saml:AuthnContext></saml:AuthnStatement>` +
      `${attributeStatement(request, login, provider)}</saml:Assertion>`,
    key,
  );
};

const response = (
  request: LoginRequest,
  { entityId, key, now }: Answering,
  content: { status: SamlStatus; assertion?: string },
): string => {
  const id = newId();
  return signEnveloped(
    (signature) =>
      `<samlp:Response xmlns:samlp="${ns.protocol}" xmlns:saml="${ns.assertion}" ID="${id}" Version="2.0" ` +
      `IssueInstant="${wholeSeconds(now)}" Destination="${escapeAttribute(request.consumerUrl)}" ` +
      `InResponseTo="${escapeAttribute(request.id)}"><saml:Issuer>${escapeText(entityId)}</saml:Issuer>` +
      `${signature}${statusElement(content.status)}${content.assertion ?? ""}</samlp:Response>`,
    key,
  );
};

/** A mistake of ours that would let somebody in: nothing is answered then. */
const check = (request: LoginRequest, { level, pseudonym }: Authentication): void => {
  if (!satisfies(level, request.level)) throw new RangeError("the level is not what was asked for");
  if ((request.subject ?? pseudonym) !== pseudonym) throw new RangeError("somebody else was asked for");
};

/** An answer with an assertion (nia-saml.md, B4). Throws `RangeError` where the login is not what was asked for. */
export const writeAnswer = (request: LoginRequest, login: Authentication, answering: Answering): string => {
  check(request, login);
  const signed = assertion(request, login, answering);
  const { encryption } = answering.provider;
  return response(request, answering, {
    status: success,
    assertion:
      encryption === undefined
        ? signed
        : `<saml:EncryptedAssertion>${encryptElement(signed, encryption)}</saml:EncryptedAssertion>`,
  });
};

/** An answer without one (nia-saml.md, B5). */
export const writeRefusal = (request: LoginRequest, status: SamlStatus, answering: Answering): string =>
  response(request, answering, { status });
