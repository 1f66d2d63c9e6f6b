import { verify, X509Certificate } from "node:crypto";
import type { Element } from "@xmldom/xmldom";
import { rsaSha256 } from "../../xml/signature-names.ts";
import { childText, instantOf, isNamed, Malformed } from "../../xml/xml.ts";
import { ns } from "../xml/names.ts";
import { parseMessage } from "../xml/parse.ts";
import { isSigned, signedContent } from "../xml/signed.ts";
import type { QuerySignature, Received } from "./received.ts";
import type { ServiceProvider } from "./service-provider.ts";

/** Anyone can send a message, and parsing it must not cost seconds: real ones have a tenth of this at most. */
const MAX_BYTES = 256 * 1024;
const MINUTE = 60_000;
/** How far the time of a message may be from ours, either way. */
const MAX_AGE = 5 * MINUTE;
/** Longer than any message is taken as one of now. */
const REMEMBERED = 2 * MAX_AGE;

/** A message that its sender has signed, is of now and for us. */
export interface Authentic {
  root: Element;
  provider: ServiceProvider;
  id: string;
  /** Milliseconds. */
  issuedAt: number;
  replayUntil: number;
}

export interface Expected {
  /** Local name of the root. */
  name: "AuthnRequest" | "LogoutRequest" | "LogoutResponse";
  destination: string;
  now: number;
}

const issuerOf = (root: Element): string => childText(root, ns.assertion, "Issuer") ?? "";

const isSignedBy = ({ octets, value }: QuerySignature, certificatePem: string): boolean =>
  verify("RSA-SHA256", octets, new X509Certificate(certificatePem).publicKey, value);

const checkQuerySignature = (signature: QuerySignature, certificates: readonly string[]): void => {
  if (signature.algorithm !== rsaSha256) throw new Malformed("SigAlg");
  if (!certificates.some((certificate) => isSignedBy(signature, certificate)))
    throw new Malformed("the query is not signed by a registered certificate");
};

/** What its sender has signed: in the document, in the query, or in both, and then both must hold. */
const signedBy = ({ document, signature }: Received, find: (root: Element) => ServiceProvider) => {
  const root = parseMessage(document, MAX_BYTES);
  const provider = find(root);
  if (signature) checkQuerySignature(signature, provider.signingCertificates);
  if (!signature && !isSigned(root)) throw new Malformed("not signed");
  const content = isSigned(root) ? signedContent(root, provider.signingCertificates) : root;
  if (issuerOf(content) !== provider.entityId) throw new Malformed("Issuer");
  return { content, provider };
};

const checkTime = (issuedAt: number, now: number): void => {
  if (Math.abs(now - issuedAt) > MAX_AGE) throw new Malformed("IssueInstant");
};

/**
 * Opens a message of a registered service provider (nia-saml.md, B2, and A10 for the order): parsed strictly, signed,
 * and only then looked at. Who sent it is first taken from the message itself, to know whose certificates to verify
 * with. Throws `Malformed`.
 */
export const openMessage = (
  received: Received,
  providers: ReadonlyMap<string, ServiceProvider>,
  { name, destination, now }: Expected,
): Authentic => {
  const { content: root, provider } = signedBy(received, (claimed) => {
    if (!isNamed(claimed, ns.protocol, name)) throw new Malformed(`not ${name}`);
    const found = providers.get(issuerOf(claimed));
    if (!found) throw new Malformed("Issuer is not registered");
    if ((found.validUntil ?? Infinity) <= now) throw new Malformed("the registered metadata have expired");
    return found;
  });
  if (!isNamed(root, ns.protocol, name)) throw new Malformed(`not ${name}`);
  if (root.getAttribute("Version") !== "2.0") throw new Malformed("Version");
  const id = root.getAttribute("ID") ?? "";
  if (!/^[A-Za-z_][\w.-]{0,255}$/.test(id)) throw new Malformed("ID");
  const issuedAt = instantOf(root.getAttribute("IssueInstant") ?? undefined);
  checkTime(issuedAt, now);
  if (root.getAttribute("Destination") !== destination) throw new Malformed("Destination");
  return { root, provider, id, issuedAt, replayUntil: issuedAt + REMEMBERED };
};
