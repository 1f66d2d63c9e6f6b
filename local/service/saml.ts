import { SAML, ValidateInResponseTo } from "@node-saml/node-saml";
import type { Identity } from "../certificates.ts";

/** The service as a service provider of NIA's portal, and where the portal is. */
export interface ServiceSettings {
  readonly entityId: string;
  readonly consumer: string;
  readonly identity: Identity;
  readonly portal: { readonly entityId: string; readonly endpoint: string; readonly metadataUrl: string };
}

const person = "http://eidas.europa.eu/attributes/naturalperson/";
const asked = ["PersonIdentifier", "CurrentGivenName", "CurrentFamilyName", "DateOfBirth", "CurrentAddress"];

/**
 * A service provider by a library that is not ours, set as NIA asks of every one (nia-saml.md, A2). It deflates a request
 * by POST too unless told, and no request by Redirect when told: logging in and out have one each.
 */
export const makeServiceProvider = (
  { entityId, consumer, identity, portal }: ServiceSettings,
  by: "post" | "redirect",
): SAML =>
  new SAML({
    skipRequestCompression: by === "post",
    entryPoint: portal.endpoint,
    logoutUrl: portal.endpoint,
    idpIssuer: portal.entityId,
    idpCert: (done) => {
      signingCertificates(portal.metadataUrl).then(
        (certificates) => done(null, certificates),
        (error: unknown) => done(error instanceof Error ? error : new Error("The metadata can't be read")),
      );
    },
    issuer: entityId,
    audience: entityId,
    callbackUrl: consumer,
    privateKey: identity.privateKeyPem,
    publicCert: identity.certificatePem,
    decryptionPvk: identity.privateKeyPem,
    signatureAlgorithm: "sha256",
    digestAlgorithm: "sha256",
    identifierFormat: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
    authnContext: ["http://eidas.europa.eu/LoA/substantial"],
    racComparison: "minimum",
    samlAuthnRequestExtensions: requestedAttributes,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: true,
    validateInResponseTo: ValidateInResponseTo.always,
    acceptedClockSkewMs: 120_000,
  });

const requestedAttributes = {
  "eidas:SPType": { "@xmlns:eidas": "http://eidas.europa.eu/saml-extensions", "#text": "public" },
  "eidas:RequestedAttributes": {
    "@xmlns:eidas": "http://eidas.europa.eu/saml-extensions",
    "eidas:RequestedAttribute": asked.map((name) => ({
      "@Name": person + name,
      "@NameFormat": "urn:oasis:names:tc:SAML:2.0:attrname-format:uri",
      "@isRequired": "true",
    })),
  },
};

/** Those of the identity provider's role, from the metadata as they are now. */
async function signingCertificates(metadataUrl: string): Promise<string[]> {
  const metadata = await (await fetch(metadataUrl)).text();
  const role = /<IDPSSODescriptor\b.*?<\/IDPSSODescriptor>/su.exec(metadata)?.[0] ?? "";
  return [...role.matchAll(/<X509Certificate>([^<]+)</gu)].map(([, text]) => text ?? "");
}
