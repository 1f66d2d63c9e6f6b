import type { X509Certificate } from "node:crypto";
import type { Element } from "@xmldom/xmldom";
import { parseXml } from "../../nia/xml/parse.ts";
import {
  childrenNamed,
  elementsOf,
  everyElement,
  named,
  oneChild,
  optionalChild,
  textOf,
} from "../../nia/xml/read.ts";
import { readEnvelope } from "../requests/envelope.ts";
import { decryptedAssertion } from "../saml/decryption.ts";
import { type Level, bearer, levelOf, nameIdFormat, ns, reaches, statusUri } from "../saml/names.ts";
import { must, reading } from "../saml/refusal.ts";
import { mustBeSigned } from "../saml/signature-check.ts";
import { readInstant } from "../saml/times.ts";

/** What the hub knows when an answer comes. */
export interface Expected {
  readonly identityProvider: string;
  readonly certificates: readonly X509Certificate[];
  /** The hub's own name and where it takes answers. */
  readonly audience: string;
  readonly consumer: string;
  readonly requestId: string;
  readonly askedAt: Date;
  readonly level: Level;
  readonly privateKeyPem: string;
  readonly now: Date;
}

export type HubAnswer =
  | {
      readonly loggedIn: true;
      readonly nameId: string;
      readonly sessionIndex: string;
      readonly level: Level;
      readonly authenticatedAt: Date;
      readonly attributes: ReadonlyMap<string, string>;
    }
  /** Codes of an authentic failure, from the top. */
  | { readonly loggedIn: false; readonly codes: readonly string[] };

const SKEW = 2 * 60_000;
const LONGEST = 10 * 60_000;

/** Reads the answer of an identity provider as nia-saml.md, A10, asks: outer signature first. Throws `MessageRefused`. */
export const readHubAnswer = (root: Element, expected: Expected): HubAnswer =>
  reading(() => {
    must(named(root, ns.protocol, "Response"), "The message is no Response");
    mustBeSigned(root, expected.certificates);
    const { issuer } = readEnvelope(root, expected.consumer, expected.now);
    must(issuer === expected.identityProvider, "The Response is by another Issuer");
    must(root.getAttribute("InResponseTo") === expected.requestId, "The Response is to another request");
    const codes = statusOf(root);
    if (codes[0] !== statusUri("Success")) {
      must(
        childrenNamed(root, ns.assertion, "EncryptedAssertion").length === 0,
        "An error with an assertion",
      );
      return { loggedIn: false, codes };
    }
    must(codes.length === 1, "Success has a second code");
    return { loggedIn: true, ...readAssertion(assertionOf(root, expected), expected) };
  });

const statusOf = (root: Element): string[] => {
  const status = oneChild(root, ns.protocol, "Status");
  return [...everyElement(status)]
    .filter((element) => named(element, ns.protocol, "StatusCode"))
    .map((element) => element.getAttribute("Value") ?? "");
};

function assertionOf(root: Element, { privateKeyPem, certificates }: Expected): Element {
  must(childrenNamed(root, ns.assertion, "Assertion").length === 0, "An assertion in clear");
  const xml = decryptedAssertion(oneChild(root, ns.assertion, "EncryptedAssertion"), privateKeyPem);
  const assertion = parseXml(xml).documentElement;
  must(assertion !== null && named(assertion, ns.assertion, "Assertion"), "Something else is encrypted");
  mustBeSigned(assertion, certificates);
  return assertion;
}

function readAssertion(assertion: Element, expected: Expected) {
  const { identityProvider } = expected;
  must(textOf(oneChild(assertion, ns.assertion, "Issuer")) === identityProvider, "Another Issuer asserts");
  const nameId = subjectOf(assertion, expected);
  mustHoldNow(oneChild(assertion, ns.assertion, "Conditions"), expected);
  const statement = oneChild(assertion, ns.assertion, "AuthnStatement");
  const authenticatedAt = readInstant(statement.getAttribute("AuthnInstant"), "AuthnInstant");
  must(authenticatedAt.getTime() >= expected.askedAt.getTime() - SKEW, "The login is older than the request");
  const context = oneChild(statement, ns.assertion, "AuthnContext");
  const level = levelOf(textOf(oneChild(context, ns.assertion, "AuthnContextClassRef")));
  must(level !== undefined && reaches(level, expected.level), "The level of assurance is not reached");
  const sessionIndex = statement.getAttribute("SessionIndex") ?? "";
  must(sessionIndex !== "", "The SessionIndex is missing");
  return { nameId, sessionIndex, level, authenticatedAt, attributes: attributesIn(assertion) };
}

function subjectOf(assertion: Element, { consumer, requestId, now }: Expected): string {
  const subject = oneChild(assertion, ns.assertion, "Subject");
  const nameId = oneChild(subject, ns.assertion, "NameID");
  must(nameId.getAttribute("Format") === nameIdFormat.persistent, "The NameID is not persistent");
  const confirmation = oneChild(subject, ns.assertion, "SubjectConfirmation");
  must(confirmation.getAttribute("Method") === bearer, "The confirmation is not bearer");
  const data = oneChild(confirmation, ns.assertion, "SubjectConfirmationData");
  must(data.getAttribute("Recipient") === consumer, "The Recipient is another");
  must(data.getAttribute("InResponseTo") === requestId, "The assertion is to another request");
  must(data.getAttribute("NotBefore") === null, "A bearer confirmation has no NotBefore");
  mustBeAhead(data.getAttribute("NotOnOrAfter"), now);
  return textOf(nameId);
}

function mustHoldNow(conditions: Element, { audience, now }: Expected): void {
  const from = readInstant(conditions.getAttribute("NotBefore"), "NotBefore");
  must(from.getTime() <= now.getTime() + SKEW, "The assertion does not hold yet");
  const until = mustBeAhead(conditions.getAttribute("NotOnOrAfter"), now);
  must(until.getTime() - from.getTime() <= LONGEST, "The assertion holds too long");
  const restrictions = childrenNamed(conditions, ns.assertion, "AudienceRestriction");
  must(restrictions.length > 0, "The assertion is for anybody");
  for (const restriction of restrictions) {
    must(
      elementsOf(restriction).some((one) => textOf(one) === audience),
      "The assertion is for another audience",
    );
  }
  const unknown = elementsOf(conditions).filter(
    ({ localName }) => localName !== "AudienceRestriction" && localName !== "OneTimeUse",
  );
  must(unknown.length === 0, "An unknown condition");
}

function mustBeAhead(text: string | null, now: Date): Date {
  const until = readInstant(text, "NotOnOrAfter");
  must(until.getTime() > now.getTime() - SKEW, "The assertion has expired");
  return until;
}

function attributesIn(assertion: Element): ReadonlyMap<string, string> {
  const statement = optionalChild(assertion, ns.assertion, "AttributeStatement");
  const attributes = statement === undefined ? [] : childrenNamed(statement, ns.assertion, "Attribute");
  return new Map(
    attributes.map((one) => [
      one.getAttribute("Name") ?? "",
      textOf(oneChild(one, ns.assertion, "AttributeValue")),
    ]),
  );
}
