import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { keyPairs } from "../adapters/key-pairs.ts";
import { makeIdentityProvider } from "../adapters/saml/identity-provider/identity-provider.ts";
import { makeSecret } from "../adapters/secrets/secrets.ts";
import { LINK_LEVEL } from "../domain/service-login.ts";
import { readEnv } from "../env.ts";
import type { IdentityProvider } from "../services/ports/identity-provider.ts";
import { readTrust } from "../trust.ts";
import { clock } from "./platform.ts";

export const identityProvider = (): IdentityProvider => {
  const { IDENTITY_PROVIDER, IDENTITY_PROVIDER_SECRET_ARN } = readEnv(
    "IDENTITY_PROVIDER",
    "IDENTITY_PROVIDER_SECRET_ARN",
  );
  const { serviceProviders } = readTrust();
  return makeIdentityProvider({
    settings: { ...IDENTITY_PROVIDER, highestLevel: LINK_LEVEL, serviceProviders },
    keys: makeSecret(new SecretsManagerClient({}), IDENTITY_PROVIDER_SECRET_ARN, keyPairs),
    clock,
  });
};
