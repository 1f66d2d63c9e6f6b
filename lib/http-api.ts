import {
  ApiMapping,
  type CfnStage,
  DomainName,
  HttpApi as GatewayApi,
  HttpMethod,
  type HttpStage,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { Construct } from "constructs";
import type { FunctionName, Route } from "../lambdas/contract/route.ts";
import { routes } from "../lambdas/contract/routes.ts";
import { apiStage } from "./api-stage.ts";
import { argue } from "./nag.ts";
import type { Settings } from "./settings.ts";

/** What anyone may call and what costs: each such route at most a part of all, so that a flood of one leaves the others room. */
const costlyRoutes = (): string[] =>
  Object.values<Route>(routes)
    .filter(({ access, limits }) => access === "public" && limits !== undefined)
    .map(({ method, path }) => `${method} ${path}`);

const routeSettings = ({ rate, burst }: Settings["resources"]["throttle"]) =>
  Object.fromEntries(
    costlyRoutes().map((key) => [
      key,
      { ThrottlingRateLimit: Math.ceil(rate / 4), ThrottlingBurstLimit: Math.ceil(burst / 4) },
    ]),
  );

export interface HttpApiProps {
  functions: Record<`http/${FunctionName}`, IFunction>;
  settings: Settings;
}

/** The API, made from the contract's table of routes. What is not in the table is not found. */
export class HttpApi extends Construct {
  readonly id: string;
  readonly url: string;
  /** Where CloudFront finds it. */
  readonly domainName: string;
  readonly #stage: HttpStage;

  constructor(scope: Construct, id: string, { functions, settings }: HttpApiProps) {
    super(scope, id);
    const { app, resources } = settings;
    const gateway = new GatewayApi(this, "Gateway", {
      createDefaultStage: false,
      disableExecuteApiEndpoint: app.apiDomain !== undefined,
    });
    const stage = apiStage(this, gateway, resources);

    const integrations = new Map<FunctionName, HttpLambdaIntegration>();
    for (const { method, path, fn, access } of Object.values(routes)) {
      // The host for certificates has a gateway of its own.
      if (access === "certificate") continue;
      const integration =
        integrations.get(fn) ??
        // One permission a function: with one a route, the policy of a function overflows at 20 KB.
        new HttpLambdaIntegration(fn, functions[`http/${fn}`], { scopePermissionToRoute: false });
      integrations.set(fn, integration);
      const added = gateway.addRoutes({ path, methods: [HttpMethod[method]], integration });
      // The stage names routes in its settings, so they have to be there first.
      stage.node.addDependency(...added);
    }
    (stage.node.defaultChild as CfnStage).routeSettings = routeSettings(resources.throttle);
    argue(gateway, {
      APIG4: "Sessions are checked in the functions, by the access that the contract states for each route.",
    });

    this.id = gateway.apiId;
    this.url = gateway.apiEndpoint;
    this.domainName = app.apiDomain?.name ?? gateway.apiEndpoint.replace("https://", "");
    this.#stage = stage;
    if (app.apiDomain !== undefined) this.#map(gateway, stage, app.apiDomain);
  }

  metricServerErrors(): Metric {
    return this.#stage.metricServerError();
  }

  #map(api: GatewayApi, stage: HttpStage, domain: NonNullable<Settings["app"]["apiDomain"]>): void {
    const domainName = new DomainName(this, "Domain", {
      domainName: domain.name,
      certificate: Certificate.fromCertificateArn(this, "Certificate", domain.certificateArn),
    });
    new ApiMapping(this, "Mapping", { api, domainName, stage });
  }
}
