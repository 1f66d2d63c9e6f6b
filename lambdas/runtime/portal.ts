import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { makePortalCatalogue } from "../adapters/dynamodb/portal-catalogue.ts";
import { keyPairs } from "../adapters/key-pairs.ts";
import { linkingAttributes } from "../adapters/saml/service-provider/attributes.ts";
import { makeServiceProvider } from "../adapters/saml/service-provider/service-provider.ts";
import { makeSecret } from "../adapters/secrets/secrets.ts";
import { readEnv } from "../env.ts";
import { readTrust } from "../trust.ts";
import { clock } from "./platform.ts";
import { documentClient } from "./records.ts";

export const portalCatalogue = () =>
  makePortalCatalogue(documentClient(), readEnv("CATALOGUE_TABLE").CATALOGUE_TABLE);

/** What NIA's portal and we know of each other. */
export const serviceProviderSettings = () => {
  const { SERVICE_PROVIDER } = readEnv("SERVICE_PROVIDER");
  const portal = { ...SERVICE_PROVIDER.portal, authorities: readTrust().portal };
  return { ...SERVICE_PROVIDER, portal, attributes: linkingAttributes };
};

export const serviceProvider = () => {
  const { SERVICE_PROVIDER_SECRET_ARN } = readEnv("SERVICE_PROVIDER_SECRET_ARN");
  const keys = makeSecret(new SecretsManagerClient({}), SERVICE_PROVIDER_SECRET_ARN, keyPairs);
  return makeServiceProvider({ settings: serviceProviderSettings(), keys, clock });
};
