import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import * as z from "zod/mini";
import { makeNia } from "../adapters/nia/nia.ts";
import { makeSecret } from "../adapters/secrets/secrets.ts";
import { readEnv } from "../env.ts";
import { readTrust } from "../trust.ts";
import { clock } from "./platform.ts";

export const nia = () => {
  const { NIA, NIA_SECRET_ARN } = readEnv("NIA", "NIA_SECRET_ARN");
  const pem = z.string().check(z.startsWith("-----BEGIN "));
  const secret = makeSecret(
    new SecretsManagerClient({}),
    NIA_SECRET_ARN,
    z.object({ privateKeyPem: pem, certificatePem: pem }),
  );
  return makeNia({ ...NIA, stsCertificates: readTrust().nia }, secret, clock);
};
