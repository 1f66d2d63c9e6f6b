import { X509Certificate } from "node:crypto";
import type { Element } from "@xmldom/xmldom";
import type { ReleasableAttribute } from "../../../domain/login-request.ts";
import {
  base64Of,
  childNamed,
  childrenNamed,
  instantOf,
  isNamed,
  Malformed,
  parseXml,
} from "../../xml/xml.ts";
import { type Cipher, ciphers } from "../xml/ciphers.ts";
import { bindings, ns } from "../xml/names.ts";
import type { RegisteredMetadata } from "./settings.ts";

/** An address of the service provider; several of a kind are told apart by their index. */
interface Consumer {
  url: string;
  index?: string;
}
export interface LogoutEndpoint {
  binding: keyof typeof bindings;
  url: string;
  /** Where answers go. */
  answerUrl: string;
}

/** A registered service provider, as its metadata describe it. */
export interface ServiceProvider {
  entityId: string;
  /** Milliseconds; its metadata count no longer than that. */
  validUntil?: number;
  /** The default one first. */
  consumers: readonly Consumer[];
  /** PEM; two while it changes from one to the other. */
  signingCertificates: readonly string[];
  /** Present where it wants assertions encrypted. */
  encryption?: { certificatePem: string; cipher: Cipher };
  logout: readonly LogoutEndpoint[];
  /** What it lists of attributes under an index, by their names. */
  requestedAttributes: ReadonlyMap<string, readonly RequestedAttribute[]>;
  attributes: Readonly<Partial<Record<ReleasableAttribute, string>>>;
}
export interface RequestedAttribute {
  name: string;
  required: boolean;
}

const MIN_RSA_BITS = 2048;

const isTrue = (value: string | null): boolean => value === "true" || value === "1";
const of = (parent: Element, name: string): Element[] => childrenNamed(parent, ns.metadata, name);

const attribute = (element: Element, name: string): string => {
  const value = element.getAttribute(name);
  if (!value) throw new Malformed(`${name} of ${element.localName}`);
  return value;
};

const isAddress = (url: string): boolean => /^https?:\/\/[^\s"'<>]+$/.test(url) && URL.canParse(url);
const address = (element: Element, name = "Location"): string => {
  const url = attribute(element, name);
  if (!isAddress(url)) throw new Malformed(`${name} of ${element.localName}`);
  return url;
};

/** Metadata 2.4.4: the one that says so, else the first that does not say it is not. */
const consumersOf = (descriptor: Element): Consumer[] => {
  const endpoints = of(descriptor, "AssertionConsumerService").filter(
    (endpoint) => endpoint.getAttribute("Binding") === bindings.post,
  );
  const standard =
    endpoints.find((endpoint) => isTrue(endpoint.getAttribute("isDefault"))) ??
    endpoints.find((endpoint) => !endpoint.hasAttribute("isDefault")) ??
    endpoints[0];
  if (standard === undefined) throw new Malformed("no AssertionConsumerService by HTTP-POST");
  return [standard, ...endpoints.filter((endpoint) => endpoint !== standard)].map((endpoint) => {
    const index = endpoint.getAttribute("index");
    return { url: address(endpoint), ...(index !== null && { index }) };
  });
};

const logoutOf = (descriptor: Element): LogoutEndpoint[] =>
  of(descriptor, "SingleLogoutService").flatMap((endpoint) => {
    const binding = (["post", "redirect"] as const).find(
      (name) => bindings[name] === endpoint.getAttribute("Binding"),
    );
    if (binding === undefined) return [];
    const url = address(endpoint);
    const answerUrl = endpoint.hasAttribute("ResponseLocation") ? address(endpoint, "ResponseLocation") : url;
    return [{ binding, url, answerUrl }];
  });

const parsed = (element: Element): X509Certificate => {
  try {
    return new X509Certificate(base64Of(element));
  } catch {
    throw new Malformed("X509Certificate");
  }
};

/** RSA that is strong enough, for what it signs and for what is encrypted to it. */
const certificateOf = (element: Element): string => {
  const certificate = parsed(element);
  const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
  if (asymmetricKeyType !== "rsa" || (asymmetricKeyDetails?.modulusLength ?? 0) < MIN_RSA_BITS)
    throw new Malformed("the key of an X509Certificate");
  return certificate.toString();
};

const certificatesOf = (key: Element): string[] =>
  childrenNamed(childNamed(key, ns.signature, "KeyInfo"), ns.signature, "X509Data")
    .flatMap((data) => childrenNamed(data, ns.signature, "X509Certificate"))
    .map(certificateOf);

/** A key without a use serves for both. */
const keysFor = (descriptor: Element, use: "signing" | "encryption"): Element[] =>
  of(descriptor, "KeyDescriptor").filter((key) => (key.getAttribute("use") ?? use) === use);

/** The better one where it takes both, or does not say. */
const preferred = ["aes256-gcm", "aes256-cbc"] as const satisfies Cipher[];

const encryptionOf = (descriptor: Element): ServiceProvider["encryption"] => {
  const [key] = keysFor(descriptor, "encryption");
  if (key === undefined) return undefined;
  const listed = of(key, "EncryptionMethod").map((method) => attribute(method, "Algorithm"));
  const ofData = listed.filter((algorithm) => /#(?:aes|tripledes)/.test(algorithm));
  const cipher = preferred.find((name) => ofData.length === 0 || ofData.includes(ciphers[name].uri));
  const [certificatePem] = certificatesOf(key);
  if (cipher === undefined || certificatePem === undefined) throw new Malformed("nothing to encrypt with");
  return { certificatePem, cipher };
};

const requestedOf = (descriptor: Element): ServiceProvider["requestedAttributes"] =>
  new Map(
    of(descriptor, "AttributeConsumingService").map((service) => [
      attribute(service, "index"),
      of(service, "RequestedAttribute").map((one) => ({
        name: attribute(one, "Name"),
        required: isTrue(one.getAttribute("isRequired")),
      })),
    ]),
  );

/** Reads the metadata of a service provider, as they are registered. Throws `Malformed` where it can't be served. */
export const readServiceProvider = ({ metadata, attributes }: RegisteredMetadata): ServiceProvider => {
  const root = parseXml(metadata);
  if (!isNamed(root, ns.metadata, "EntityDescriptor")) throw new Malformed("not an EntityDescriptor");
  const descriptor = childNamed(root, ns.metadata, "SPSSODescriptor");
  const signingCertificates = keysFor(descriptor, "signing").flatMap(certificatesOf);
  if (signingCertificates.length === 0) throw new Malformed("no certificate to verify requests with");
  const encryption = encryptionOf(descriptor);
  return {
    entityId: attribute(root, "entityID"),
    ...(root.hasAttribute("validUntil") && { validUntil: instantOf(attribute(root, "validUntil")) }),
    consumers: consumersOf(descriptor),
    signingCertificates,
    ...(encryption !== undefined && { encryption }),
    logout: logoutOf(descriptor),
    requestedAttributes: requestedOf(descriptor),
    attributes,
  };
};

/** Registered service providers by their entity id. Throws where one id stands twice: whose keys count must be certain. */
export const readServiceProviders = (
  registered: readonly RegisteredMetadata[],
): ReadonlyMap<string, ServiceProvider> => {
  const providers = registered.map(readServiceProvider);
  const byId = new Map(providers.map((provider) => [provider.entityId, provider]));
  if (byId.size < providers.length) throw new Malformed("a service provider twice");
  return byId;
};
