import type { Element } from "@xmldom/xmldom";
import { attributesOf, elementsOf, named, optionalChild, textOf } from "../../nia/xml/read.ts";
import { type Level, binding, levelOf, nameIdFormat, ns, uriNames } from "../saml/names.ts";
import { must, reading } from "../saml/refusal.ts";
import { knownAttribute } from "../answers/attribute-names.ts";
import { type Envelope, mustStandInOrder, readEnvelope } from "./envelope.ts";

export interface RequestedAttribute {
  readonly name: string;
  /** For `isAgeOver`: the age. */
  readonly value: string | undefined;
}

/** What a service provider asks for (nia-saml.md, A2); whose it is and its signature are checked apart. */
export interface AuthnRequest extends Envelope {
  readonly level: Level;
  readonly forceAuthn: boolean;
  readonly attributes: readonly RequestedAttribute[];
}

/** The order of the schema (saml-schema-protocol-2.0, AuthnRequestType). */
const order = [
  "Issuer",
  "Signature",
  "Extensions",
  "Subject",
  "NameIDPolicy",
  "Conditions",
  "RequestedAuthnContext",
  "Scoping",
];
const xmlAttributes = new Set([
  "ID",
  "Version",
  "IssueInstant",
  "Destination",
  "Consent",
  "ForceAuthn",
  "IsPassive",
  "ProtocolBinding",
  "AssertionConsumerServiceURL",
  "AssertionConsumerServiceIndex",
  "AttributeConsumingServiceIndex",
  "ProviderName",
]);

/** Reads an AuthnRequest that is addressed to `destination`. Throws `MessageRefused`. */
export const readAuthnRequest = (root: Element, destination: string, now: Date): AuthnRequest =>
  reading(() => {
    must(named(root, ns.protocol, "AuthnRequest"), "The message is no AuthnRequest");
    const envelope = readEnvelope(root, destination, now);
    mustStandInOrder(root, order);
    for (const { name } of attributesOf(root))
      must(xmlAttributes.has(name), "An attribute of no AuthnRequest");
    mustFitPortal(root);
    return {
      ...envelope,
      level: levelAsked(root),
      forceAuthn: truth(root, "ForceAuthn"),
      attributes: attributesAsked(root),
    };
  });

function mustFitPortal(root: Element): void {
  must(!truth(root, "IsPassive"), "IsPassive is not supported");
  const protocolBinding = root.getAttribute("ProtocolBinding") ?? binding.post;
  must(protocolBinding === binding.post, "The answer goes by POST only");
  const policy = optionalChild(root, ns.protocol, "NameIDPolicy");
  const format = policy?.getAttribute("Format") ?? nameIdFormat.unspecified;
  must(
    format === nameIdFormat.persistent || format === nameIdFormat.unspecified,
    "The identifier is persistent only",
  );
  must(optionalChild(root, ns.assertion, "Subject") === undefined, "A Subject is not supported");
}

function truth(root: Element, name: string): boolean {
  const value = root.getAttribute(name) ?? "false";
  must(/^(?:true|false|0|1)$/u.test(value), `${name} is neither true nor false`);
  return value === "true" || value === "1";
}

function levelAsked(root: Element): Level {
  const context = optionalChild(root, ns.protocol, "RequestedAuthnContext");
  must(context !== undefined, "RequestedAuthnContext is missing");
  must(context.getAttribute("Comparison") === "minimum", "Comparison is not minimum");
  const [reference, ...more] = elementsOf(context);
  must(reference !== undefined && more.length === 0, "One level of assurance is to be asked for");
  must(named(reference, ns.assertion, "AuthnContextClassRef"), "RequestedAuthnContext names no class");
  const level = levelOf(textOf(reference));
  must(level !== undefined, "The level of assurance is unknown");
  return level;
}

function attributesAsked(root: Element): RequestedAttribute[] {
  const extensions = optionalChild(root, ns.protocol, "Extensions");
  must(extensions !== undefined, "Extensions are missing");
  mustStandInOrder(extensions, ["SPType", "RequestedAttributes"]);
  const type = optionalChild(extensions, ns.eidas, "SPType");
  must(
    type !== undefined && /^(?:public|private)$/u.test(textOf(type)),
    "SPType is neither public nor private",
  );
  const list = optionalChild(extensions, ns.eidas, "RequestedAttributes");
  const attributes = list === undefined ? [] : elementsOf(list).map(attributeAsked);
  must(attributes.length > 0, "No attribute is asked for");
  must(
    new Set(attributes.map(({ name }) => name)).size === attributes.length,
    "An attribute is asked for twice",
  );
  return attributes;
}

function attributeAsked(element: Element): RequestedAttribute {
  must(named(element, ns.eidas, "RequestedAttribute"), "Something else than a RequestedAttribute");
  must(element.getAttribute("NameFormat") === uriNames, "The NameFormat of an attribute is not uri");
  must(element.getAttribute("isRequired") !== null, "isRequired of an attribute is missing");
  truth(element, "isRequired");
  const name = element.getAttribute("Name") ?? "";
  must(knownAttribute(name), "An unknown attribute is asked for");
  const value = optionalChild(element, ns.eidas, "AttributeValue");
  return { name, value: value === undefined ? undefined : textOf(value) };
}
