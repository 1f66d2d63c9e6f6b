import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { signEnveloped } from "../../../../../lambdas/adapters/saml/xml/sign.ts";
import { levelsOfAssurance, satisfies } from "../../../../../lambdas/domain/level-of-assurance.ts";
import { hasShared, sharedPath } from "../../../../support/shared.ts";
import { anIdentityProvider, us } from "./support/our-provider.ts";
import { byPost, minutesFromNow, NOW, theirMetadata, them } from "./support/their-requests.ts";

const file = (name: string): string => readFileSync(sharedPath(`nia-saml/${name}`), "utf8");

/** A request of the Czech eIDAS node, made one of now, for us, and by whom we know. */
const recorded = (change: (xml: string) => string = (xml) => xml) => {
  const keys = { privateKeyPem: file("key.pem"), certificatePem: file("cert.pem") };
  const xml = change(
    file("saml_request.xml")
      .replace(/^<\?xml[^>]*\?>\s*/, "")
      .replace("test/destination", us.loginUrl)
      .replace(/IssueInstant="[^"]*"/, `IssueInstant="${minutesFromNow(-1)}"`)
      .replace("test-saml-request-issuer", them.entityId),
  );
  const provider = anIdentityProvider({ current: keys }, [theirMetadata(keys)], () => NOW);
  const signed = signEnveloped((signature) => xml.replace("</saml2:Issuer>", `$&${signature}`), keys);
  return provider.readLoginRequest(byPost(signed));
};

describe.skipIf(!hasShared)("a request as the Czech eIDAS node writes it", () => {
  it("is read", async () => {
    const { request, failure } = await recorded((xml) =>
      xml.replaceAll('isRequired="true"', 'isRequired="false"'),
    );
    expect(failure).toBeUndefined();
    expect(request).toMatchObject({
      id: "test-saml-request-id",
      consumerUrl: them.consumerUrl,
      forceAuthn: true,
      isPassive: false,
      providerName: "DEMO-SP-CA",
      level: { comparison: "minimum", classes: ["http://eidas.europa.eu/LoA/low"] },
      attributes: ["pseudonym", "authenticatorId", "lastName"],
    });
    expect(levelsOfAssurance.every((level) => satisfies(level, request.level))).toBe(true);
  });

  it("asks for what was not agreed upon, and is told so", async () => {
    expect((await recorded()).failure).toBe("request-unsupported");
  });
});
