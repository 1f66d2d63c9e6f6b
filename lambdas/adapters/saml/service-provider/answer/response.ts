import type { Element } from "@xmldom/xmldom";
import { childNamed, childrenNamed, elementsOf, instantOf, isNamed, must, textOf } from "../../../xml/xml.ts";
import type { AskedAuthentication } from "../../../../services/ports/service-provider.ts";
import { decodeBase64 } from "../../xml/encoding.ts";
import { ns } from "../../xml/names.ts";
import { checkedIds, parseMessage } from "../../xml/parse.ts";
import { signedContent } from "../../xml/signed.ts";
import type { ServiceProviderSettings } from "../settings.ts";
import { because } from "./because.ts";

/** Of base64; NIA's answers have some 15 000. */
const MAX_CHARACTERS = 1_500_000;
const MAX_DISTANCE_MS = 10 * 60_000;

export interface Response {
  /** What is signed, and nothing else of what came. */
  root: Element;
  /** All identifiers of the message, so that the assertion's can be told from them. */
  ids: ReadonlySet<string>;
  asked: AskedAuthentication;
}

export interface Terms {
  settings: ServiceProviderSettings;
  asked: readonly AskedAuthentication[];
  certificates: readonly string[];
  /** Milliseconds. */
  now: number;
}

export const checkIssuer = (element: Element, { settings }: Terms): void => {
  const issuer = textOf(childNamed(element, ns.assertion, "Issuer"));
  must(issuer === settings.portal.entityId, "another Issuer");
};

export const checkVersionAndTime = (element: Element, { now }: Terms): void => {
  must(element.getAttribute("Version") === "2.0", "another Version");
  const issuedAt = instantOf(element.getAttribute("IssueInstant") ?? undefined);
  must(Math.abs(issuedAt - now) <= MAX_DISTANCE_MS, "IssueInstant");
};

/** The message as it came, up to its signature (nia-saml.md, A10, 1 to 6). */
const readSigned = (samlResponse: string, certificates: readonly string[]) => {
  const bytes = because("encoding", () => decodeBase64(samlResponse, MAX_CHARACTERS));
  const message = because("xml", () => {
    const parsed = parseMessage(bytes, MAX_CHARACTERS);
    must(isNamed(parsed, ns.protocol, "Response"), "not a Response");
    return parsed;
  });
  const root = because("signature", () => signedContent(message, certificates));
  return { root, ids: checkedIds(message) };
};

/** A10, 1 to 8. Throws `PortalAnswerInvalid`. */
export const readResponse = (samlResponse: string, terms: Terms): Response => {
  const { root, ids } = readSigned(samlResponse, terms.certificates);
  because("issuer", () => checkIssuer(root, terms));
  because("destination", () =>
    must(root.getAttribute("Destination") === terms.settings.consumerUrl, "another Destination"),
  );
  because("time", () => checkVersionAndTime(root, terms));
  const asked = because("request", () => {
    const found = terms.asked.find(({ requestId }) => requestId === root.getAttribute("InResponseTo"));
    must(found !== undefined, "no open request");
    return found;
  });
  return { root, ids, asked };
};

/** A10, 10: exactly one assertion, encrypted, and no plain one wherever. */
export const encryptedData = ({ root }: Response): Element => {
  must(root.getElementsByTagNameNS("*", "Assertion").length === 0, "an assertion in clear");
  must(root.getElementsByTagNameNS("*", "EncryptedAssertion").length <= 1, "several assertions");
  const [encrypted] = childrenNamed(root, ns.assertion, "EncryptedAssertion");
  must(encrypted !== undefined, "no assertion");
  const [data, ...more] = elementsOf(encrypted);
  must(data !== undefined && more.length === 0, "more than EncryptedData");
  must(isNamed(data, ns.encryption, "EncryptedData"), "no EncryptedData");
  return data;
};
