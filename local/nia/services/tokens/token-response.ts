import { constant, ns } from "../../xml/names.ts";
import { escapeText } from "../../xml/write.ts";
import type { AssertionContent, IssuedAssertion } from "../../soap/assertion.ts";

/** The collection with one response; its children in the order that the production client counts on (5.2). */
export function renderTokenResponse(content: AssertionContent, { id, xml }: IssuedAssertion): string {
  const reference =
    `<o:SecurityTokenReference xmlns:o="${ns.security}" xmlns:k="${ns.security11}" k:TokenType="${constant.saml11}">` +
    `<o:KeyIdentifier ValueType="${constant.samlId}">${id}</o:KeyIdentifier></o:SecurityTokenReference>`;
  const children = [
    `<trust:KeySize>256</trust:KeySize>`,
    `<trust:Lifetime><u:Created>${content.issuedAt.toISOString()}</u:Created>` +
      `<u:Expires>${content.expiresAt.toISOString()}</u:Expires></trust:Lifetime>`,
    `<wsp:AppliesTo xmlns:wsp="${ns.policy}"><a:EndpointReference>` +
      `<a:Address>${escapeText(content.audience)}</a:Address></a:EndpointReference></wsp:AppliesTo>`,
    `<trust:RequestedSecurityToken>${xml}</trust:RequestedSecurityToken>`,
    `<trust:RequestedProofToken><trust:BinarySecret>${content.secret.toString("base64")}</trust:BinarySecret>` +
      `</trust:RequestedProofToken>`,
    `<trust:RequestedAttachedReference>${reference}</trust:RequestedAttachedReference>`,
    `<trust:RequestedUnattachedReference>${reference}</trust:RequestedUnattachedReference>`,
    `<trust:TokenType>${ns.saml}</trust:TokenType>`,
    `<trust:RequestType>${constant.issue}</trust:RequestType>`,
    `<trust:KeyType>${constant.symmetricKey}</trust:KeyType>`,
  ];
  return (
    `<trust:RequestSecurityTokenResponseCollection xmlns:trust="${ns.trust}"><trust:RequestSecurityTokenResponse>` +
    `${children.join("")}</trust:RequestSecurityTokenResponse></trust:RequestSecurityTokenResponseCollection>`
  );
}
