import { X509Certificate } from "node:crypto";
import type { Element } from "@xmldom/xmldom";
import { parseXml } from "../../nia/xml/parse.ts";
import { childrenNamed, everyElement, named, oneChild } from "../../nia/xml/read.ts";
import { fetchedText } from "../service-providers.ts";
import { binding, ns } from "../saml/names.ts";
import { must, reading } from "../saml/refusal.ts";

/** An identity provider beside the portal's own means, as it was registered. */
export interface RegisteredIdentityProvider {
  /** What people see. */
  readonly name: string;
  readonly metadataUrl: string;
  /** The provider whose pseudonyms and authenticators it names, as NIA's records call it. */
  readonly provider: string;
}

/** As its metadata describe it. */
export interface IdentityProvider {
  readonly entityId: string;
  readonly certificates: readonly X509Certificate[];
  /** Where requests go, by binding. */
  readonly login: Readonly<Record<keyof typeof binding, string | undefined>>;
  readonly logout: Readonly<Record<keyof typeof binding, string | undefined>>;
}

/** Reads its metadata. Throws `MessageRefused`. */
export const identityProviderAt = async (metadataUrl: string): Promise<IdentityProvider> =>
  read(await fetchedText(metadataUrl));

const read = (metadata: string): IdentityProvider =>
  reading(() => {
    const root = parseXml(metadata).documentElement;
    must(
      root !== null && named(root, ns.metadata, "EntityDescriptor"),
      "The metadata hold no EntityDescriptor",
    );
    const descriptor = oneChild(root, ns.metadata, "IDPSSODescriptor");
    const certificates = childrenNamed(descriptor, ns.metadata, "KeyDescriptor")
      .filter((key) => key.getAttribute("use") !== "encryption")
      .flatMap((key) => [...everyElement(key)].filter((one) => named(one, ns.signature, "X509Certificate")))
      .map((element) => new X509Certificate(Buffer.from(element.textContent ?? "", "base64")));
    must(certificates.length > 0, "The metadata hold no certificate");
    return {
      entityId: root.getAttribute("entityID") ?? "",
      certificates,
      login: addresses(descriptor, "SingleSignOnService"),
      logout: addresses(descriptor, "SingleLogoutService"),
    };
  });

function addresses(descriptor: Element, name: string): IdentityProvider["login"] {
  const by = (wanted: string): string | undefined =>
    childrenNamed(descriptor, ns.metadata, name)
      .find((one) => one.getAttribute("Binding") === wanted)
      ?.getAttribute("Location") ?? undefined;
  return { post: by(binding.post), redirect: by(binding.redirect) };
}
