import type { Element } from "@xmldom/xmldom";
import { beforeAll, describe, expect, it } from "vitest";
import { decryptElement } from "../../../../../lambdas/adapters/saml/xml/decrypt.ts";
import { parseMessage } from "../../../../../lambdas/adapters/saml/xml/parse.ts";
import { signedContent } from "../../../../../lambdas/adapters/saml/xml/signed.ts";
import { SamlMessageRefused } from "../../../../../lambdas/domain/errors.ts";
import type { LoginRequest } from "../../../../../lambdas/domain/login-request.ts";
import { loginFailures, statusOf } from "../../../../../lambdas/domain/saml-status.ts";
import type { Authentication, SamlForm } from "../../../../../lambdas/services/ports/identity-provider.ts";
import { type Identity, selfSigned } from "../../../../../local/certificates.ts";
import {
  aLogin,
  anIdentityProvider,
  authenticatorName,
  documentOf,
  familyName,
  personIdentifier,
  us,
} from "./support/our-provider.ts";
import { encryptionKey, NOW, theirMetadata, them } from "./support/their-requests.ts";

const GCM = "http://www.w3.org/2009/xmlenc11#aes256-gcm";
const CBC = "http://www.w3.org/2001/04/xmlenc#aes256-cbc";

let ours: Identity;
let next: Identity;
let theirs: Identity;
beforeAll(async () => {
  [ours, next, theirs] = (await Promise.all(
    ["identity provider", "next", "service"].map(async (commonName) => await selfSigned({ commonName })),
  )) as [Identity, Identity, Identity];
});

const request: LoginRequest = {
  id: "_request-1",
  serviceProvider: them.entityId,
  issuedAt: new Date(NOW - 90_000).toISOString(),
  consumerUrl: them.secondConsumerUrl,
  relayState: `"><script>`,
  forceAuthn: true,
  isPassive: false,
  level: { comparison: "minimum", classes: ["http://eidas.europa.eu/LoA/low"] },
  attributes: ["pseudonym", "authenticatorId", "lastName"],
};
const authenticatedAt = new Date(NOW - 45_000).toISOString();
const aNoonLogin = (more: Partial<Authentication> = {}): Authentication =>
  aLogin({ authenticatedAt, ...more });

const providerWith = (more = "") =>
  anIdentityProvider({ current: ours, next }, [theirMetadata(theirs, { more })], () => NOW);
const answer = async (more = "", over: Partial<LoginRequest> = {}, login = aNoonLogin()): Promise<SamlForm> =>
  await providerWith(more).answer({ ...request, ...over }, login);

const all = (root: Element, name: string): Element[] => [...root.getElementsByTagNameNS("*", name)];
const one = (root: Element, name: string): Element => {
  const [found, ...others] = all(root, name);
  if (!found || others.length > 0) throw new Error(`${others.length + 1} of ${name}`);
  return found;
};
const attributes = (element: Element): Record<string, string> =>
  Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));

/** What a strict service provider reads. */
const verified = (text: string | Buffer): Element =>
  signedContent(parseMessage(Buffer.from(text), 1_000_000), [ours.certificatePem]);
const assertionOf = (form: SamlForm): Element => {
  const response = verified(documentOf(form));
  const data = all(response, "EncryptedData")[0];
  if (data) return verified(decryptElement(data, [theirs.privateKeyPem]));
  const text = /<saml:Assertion .*<\/saml:Assertion>/.exec(documentOf(form))?.[0];
  return verified(text ?? "");
};

