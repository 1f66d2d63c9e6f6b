import { escapeAttribute, escapeText } from "../../nia/xml/write.ts";
import { type StatusName, ns, portalEntityId, statusUri } from "../saml/names.ts";
import { wholeSeconds } from "../saml/times.ts";

export interface ResponseContent {
  readonly id: string;
  readonly issuedAt: Date;
  /** The portal itself unless told. */
  readonly issuer?: string;
  readonly destination: string;
  readonly inResponseTo: string;
  /** The top code and, where there is one, the second. */
  readonly status: readonly [StatusName, StatusName?];
  /** An EncryptedAssertion; none with an error. */
  readonly content: string;
}

/** The Response, not signed yet (nia-saml.md, A3). */
export const samlResponse = (content: ResponseContent): string => message("Response", content);

/** The answer to a LogoutRequest, which NIA does not sign (nia-saml.md, A7). */
export const logoutResponse = (content: Omit<ResponseContent, "content">): string =>
  message("LogoutResponse", { ...content, content: "" });

const message = (
  name: string,
  { id, issuedAt, issuer, destination, inResponseTo, status, content }: ResponseContent,
): string =>
  `<samlp:${name} xmlns:samlp="${ns.protocol}" xmlns:saml="${ns.assertion}" ID="${id}" Version="2.0"` +
  ` IssueInstant="${wholeSeconds(issuedAt)}" Destination="${escapeAttribute(destination)}"` +
  ` InResponseTo="${escapeAttribute(inResponseTo)}"><saml:Issuer>${escapeText(issuer ?? portalEntityId)}</saml:Issuer>` +
  `<samlp:Status>${statusCode(status)}</samlp:Status>${content}</samlp:${name}>`;

const statusCode = ([top, second]: ResponseContent["status"]): string =>
  second === undefined
    ? `<samlp:StatusCode Value="${statusUri(top)}"/>`
    : `<samlp:StatusCode Value="${statusUri(top)}"><samlp:StatusCode Value="${statusUri(second)}"/></samlp:StatusCode>`;
