import { makeIdentityProvider } from "../../../../../../lambdas/adapters/saml/identity-provider/identity-provider.ts";
import type { RegisteredMetadata } from "../../../../../../lambdas/adapters/saml/identity-provider/settings.ts";
import type {
  Authentication,
  IdentityProvider,
  SamlDelivery,
  SamlMessage,
} from "../../../../../../lambdas/services/ports/identity-provider.ts";
import type { Identity } from "../../../../../../local/certificates.ts";

export const us = {
  entityId: "https://idp.example/saml/idp/metadata",
  loginUrl: "https://idp.example/saml/idp/login",
  logoutUrl: "https://idp.example/saml/idp/logout",
};

export const personIdentifier = "http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier";
export const familyName = "http://eidas.europa.eu/attributes/naturalperson/CurrentFamilyName";
export const authenticatorName = "urn:example:authenticator";

/** What was agreed with the service providers of these tests. */
export const agreed: RegisteredMetadata["attributes"] = {
  pseudonym: personIdentifier,
  authenticatorId: authenticatorName,
  lastName: familyName,
};

export const anIdentityProvider = (
  keys: { current: Identity; next?: Identity },
  metadata: readonly string[],
  now: () => number = Date.now,
): IdentityProvider =>
  makeIdentityProvider({
    settings: {
      ...us,
      highestLevel: "substantial",
      serviceProviders: metadata.map((xml) => ({ metadata: xml, attributes: agreed })),
    },
    keys: async () => keys,
    clock: () => new Date(now()).toISOString(),
  });

export const aLogin = (more: Partial<Authentication> = {}): Authentication => ({
  pseudonym: "0e6b3d9c-5a2f-4b41-9d7e-8f1c2a3b4c5d",
  level: "substantial",
  authenticatedAt: new Date(Date.now() - 20_000).toISOString(),
  sessionIndex: "session-of-this-login",
  attributes: {
    pseudonym: "0e6b3d9c-5a2f-4b41-9d7e-8f1c2a3b4c5d",
    authenticatorId: "authenticator-1",
    firstName: "Žofie",
    lastName: "Nováková & synové",
  },
  ...more,
});

export const redirected = (url: string): SamlMessage => ({
  binding: "redirect",
  query: url.slice(url.indexOf("?") + 1),
});
export const posted = (fields: Readonly<Record<string, string>>): SamlMessage => ({
  binding: "post",
  body: new URLSearchParams(fields).toString(),
});

/** The document inside a delivery by form. */
export const documentOf = (delivery: SamlDelivery): string => {
  if (delivery.binding !== "post") throw new Error("not a form");
  const { SAMLResponse, SAMLRequest } = delivery.fields;
  return Buffer.from(SAMLResponse ?? SAMLRequest ?? "", "base64").toString();
};
