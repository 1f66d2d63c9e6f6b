import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { FileSystem } from "aws-cdk-lib";
import {
  ApiMapping,
  DomainName,
  HttpApi as GatewayApi,
  HttpMethod,
  SecurityPolicy,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Asset } from "aws-cdk-lib/aws-s3-assets";
import { Construct } from "constructs";
import { certificateLoginRoutes } from "../lambdas/contract/routes/certificate-login.ts";
import { apiStage } from "./api-stage.ts";
import { argue } from "./nag.ts";
import type { Settings } from "./settings.ts";

export interface CertificateHostProps {
  certificateLogin: IFunction;
  host: { authorities: readonly string[]; origin: string; certificateArn: string };
  resources: Settings["resources"];
}

/**
 * A host of its own that lets nobody in without a certificate of a listed authority: a gateway with one route, closed
 * at every other address. The truststore is an object named by its content in the versioned bucket of the deployment,
 * so another list is another truststore.
 */
export class CertificateHost extends Construct {
  constructor(scope: Construct, id: string, { certificateLogin, host, resources }: CertificateHostProps) {
    super(scope, id);
    const gateway = new GatewayApi(this, "Gateway", {
      createDefaultStage: false,
      disableExecuteApiEndpoint: true,
    });
    const stage = apiStage(this, gateway, resources);
    const integration = new HttpLambdaIntegration("certificate-login", certificateLogin, {
      scopePermissionToRoute: false,
    });
    for (const { method, path } of Object.values(certificateLoginRoutes))
      gateway.addRoutes({ path, methods: [HttpMethod[method]], integration });

    const truststore = new Asset(this, "Truststore", { path: truststoreFile(host.authorities) });
    const domainName = new DomainName(this, "Domain", {
      domainName: new URL(host.origin).hostname,
      certificate: Certificate.fromCertificateArn(this, "Certificate", host.certificateArn),
      securityPolicy: SecurityPolicy.TLS_1_2,
      mtls: { bucket: truststore.bucket, key: truststore.s3ObjectKey },
    });
    new ApiMapping(this, "Mapping", { api: gateway, domainName, stage });
    argue(gateway, {
      APIG4:
        "Who has shown no certificate is turned away by TLS; the function checks the one that was shown.",
    });
  }
}

const truststoreFile = (authorities: readonly string[]): string => {
  const path = join(FileSystem.mkdtemp("nia-link-truststore-"), "truststore.pem");
  writeFileSync(path, `${authorities.map((pem) => pem.trim()).join("\n")}\n`);
  return path;
};
