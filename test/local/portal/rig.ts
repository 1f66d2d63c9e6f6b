import { constants, createDecipheriv, privateDecrypt, randomBytes } from "node:crypto";
import { deflateRawSync } from "node:zlib";
import { DOMParser } from "@xmldom/xmldom";
import { SignedXml } from "xml-crypto";
import { type Identity, selfSigned } from "../../../local/certificates.ts";
import { residents } from "../../../local/nia/residents.ts";
import { openWorld } from "../../../local/nia/world/world.ts";
import { type Portal, type PortalOptions, startPortal } from "../../../local/portal/portal.ts";

export const consumer = "http://localhost:9999/nia/acs";
const logoutService = "http://localhost:9999/nia/logout";
export const entityId = "http://localhost:9999/";

export interface Rig {
  readonly portal: Portal;
  readonly identity: Identity;
}

export async function startRig(options: Partial<PortalOptions> = {}): Promise<Rig> {
  const identity = await selfSigned({ commonName: "service", organization: "Služba, s. r. o." });
  const provider = { entityId, name: "Zkušební služba", assertionConsumerService: consumer, logoutService };
  const portal = await startPortal({
    port: 0,
    world: openWorld({ now: () => new Date(), residents }),
    serviceProviders: [{ ...provider, certificate: identity.certificatePem }],
    ...options,
  });
  return { portal, identity };
}

const person = "http://eidas.europa.eu/attributes/naturalperson/";
const format = "urn:oasis:names:tc:SAML:2.0:attrname-format:uri";
export const asked = ["PersonIdentifier", "CurrentGivenName", "CurrentFamilyName", "DateOfBirth"].map(
  (name) => person + name,
);

/** An AuthnRequest as NIA takes it, unsigned. */
export function authnRequest(portal: Portal, { attributes = asked, forceAuthn = true } = {}): string {
  const list = attributes.map(
    (name) => `<eidas:RequestedAttribute Name="${name}" NameFormat="${format}" isRequired="true"/>`,
  );
  return (
    `<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"` +
    ` xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:eidas="http://eidas.europa.eu/saml-extensions"` +
    ` ID="_${randomBytes(16).toString("hex")}" Version="2.0" IssueInstant="${new Date().toISOString()}"` +
    ` Destination="${portal.endpoint}" ForceAuthn="${forceAuthn}"` +
    ` ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"` +
    ` AssertionConsumerServiceURL="${consumer}"><saml:Issuer>${entityId}</saml:Issuer><samlp:Extensions>` +
    `<eidas:SPType>private</eidas:SPType><eidas:RequestedAttributes>${list.join("")}</eidas:RequestedAttributes>` +
    `</samlp:Extensions><samlp:RequestedAuthnContext Comparison="minimum"><saml:AuthnContextClassRef>` +
    `http://eidas.europa.eu/LoA/substantial</saml:AuthnContextClassRef></samlp:RequestedAuthnContext></samlp:AuthnRequest>`
  );
}

export const logoutRequest = (portal: Portal, nameId: string, sessionIndex: string): string =>
  `<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"` +
  ` xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_${randomBytes(16).toString("hex")}" Version="2.0"` +
  ` IssueInstant="${new Date().toISOString()}" Destination="${portal.endpoint}"><saml:Issuer>${entityId}</saml:Issuer>` +
  `<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">${nameId}</saml:NameID>` +
  `<samlp:SessionIndex>${sessionIndex}</samlp:SessionIndex></samlp:LogoutRequest>`;

/** Signed by another implementation than the portal's own. */
export function signedBy({ privateKeyPem, certificatePem }: Identity, xml: string): string {
  const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
  const signature = new SignedXml({
    privateKey: privateKeyPem,
    publicCert: certificatePem,
    canonicalizationAlgorithm: exclusive,
    signatureAlgorithm: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
  });
  signature.addReference({
    xpath: "/*",
    transforms: ["http://www.w3.org/2000/09/xmldsig#enveloped-signature", exclusive],
    digestAlgorithm: "http://www.w3.org/2001/04/xmlenc#sha256",
  });
  signature.computeSignature(xml, {
    prefix: "ds",
    location: { reference: "/*/*[local-name()='Issuer']", action: "after" },
  });
  return signature.getSignedXml();
}

const manual = { redirect: "manual" } as const;

export const byPost = (portal: Portal, xml: string, relayState = "state"): Promise<Response> =>
  fetch(portal.endpoint, {
    method: "POST",
    body: new URLSearchParams({ SAMLRequest: Buffer.from(xml).toString("base64"), RelayState: relayState }),
    ...manual,
  });

