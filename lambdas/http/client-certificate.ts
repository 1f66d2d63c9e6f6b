import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { OriginRefused } from "../domain/errors.ts";

/**
 * The certificate whose key the caller holds, as PEM. It is believed only where the gateway says that the connection
 * came in at the host that asks for certificates: nothing that a caller can send says so. Throws `OriginRefused`.
 */
export const clientCertificateOf = (
  { requestContext }: APIGatewayProxyEventV2,
  host: string | undefined,
): string => {
  if (host === undefined || requestContext.domainName !== host)
    throw new OriginRefused("not at the host for certificates");
  const pem = requestContext.authentication?.clientCert.clientCertPem;
  if (pem === undefined || pem === "") throw new OriginRefused("no certificate of the connection");
  return pem;
};
