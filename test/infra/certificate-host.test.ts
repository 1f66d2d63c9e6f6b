import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Match, Template } from "aws-cdk-lib/assertions";
import { describe, expect, it } from "vitest";
import { routes } from "../../lambdas/contract/routes.ts";
import { parseSettings } from "../../lib/stage.ts";
import { anAuthority } from "../support/client-certificates.ts";
import { rawSettings, synthesise } from "./support/synthesis.ts";

const { certificatePem } = await anAuthority();
const second = (await anAuthority("Second")).certificatePem;
const certificateArn =
  "arn:aws:acm:eu-central-1:111122223333:certificate/00000000-0000-0000-0000-000000000000";
const origin = "https://certificates.example.cz";
const certificateLogin = { authorities: [certificatePem, second], origin, certificateArn };

const { app, service } = synthesise("prod", { certificateLogin });
const template = Template.fromStack(service);
const hostApi = Object.keys(template.findResources("AWS::ApiGatewayV2::Api")).find((id) =>
  id.startsWith("CertificateHost"),
);

describe("the host for certificates", () => {
  it("asks for a certificate of a listed authority, at a name of its own, and answers at no other one", () => {
    template.hasResourceProperties("AWS::ApiGatewayV2::DomainName", {
      DomainName: "certificates.example.cz",
      MutualTlsAuthentication: { TruststoreUri: Match.anyValue() },
      DomainNameConfigurations: [{ CertificateArn: certificateArn, SecurityPolicy: "TLS_1_2" }],
    });
    expect(template.findResources("AWS::ApiGatewayV2::Api")[hostApi ?? ""]?.["Properties"]).toMatchObject({
      DisableExecuteApiEndpoint: true,
      ProtocolType: "HTTP",
    });
    template.hasResourceProperties("AWS::ApiGatewayV2::ApiMapping", { ApiId: { Ref: hostApi } });
  });

  it("answers one route, which no other gateway has", () => {
    const found = Object.values(template.findResources("AWS::ApiGatewayV2::Route"));
    const here = found.filter((route) => route["Properties"].ApiId.Ref === hostApi);
    expect(here.map((route) => route["Properties"].RouteKey)).toEqual(["GET /api/certificate"]);
    expect(found).toHaveLength(Object.keys(routes).length);
    expect(found.filter((route) => route["Properties"].RouteKey === "GET /api/certificate")).toHaveLength(1);
  });

  it("trusts exactly the listed authorities, by an object that is named after its content", () => {
    const uri = JSON.stringify(template.findResources("AWS::ApiGatewayV2::DomainName"));
    const [, hash = ""] = /([0-9a-f]{64})\.pem/u.exec(uri) ?? [];
    const folder = app.synth().directory;
    const file = readdirSync(folder).find((name) => name.includes(hash) && name.endsWith(".pem"));
    const blocks = readFileSync(join(folder, file ?? ""), "utf8").match(/-----BEGIN CERTIFICATE-----/gu);
    expect(blocks).toHaveLength(2);
  });

  it("limits the rate and logs each request, without queries and headers", () => {
    template.hasResourceProperties("AWS::ApiGatewayV2::Stage", {
      ApiId: { Ref: hostApi },
      DefaultRouteSettings: { ThrottlingRateLimit: 200 },
      AccessLogSettings: { Format: Match.not(Match.stringLikeRegexp("identity|path|query|header")) },
    });
  });

  it("is known to the function behind it and to the page that leads there", () => {
    for (const description of ["certificate-login", "public-api"])
      template.hasResourceProperties("AWS::Lambda::Function", {
        Description: `nia-link ${description}`,
        Environment: { Variables: Match.objectLike({ CERTIFICATE_LOGIN: JSON.stringify({ origin }) }) },
      });
  });

  it("is not there where a stage lists no authority", () => {
    Template.fromStack(synthesise("prod").service).resourcePropertiesCountIs(
      "AWS::ApiGatewayV2::DomainName",
      { MutualTlsAuthentication: Match.anyValue() },
      0,
    );
  });
});

describe("the settings of a certificate login", () => {
  it.each([
    ["authorities without a host", { authorities: [certificatePem] }, /both or none/],
    ["a host without authorities", { origin }, /both or none/],
    ["plain http", { ...certificateLogin, origin: "http://certificates.example.cz" }, /not https/],
    [
      "the web app's own host",
      { ...certificateLogin, origin: "https://nia-link.example.cz" },
      /a host of its own/,
    ],
    ["what is no certificate", { ...certificateLogin, authorities: ["hello"] }, /no certificate in PEM/],
    [
      "a front of its own in production",
      { authorities: [certificatePem], origin },
      /certificateArn is not set/,
    ],
  ])("refuse %s", (_, over, message) => {
    expect(() => parseSettings("prod", rawSettings("prod", { certificateLogin: over }))).toThrow(message);
  });

  it("are off unless told", () => {
    expect(parseSettings("prod", rawSettings("prod")).certificateLogin).toEqual({ authorities: [] });
  });
});
