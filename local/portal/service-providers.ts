import { X509Certificate } from "node:crypto";
import { parseXml } from "../nia/xml/parse.ts";
import { childrenNamed, everyElement, named, oneChild } from "../nia/xml/read.ts";
import { ns } from "./saml/names.ts";
import { MessageRefused, must, reading } from "./saml/refusal.ts";

/** A service provider as its operator registered it: nothing of this is ever taken from a request (nia-saml.md, A1). */
export interface ServiceProvider {
  /** "Unikátní URL adresa zabezpečené části": the Issuer of its requests and the Audience of the answers. */
  readonly entityId: string;
  /** What people see. */
  readonly name: string;
  readonly assertionConsumerService: string;
  /** Where the answer to a logout goes; without it the portal shows a page of its own. */
  readonly logoutService?: string;
  /** One PEM for signing and encryption, or where its metadata are. */
  readonly certificate: string | { readonly metadataUrl: string };
}

export interface ProviderKeys {
  readonly signing: readonly X509Certificate[];
  readonly encryption: X509Certificate;
}

/** The certificates by which its requests are checked and for which its answers are encrypted. Throws `MessageRefused`. */
export async function keysOf({ certificate }: ServiceProvider): Promise<ProviderKeys> {
  if (typeof certificate === "string") {
    const known = new X509Certificate(certificate);
    return { signing: [known], encryption: known };
  }
  return keysIn(await fetchedText(certificate.metadataUrl));
}

/** The body of an address. Throws `MessageRefused`. */
export async function fetchedText(url: string): Promise<string> {
  try {
    const reply = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    if (reply.ok) return await reply.text();
  } catch {
    // As if it had answered with an error.
  }
  throw new MessageRefused("The metadata can't be read");
}

const keysIn = (metadata: string): ProviderKeys =>
  reading(() => {
    const root = parseXml(metadata).documentElement;
    must(
      root !== null && named(root, ns.metadata, "EntityDescriptor"),
      "The metadata hold no EntityDescriptor",
    );
    const descriptors = childrenNamed(
      oneChild(root, ns.metadata, "SPSSODescriptor"),
      ns.metadata,
      "KeyDescriptor",
    );
    const keys = descriptors.flatMap((descriptor) =>
      [...everyElement(descriptor)]
        .filter((element) => named(element, ns.signature, "X509Certificate"))
        .map((element) => ({
          use: descriptor.getAttribute("use"),
          certificate: new X509Certificate(Buffer.from(element.textContent ?? "", "base64")),
        })),
    );
    const signing = keys.flatMap(({ use, certificate }) => (use === "encryption" ? [] : [certificate]));
    const [encryption] = keys.flatMap(({ use, certificate }) => (use === "signing" ? [] : [certificate]));
    must(signing.length > 0 && encryption !== undefined, "The metadata hold no certificate");
    return { signing, encryption };
  });
