import { X509Certificate } from "node:crypto";
import type { Identity } from "../../certificates.ts";
import type { SoapMessage } from "../soap/message.ts";
import type { FeedOptions } from "../world/notifications.ts";
import type { World } from "../world/world.ts";

export type EndpointName = "ipsts" | "fpsts" | "public";

export interface Addresses {
  readonly endpoints: Readonly<Record<EndpointName, string>>;
  readonly realms: { readonly fpsts: string; readonly public: string };
}

/** What the three services work with. */
export interface ServiceContext {
  readonly addresses: Addresses;
  readonly identities: { readonly ipsts: Identity; readonly fpsts: Identity };
  /** Whose tokens are taken: one's own, and earlier ones while they change. */
  readonly signers: {
    readonly ipsts: readonly X509Certificate[];
    readonly fpsts: readonly X509Certificate[];
  };
  /** Both may change while it runs. */
  readonly conditions: { readonly clients: readonly X509Certificate[]; readonly feed: FeedOptions };
  readonly world: World;
  readonly now: () => Date;
}

/** A good reply: what is to be said, and a line for the list of received requests. */
export interface ServiceReply {
  readonly action: string;
  readonly body: string;
  readonly outcome: string;
}

export interface SoapRequest {
  readonly message: SoapMessage;
  /** The action of the HTTP media type. */
  readonly mediaAction: string | undefined;
}

/** One of the three services. Throws `Refused`. */
export type Service = (request: SoapRequest) => ServiceReply;

export const certificates = (pems: readonly string[]): X509Certificate[] =>
  pems.map((pem) => new X509Certificate(pem));
