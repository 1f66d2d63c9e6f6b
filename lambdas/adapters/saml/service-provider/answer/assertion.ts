import type { Element } from "@xmldom/xmldom";
import { isNamed, must } from "../../../xml/xml.ts";
import { decryptElement } from "../../xml/decrypt.ts";
import { ns } from "../../xml/names.ts";
import { checkedIds, parseMessage } from "../../xml/parse.ts";
import { signedContent } from "../../xml/signed.ts";
import { because } from "./because.ts";
import { checkIssuer, checkVersionAndTime, encryptedData, type Response, type Terms } from "./response.ts";

const MAX_BYTES = 1_500_000;

/**
 * The assertion out of a Response whose signature holds: decrypted, parsed as strictly, its own signature verified
 * (nia-saml.md, A10, 10 to 13, and Issuer of 14). Throws `PortalAnswerInvalid`.
 */
export const openAssertion = (
  response: Response,
  privateKeysPem: readonly string[],
  terms: Terms,
): Element => {
  const data = because("assertion", () => encryptedData(response));
  const plain = because("decryption", () => decryptElement(data, privateKeysPem));
  const decrypted = because("assertion-xml", () => {
    const root = parseMessage(plain, MAX_BYTES);
    must(isNamed(root, ns.assertion, "Assertion"), "not an Assertion");
    must(root.getElementsByTagNameNS("*", "Assertion").length === 0, "an assertion inside");
    must(
      [...checkedIds(root)].every((id) => !response.ids.has(id)),
      "an ID of the response",
    );
    return root;
  });
  const assertion = because("assertion-signature", () => signedContent(decrypted, terms.certificates));
  because("assertion-issuer", () => {
    checkIssuer(assertion, terms);
    checkVersionAndTime(assertion, terms);
  });
  return assertion;
};
