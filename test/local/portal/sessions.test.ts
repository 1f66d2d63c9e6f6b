import { X509Certificate } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import {
  type Rig,
  Person,
  authnRequest,
  byPost,
  byRedirect,
  decrypted,
  isSignedBy,
  logoutRequest,
  messageIn,
  posted,
  signedBy,
  startRig,
  wish,
} from "./rig.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.portal.close());
afterEach(() => wish(rig.portal, "reset", {}));

const request = (forceAuthn = true): Promise<Response> =>
  byPost(rig.portal, signedBy(rig.identity, authnRequest(rig.portal, { forceAuthn })));

const answerOf = async (reply: Response): Promise<string> => messageIn(await posted(reply));
const assertionOf = async (reply: Response): Promise<string> =>
  decrypted(await answerOf(reply), rig.identity.privateKeyPem);

const isLoginPage = async (reply: Response): Promise<boolean> =>
  (await reply.text()).includes("Čím se přihlásíte");

const refuse = async (person: Person): Promise<string> =>
  assertionOf(await person.consent(await person.choose(await person.follow(await request())), "no"));

const logOut = async (assertion: string): Promise<Response> => {
  const nameId = /<NameID[^>]*>([^<]*)/u.exec(assertion)?.[1] ?? "";
  const index = /SessionIndex="([^"]*)"/u.exec(assertion)?.[1] ?? "";
  return byRedirect(rig.portal, logoutRequest(rig.portal, nameId, index));
};

describe("Consent that is refused", () => {
  it("lets nothing through but the pseudonym, under Success", async () => {
    const assertion = await refuse(new Person(rig.portal));
    expect([...assertion.matchAll(/FriendlyName="(\w+)"/gu)].map(([, name]) => name)).toEqual([
      "PersonIdentifier",
    ]);
  });

  it("is not asked for again while the session lives, though a new login is wanted", async () => {
    const person = new Person(rig.portal);
    await refuse(person);
    const again = await assertionOf(await person.follow(await request()));
    expect(again).not.toContain("JANA");
  });

  it("is asked for again after a logout", async () => {
    const person = new Person(rig.portal);
    const assertion = await refuse(person);
    const answer = await posted(await logOut(assertion));
    expect(answer.action).toBe("http://localhost:9999/nia/logout");
    expect(messageIn(answer)).toContain("LogoutResponse");
    expect(messageIn(answer)).not.toContain("Signature");
    expect(await isLoginPage(await person.follow(await request()))).toBe(true);
  });
});

describe("A session at the portal", () => {
  it("answers for the person who logged in before, unless a new login is wanted", async () => {
    const person = new Person(rig.portal);
    const first = await assertionOf(await person.logIn(await request()));
    const second = await assertionOf(await person.follow(await request(false)));
    const instant = /AuthnInstant="([^"]*)"/u;
    expect(instant.exec(second)?.[1]).toBe(instant.exec(first)?.[1]);
    expect(await isLoginPage(await person.follow(await request(true)))).toBe(true);
  });

  it("is of one browser", async () => {
    await new Person(rig.portal).logIn(await request());
    expect(await isLoginPage(await new Person(rig.portal).follow(await request(false)))).toBe(true);
  });
});

describe("A login that does not succeed", () => {
  const choose = async (outcome: string): Promise<Response> => {
    const person = new Person(rig.portal);
    return person.choose(await person.follow(await request()), { outcome });
  };

  it("is told by a signed error when it is cancelled", async () => {
    const response = await answerOf(await choose("cancel"));
    expect(response).toMatch(/status:Responder"><samlp:StatusCode Value="[^"]*status:AuthnFailed"/u);
    expect(response).toContain("<SignatureValue>");
    expect(response).not.toContain("EncryptedAssertion");
  });

  it("hides under Success when it fails", async () => {
    const response = await answerOf(await choose("fail"));
    expect(response).toContain("status:Success");
    const assertion = decrypted(response, rig.identity.privateKeyPem);
    expect(assertion).toContain('Name="urn:oasis:names:tc:SAML:2.0:protocol/statuscode"');
    expect(assertion).toContain("status:AuthnFailed</AttributeValue>");
  });

  it("does not happen by a means below the level, or one that the person has not", async () => {
    for (const choice of [{ means: "eidas" }, { means: "eop", resident: "bez-dokladu" }]) {
      const person = new Person(rig.portal);
      expect((await person.choose(await person.follow(await request()), choice)).status).toBe(422);
    }
  });

  it("may end on the portal's own page", async () => {
    await wish(rig.portal, "faults", { kind: "no-return" });
    const reply = await new Person(rig.portal).logIn(await request());
    expect([reply.status, (await posted(reply)).action]).toEqual([500, ""]);
  });
});

describe("A test", () => {
  it("changes an attribute, or takes it away", async () => {
    await wish(rig.portal, "faults", { kind: "attribute", attribute: "DateOfBirth", value: "1990-02-31" });
    await wish(rig.portal, "faults", { kind: "attribute", attribute: "CurrentGivenName" });
    const person = new Person(rig.portal);
    expect(await assertionOf(await person.logIn(await request()))).toContain(">1990-02-31<");
    expect(await assertionOf(await person.follow(await request(false)))).not.toContain("JANA");
  });

  it("lets its clock go wrong", async () => {
    const person = new Person(rig.portal);
    const reply = await person.choose(await person.follow(await request()));
    await wish(rig.portal, "clock", { seconds: 600 });
    expect((await request()).status).toBe(400);
    const answer = await answerOf(await person.consent(reply));
    const issued = Date.parse(/IssueInstant="([^"]*)"/u.exec(answer)?.[1] ?? "");
    expect(issued).toBeGreaterThan(Date.now() + 590_000);
  });

  it("sees an outage", async () => {
    await wish(rig.portal, "outage", { on: true });
    expect((await fetch(rig.portal.metadataUrl)).status).toBe(503);
    expect((await request()).status).toBe(503);
  });
});

describe("The metadata", () => {
  const metadata = async (): Promise<string> => (await fetch(rig.portal.metadataUrl)).text();
  const certificates = (xml: string): X509Certificate[] =>
    [...xml.matchAll(/<X509Certificate>([^<]+)/gu)].map(
      ([, text]) => new X509Certificate(Buffer.from(text ?? "", "base64")),
    );

  it("are signed by a certificate that the pinned authority issued", async () => {
    const xml = await metadata();
    const [signer] = certificates(xml);
    expect(isSignedBy(xml, signer?.toString() ?? "")).toBe(true);
    expect(signer?.verify(new X509Certificate(rig.portal.authorities[0] ?? "").publicKey)).toBe(true);
  });

  it("name two certificates, in roles of WS-Federation too", async () => {
    const xml = await metadata();
    expect(xml).toContain('entityID="urn:microsoft:cgg2010:fpsts"');
    expect(xml.indexOf("SecurityTokenServiceType")).toBeLessThan(xml.indexOf("<IDPSSODescriptor"));
    const [role = ""] = /<IDPSSODescriptor.*<\/IDPSSODescriptor>/u.exec(xml) ?? [];
    expect(certificates(role)).toHaveLength(2);
    expect(certificates(xml)).toHaveLength(7);
  });
});
