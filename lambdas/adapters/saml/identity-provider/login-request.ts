import type { Element } from "@xmldom/xmldom";
import {
  type Comparison,
  comparisons,
  type LevelOfAssurance,
  levelsOfAssurance,
  requiredByDefault,
  type RequestedLevel,
  satisfies,
} from "../../../domain/level-of-assurance.ts";
import type { LoginRequest } from "../../../domain/login-request.ts";
import type { LoginFailure } from "../../../domain/saml-status.ts";
import { elementsOf, Malformed, optionalChild, textOf } from "../../xml/xml.ts";
import { bindings, ns, persistent } from "../xml/names.ts";
import type { Authentic } from "./authentic.ts";
import { flag } from "./flag.ts";
import { requestedAttributes } from "./requested-attributes.ts";
import type { ServiceProvider } from "./service-provider.ts";

const formatsOfOurs = [undefined, persistent, "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified"];
const MAX_PROVIDER_NAME = 200;
/** A request is kept until it is answered; three levels exist. */
const MAX_CLASSES = 20;
/** Of a persistent name (core 8.3.7). */
const MAX_NAME = 256;

/** One of the registered addresses: by itself, by its index, or the default one. */
const consumerOf = (root: Element, { consumers }: ServiceProvider): string => {
  const url = root.getAttribute("AssertionConsumerServiceURL");
  const index = root.getAttribute("AssertionConsumerServiceIndex");
  if (url !== null && index !== null) throw new Malformed("two AssertionConsumerServices");
  const consumer = consumers.find(
    (one) => (url === null || one.url === url) && (index === null || one.index === index),
  );
  if (!consumer) throw new Malformed("AssertionConsumerService is not registered");
  return consumer.url;
};

const isComparison = (value: string): value is Comparison =>
  (comparisons as readonly string[]).includes(value);

const levelAsked = (root: Element): RequestedLevel => {
  const context = optionalChild(root, ns.protocol, "RequestedAuthnContext");
  if (!context) return requiredByDefault;
  const comparison = context.getAttribute("Comparison") ?? "exact";
  const classes = elementsOf(context).map(textOf);
  if (!isComparison(comparison) || classes.length === 0 || classes.length > MAX_CLASSES)
    throw new Malformed("RequestedAuthnContext");
  return { comparison, classes };
};

/** The pseudonym of who has to log in, or why that can't be said. */
const subjectOf = (root: Element): { subject?: string; failure?: LoginFailure } => {
  const subject = optionalChild(root, ns.protocol, "Subject") ?? optionalChild(root, ns.assertion, "Subject");
  if (!subject) return {};
  const nameId = optionalChild(subject, ns.assertion, "NameID");
  if (!nameId || elementsOf(subject).length > 1) return { failure: "request-unsupported" };
  if (!isOurFormat(nameId)) return { failure: "name-format-unknown" };
  const name = textOf(nameId);
  if (name === "" || name.length > MAX_NAME) throw new Malformed("NameID");
  return { subject: name };
};

const isOurFormat = (element: Element): boolean =>
  formatsOfOurs.includes(element.getAttribute("Format") ?? undefined);

/** Names of ours are for the one who asks, not for a group it belongs to. */
const isOurPolicy = (root: Element, { entityId }: ServiceProvider): boolean => {
  const policy = optionalChild(root, ns.protocol, "NameIDPolicy");
  if (!policy) return true;
  return isOurFormat(policy) && (policy.getAttribute("SPNameQualifier") ?? entityId) === entityId;
};

const isReachable = (level: RequestedLevel, highest: LevelOfAssurance): boolean =>
  levelsOfAssurance
    .slice(0, levelsOfAssurance.indexOf(highest) + 1)
    .some((reached) => satisfies(reached, level));

const providerNameOf = (root: Element): string | undefined =>
  root.getAttribute("ProviderName")?.trim().slice(0, MAX_PROVIDER_NAME) || undefined;

/** What an authentic AuthnRequest asks for, and why it can't be had where it can't. Throws `Malformed`. */
export const readLoginRequest = (
  { root, provider, id, issuedAt }: Authentic,
  relayState: string | undefined,
  highestLevel: LevelOfAssurance,
): { request: LoginRequest; failure?: LoginFailure } => {
  const consumerUrl = consumerOf(root, provider);
  const level = levelAsked(root);
  const { subject, failure: subjectFailure } = subjectOf(root);
  const { attributes, failure: attributesFailure } = requestedAttributes(root, provider);
  const providerName = providerNameOf(root);
  const request: LoginRequest = {
    id,
    serviceProvider: provider.entityId,
    issuedAt: new Date(issuedAt).toISOString(),
    consumerUrl,
    ...(relayState !== undefined && { relayState }),
    forceAuthn: flag(root, "ForceAuthn"),
    isPassive: flag(root, "IsPassive"),
    level,
    ...(subject !== undefined && { subject }),
    ...(providerName !== undefined && { providerName }),
    attributes,
  };
  const binding = root.getAttribute("ProtocolBinding") ?? bindings.post;
  const failures: (LoginFailure | undefined | false)[] = [
    binding !== bindings.post && "request-unsupported",
    !isOurPolicy(root, provider) && "name-format-unknown",
    subjectFailure,
    attributesFailure,
    !isReachable(level, highestLevel) && "level-unreachable",
  ];
  const failure = failures.find((one) => one !== undefined && one !== false);
  return { request, ...(failure && { failure }) };
};