export const byRedirect = (portal: Portal, xml: string): Promise<Response> => {
  const SAMLRequest = deflateRawSync(Buffer.from(xml)).toString("base64");
  return fetch(`${portal.endpoint}?${new URLSearchParams({ SAMLRequest }).toString()}`, manual);
};

/** What the page of the portal posts next. */
export async function posted(reply: Response): Promise<{ action: string; fields: Record<string, string> }> {
  const text = await reply.text();
  const fields = [...text.matchAll(/name="(\w+)" value="([^"]*)"/gu)].map(([, name, value]) => [name, value]);
  return {
    action: /<form method="post" action="([^"]*)" id="carry"/u.exec(text)?.[1] ?? "",
    fields: Object.fromEntries(fields) as Record<string, string>,
  };
}

export const messageIn = ({ fields }: { fields: Record<string, string> }): string =>
  Buffer.from(fields["SAMLResponse"] ?? "", "base64").toString("utf8");

/** A person at the portal: one browser with its cookie. */
export class Person {
  #cookie = "";
  readonly #portal: Portal;

  constructor(portal: Portal) {
    this.#portal = portal;
  }

  /** From the redirect that follows a request to the page it leads to. */
  async follow(reply: Response): Promise<Response> {
    return this.#send(reply.headers.get("location") ?? "");
  }

  /** From that page to the page after the choice. */
  async choose(
    reply: Response,
    choice: Record<string, string> = {},
    then: "follow" | "stay" = "follow",
  ): Promise<Response> {
    const login = /name="login" value="([^"]*)"/u.exec(await reply.text())?.[1] ?? "";
    const chosen = { login, means: "eop", resident: "jana", outcome: "login", ...choice };
    const next = await this.#send("/FPSTS/login", chosen);
    return next.status === 303 && then === "follow" ? this.follow(next) : next;
  }

  async consent(reply: Response, consent: "yes" | "no" = "yes"): Promise<Response> {
    const login = /name="login" value="([^"]*)"/u.exec(await reply.text())?.[1] ?? "";
    return this.#send("/FPSTS/consent", { login, consent });
  }

  /** The whole way for a request that was taken. */
  async logIn(reply: Response, choice: Record<string, string> = {}): Promise<Response> {
    return this.consent(await this.choose(await this.follow(reply), choice));
  }

  /** What another site has this browser post. */
  async post(url: string, form: Record<string, string>): Promise<Response> {
    return this.#send(url.slice(this.#portal.url.length), form);
  }

  async #send(path: string, form?: Record<string, string>): Promise<Response> {
    const reply = await fetch(this.#portal.url + path, {
      ...manual,
      headers: { cookie: this.#cookie },
      ...(form === undefined ? {} : { method: "POST", body: new URLSearchParams(form) }),
    });
    this.#cookie = reply.headers.getSetCookie()[0]?.split(";")[0] ?? this.#cookie;
    return reply;
  }
}

export const wish = async (portal: Portal, path: string, body: object): Promise<void> => {
  const reply = await fetch(`${portal.url}/_sim/${path}`, { method: "POST", body: JSON.stringify(body) });
  if (reply.status !== 200) throw new Error(await reply.text());
};

/** The decrypted assertion of a Response of NIA. */
export function decrypted(response: string, privateKeyPem: string): string {
  const [key = "", data = ""] = [...response.matchAll(/CipherValue>([^<]+)</gu)].map(([, value]) => value);
  const secret = privateDecrypt(
    { key: privateKeyPem, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha1" },
    Buffer.from(key, "base64"),
  );
  const bytes = Buffer.from(data, "base64");
  const cipher = createDecipheriv("aes-256-cbc", secret, bytes.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([cipher.update(bytes.subarray(16)), cipher.final()]);
  return plain.subarray(0, plain.length - (plain.at(-1) ?? 0)).toString("utf8");
}

/** Whether the root's signature is good by that certificate, for an implementation that is not the portal's. */
export function isSignedBy(xml: string, certificatePem: string): boolean {
  const signature = new SignedXml({ publicCert: certificatePem, getCertFromKeyInfo: () => null });
  const document = new DOMParser().parseFromString(xml, "text/xml");
  const element = Array.from(document.documentElement?.childNodes ?? []).find(
    ({ localName }) => localName === "Signature",
  );
  signature.loadSignature(element?.toString() ?? "");
  try {
    return signature.checkSignature(xml);
  } catch {
    return false;
  }
}
