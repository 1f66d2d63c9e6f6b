import { X509Certificate } from "node:crypto";
import type { Element } from "@xmldom/xmldom";
import { beforeAll, describe, expect, it } from "vitest";
import { parseMessage } from "../../../../../lambdas/adapters/saml/xml/parse.ts";
import { signedContent } from "../../../../../lambdas/adapters/saml/xml/signed.ts";
import { type Identity, selfSigned } from "../../../../../local/certificates.ts";
import { anIdentityProvider, us } from "./support/our-provider.ts";
import { NOW } from "./support/their-requests.ts";

let current: Identity;
let next: Identity;
beforeAll(async () => {
  [current, next] = await Promise.all([
    selfSigned({ commonName: "current" }),
    selfSigned({ commonName: "next" }),
  ]);
});

const read = async (keys: { current: Identity; next?: Identity }): Promise<Element> => {
  const xml = await anIdentityProvider(keys, [], () => NOW).metadata();
  return signedContent(parseMessage(Buffer.from(xml), 100_000), [keys.current.certificatePem]);
};
const all = (root: Element, name: string): Element[] => [...root.getElementsByTagNameNS("*", name)];
const keysIn = (root: Element): string[] =>
  all(root, "X509Certificate").map((element) =>
    new X509Certificate(Buffer.from(element.textContent ?? "", "base64")).toString(),
  );

describe("our metadata", () => {
  it("are signed, and say who we are and how long that holds", async () => {
    const root = await read({ current });
    expect(root.localName).toBe("EntityDescriptor");
    expect(root.getAttribute("entityID")).toBe(us.entityId);
    expect(root.getAttribute("validUntil")).toBe("2026-12-07T12:00:00Z");
    expect(root.getAttribute("cacheDuration")).toBe("P1D");
  });

  it("want signed requests, in either binding", async () => {
    const root = await read({ current });
    const [descriptor] = all(root, "IDPSSODescriptor");
    expect(descriptor?.getAttribute("WantAuthnRequestsSigned")).toBe("true");
    const endpoints = (name: string) =>
      all(root, name).map((element) => [
        element.getAttribute("Binding")?.replace(/.*:/, ""),
        element.getAttribute("Location"),
      ]);
    expect(endpoints("SingleSignOnService")).toEqual([
      ["HTTP-Redirect", us.loginUrl],
      ["HTTP-POST", us.loginUrl],
    ]);
    expect(endpoints("SingleLogoutService")).toEqual([
      ["HTTP-Redirect", us.logoutUrl],
      ["HTTP-POST", us.logoutUrl],
    ]);
    expect(all(root, "NameIDFormat").map(({ textContent }) => textContent)).toEqual([
      "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
    ]);
  });

  it("tell the highest level that a login reaches", async () => {
    const [attribute] = all(await read({ current }), "Attribute");
    expect(attribute?.getAttribute("Name")).toBe("urn:oasis:names:tc:SAML:attribute:assurance-certification");
    expect(attribute?.textContent).toBe("http://eidas.europa.eu/LoA/substantial");
  });

  it("have the children in the order of the schema", async () => {
    const [descriptor] = all(await read({ current }), "IDPSSODescriptor");
    expect([...(descriptor?.childNodes ?? [])].map(({ localName }) => localName)).toEqual([
      "KeyDescriptor",
      "SingleLogoutService",
      "SingleLogoutService",
      "NameIDFormat",
      "SingleSignOnService",
      "SingleSignOnService",
    ]);
  });

  it("tell of the key that comes next, while the current one signs", async () => {
    const same = (pem: string) => new X509Certificate(pem).toString();
    expect(keysIn(await read({ current }))).toEqual([same(current.certificatePem)]);
    expect(keysIn(await read({ current, next }))).toEqual([
      same(current.certificatePem),
      same(next.certificatePem),
    ]);
  });

  it("are the same for an hour, and then made anew", async () => {
    let now = NOW;
    const provider = anIdentityProvider({ current }, [], () => now);
    const first = await provider.metadata();
    now += 59 * 60_000;
    expect(await provider.metadata()).toBe(first);
    now += 60_000;
    expect(await provider.metadata()).toContain('validUntil="2026-12-07T13:00:00Z"');
  });
});
