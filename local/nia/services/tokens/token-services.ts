import { randomBytes } from "node:crypto";
import { checkAddressing } from "../../soap/addressing.ts";
import { type AssertionContent, type Claim, issueAssertion } from "../../soap/assertion.ts";
import { proveByCertificate } from "../../soap/certificate-proof.ts";
import { proveByToken } from "../../soap/token-proof.ts";
import { action } from "../../xml/names.ts";
import { certificateClaims, federatedClaims, issuer } from "./claims.ts";
import type { Service, ServiceContext, ServiceReply } from "../service.ts";
import { checkTokenRequest } from "./token-request.ts";
import { renderTokenResponse } from "./token-response.ts";

const ONE_HOUR = 3_600_000;

/** IPSTS: a certificate's signature for a token of the federation service (nia-soap.md, 5). */
export const makeIdentityService =
  (context: ServiceContext): Service =>
  ({ message, mediaAction }) => {
    const { addresses, conditions, identities, now } = context;
    const to = checkAddressing(message, { action: action.issue, to: addresses.endpoints.ipsts, mediaAction });
    const certificate = proveByCertificate(message, to, conditions.clients, now());
    checkTokenRequest(message.content, addresses.realms.fpsts);
    return issue(
      identities.ipsts,
      {
        issuer: issuer.ipsts,
        audience: addresses.realms.fpsts,
        authenticationMethod: "urn:oasis:names:tc:SAML:1.0:am:X509-PKI",
      },
      certificateClaims(certificate),
      now(),
    );
  };

/** FPSTS: the first token for one of the submission service (nia-soap.md, 6). */
export const makeFederationService =
  (context: ServiceContext): Service =>
  ({ message, mediaAction }) => {
    const { addresses, identities, signers, now } = context;
    checkAddressing(message, { action: action.issue, to: addresses.endpoints.fpsts, mediaAction });
    const expected = { issuer: issuer.ipsts, audience: addresses.realms.fpsts, signers: signers.ipsts };
    const { attributes } = proveByToken(message, expected, now());
    checkTokenRequest(message.content, addresses.realms.public);
    return issue(
      identities.fpsts,
      {
        issuer: issuer.fpsts,
        audience: addresses.realms.public,
        authenticationMethod: "urn:oasis:names:tc:SAML:1.0:am:unspecified",
      },
      federatedClaims(attributes),
      now(),
    );
  };

type TokenKind = Pick<AssertionContent, "issuer" | "audience" | "authenticationMethod">;

function issue(
  signer: ServiceContext["identities"]["ipsts"],
  kind: TokenKind,
  claims: readonly Claim[],
  issuedAt: Date,
): ServiceReply {
  const expiresAt = new Date(issuedAt.getTime() + ONE_HOUR);
  const content: AssertionContent = { ...kind, claims, issuedAt, expiresAt, secret: randomBytes(32) };
  const body = renderTokenResponse(content, issueAssertion(content, signer));
  return { action: action.issued, body, outcome: "token issued" };
}