describe("an answer", () => {
  it("goes back to where it was asked for, with the RelayState as it came", async () => {
    const { binding, url, fields } = await answer();
    expect({ binding, url, RelayState: fields["RelayState"] }).toEqual({
      binding: "post",
      url: them.secondConsumerUrl,
      RelayState: `"><script>`,
    });
  });

  it("brings no RelayState where none came", async () => {
    const { relayState: _, ...without } = request;
    const { fields } = await providerWith().answer(without, aNoonLogin());
    expect(Object.keys(fields)).toEqual(["SAMLResponse"]);
  });

  it("says to which request, to whom and that all is well", async () => {
    const response = verified(documentOf(await answer()));
    expect(attributes(response)).toMatchObject({
      ID: expect.stringMatching(/^_[0-9a-f]{32}$/),
      Version: "2.0",
      IssueInstant: "2026-11-23T12:00:00Z",
      Destination: them.secondConsumerUrl,
      InResponseTo: "_request-1",
    });
    expect(one(response, "StatusCode").getAttribute("Value")).toBe(
      "urn:oasis:names:tc:SAML:2.0:status:Success",
    );
  });

  it("names the user for this service provider alone, and for five minutes", async () => {
    const assertion = assertionOf(await answer());
    expect(one(assertion, "Issuer").textContent).toBe(us.entityId);
    expect(one(assertion, "NameID").textContent).toBe(aLogin().pseudonym);
    expect(attributes(one(assertion, "NameID"))).toEqual({
      Format: "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
      NameQualifier: us.entityId,
      SPNameQualifier: them.entityId,
    });
    expect(one(assertion, "SubjectConfirmation").getAttribute("Method")).toBe(
      "urn:oasis:names:tc:SAML:2.0:cm:bearer",
    );
    expect(attributes(one(assertion, "SubjectConfirmationData"))).toEqual({
      InResponseTo: "_request-1",
      Recipient: them.secondConsumerUrl,
      NotOnOrAfter: "2026-11-23T12:05:00Z",
    });
    expect(attributes(one(assertion, "Conditions"))).toEqual({
      NotBefore: "2026-11-23T12:00:00Z",
      NotOnOrAfter: "2026-11-23T12:05:00Z",
    });
    expect(one(assertion, "Audience").textContent).toBe(them.entityId);
    expect(all(assertion, "OneTimeUse")).toHaveLength(1);
  });

  it("tells when the key was touched, and the level that was reached, not the one asked for", async () => {
    const assertion = assertionOf(await answer());
    expect(attributes(one(assertion, "AuthnStatement"))).toEqual({
      AuthnInstant: "2026-11-23T11:59:15Z",
      SessionIndex: "session-of-this-login",
    });
    expect(one(assertion, "AuthnContextClassRef").textContent).toBe("http://eidas.europa.eu/LoA/substantial");
  });

  it("passes on what was agreed and asked for, and no more", async () => {
    const told = (form: SamlForm) =>
      all(assertionOf(form), "Attribute").map((attribute) => [
        attribute.getAttribute("Name"),
        attribute.textContent,
      ]);
    expect(told(await answer())).toEqual([
      [personIdentifier, aLogin().pseudonym],
      [authenticatorName, "authenticator-1"],
      [familyName, "Nováková & synové"],
    ]);
    expect(told(await answer("", { attributes: ["authenticatorId"] }))).toEqual([
      [authenticatorName, "authenticator-1"],
    ]);
    // never agreed upon, whatever the stored request says
    expect(told(await answer("", { attributes: ["firstName"] }))).toEqual([]);
  });

  it("keeps markup in a value a value", async () => {
    const login = aNoonLogin({ attributes: { lastName: `<a b="c">&amp;</a>` } });
    const assertion = assertionOf(await answer("", {}, login));
    expect(one(assertion, "AttributeValue").textContent).toBe(`<a b="c">&amp;</a>`);
  });

  it("has other ids each time", async () => {
    const ids = await Promise.all([1, 2].map(async () => assertionOf(await answer()).getAttribute("ID")));
    expect(new Set(ids).size).toBe(2);
  });
});

describe("encryption", () => {
  const algorithm = async (...listed: string[]) => {
    const form = await answer(encryptionKey(theirs, ...listed));
    expect(documentOf(form)).not.toContain("Nováková");
    expect(assertionOf(form).localName).toBe("Assertion");
    return one(one(verified(documentOf(form)), "EncryptedAssertion"), "EncryptedData")
      .getElementsByTagName("xenc:EncryptionMethod")[0]
      ?.getAttribute("Algorithm");
  };

  it.each<[string, string[], string]>([
    ["GCM where nothing is listed", [], GCM],
    ["GCM where both are", [CBC, GCM], GCM],
    ["GCM where it is alone", [GCM], GCM],
    ["CBC where it is alone", [CBC], CBC],
    ["what we have beside what we don't", ["http://www.w3.org/2001/04/xmlenc#aes128-cbc", CBC], CBC],
    ["by what is listed of data, not of keys", ["http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"], GCM],
  ])("is %s", async (_, listed, expected) => {
    expect(await algorithm(...listed)).toBe(expected);
  });

  it("is not there where no key is listed for it", async () => {
    expect(all(verified(documentOf(await answer())), "EncryptedAssertion")).toHaveLength(0);
  });

  it("does not give way to a service provider that can't take ours", () => {
    expect(() =>
      providerWith(encryptionKey(theirs, "http://www.w3.org/2001/04/xmlenc#tripledes-cbc")),
    ).toThrow("nothing to encrypt with");
  });
});

describe("no answer is written", () => {
  it.each<[string, Partial<LoginRequest>, string]>([
    [
      "below the level that was asked for",
      { level: { comparison: "minimum", classes: ["http://eidas.europa.eu/LoA/high"] } },
      "level",
    ],
    ["to a request for somebody else", { subject: "another-pseudonym" }, "somebody else"],
  ])("%s", async (_, over, why) => {
    await expect(answer("", over)).rejects.toThrow(why);
  });

  it("to who is not registered any more", async () => {
    await expect(answer("", { serviceProvider: "urn:example:gone" })).rejects.toThrow(SamlMessageRefused);
  });

  it("to an address that is not registered any more", async () => {
    const consumerUrl = "https://service.example/gone";
    await expect(answer("", { consumerUrl })).rejects.toThrow(SamlMessageRefused);
    await expect(providerWith().refuse({ ...request, consumerUrl }, "outage")).rejects.toThrow(
      SamlMessageRefused,
    );
  });
});

describe("a refusal", () => {
  it.each(loginFailures)("because of %s says its codes, signed, and nothing else", async (failure) => {
    const form = await providerWith(encryptionKey(theirs)).refuse(request, failure);
    expect(form).toMatchObject({ url: them.secondConsumerUrl, fields: { RelayState: request.relayState } });
    const response = verified(documentOf(form));
    const { code, subcode } = statusOf[failure];
    expect(all(response, "StatusCode").map((element) => element.getAttribute("Value"))).toEqual(
      [code, subcode].filter((value) => value !== undefined),
    );
    expect(response.getAttribute("InResponseTo")).toBe("_request-1");
    expect([...response.childNodes].map(({ localName }) => localName)).toEqual(["Issuer", "Status"]);
    expect(one(response, "Status").textContent).toBe("");
  });
});
