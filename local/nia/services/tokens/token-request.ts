import type { Element } from "@xmldom/xmldom";
import { constant, ns } from "../../xml/names.ts";
import { elementsOf, named, oneChild, textOf } from "../../xml/read.ts";
import { reading } from "../../soap/message.ts";
import { must } from "../../soap/refusal.ts";

/** Children that a RequestSecurityToken may have here, and the value that each has to have. */
const allowed: Readonly<Record<string, string>> = {
  TokenType: ns.saml,
  RequestType: constant.issue,
  KeyType: constant.symmetricKey,
  KeySize: "256",
};

/**
 * Checks a request for a token of that realm (nia-soap.md, 5.1 and 6.1): children in any order, each once, RequestType
 * and AppliesTo required. Throws `Refused`.
 */
export function checkTokenRequest(request: Element, realm: string): void {
  reading("trust-request", () => {
    must(
      named(request, ns.trust, "RequestSecurityToken"),
      "trust-request",
      "The body is no RequestSecurityToken",
    );
    const seen = new Set<string>();
    for (const child of elementsOf(request)) {
      const name = child.localName ?? "";
      must(!seen.has(name), "trust-request", `${name} twice`);
      seen.add(name);
      if (named(child, ns.policy, "AppliesTo")) continue;
      const value = child.namespaceURI === ns.trust ? allowed[name] : undefined;
      must(value !== undefined, "trust-request", "A child that is not supported");
      must(textOf(child).trim() === value, "trust-request", `Another ${name}`);
    }
    must(seen.has("RequestType"), "trust-request", "No RequestType");
    const scope = oneChild(oneChild(request, ns.policy, "AppliesTo"), ns.addressing, "EndpointReference");
    const address = textOf(oneChild(scope, ns.addressing, "Address"));
    must(address === realm, "trust-scope", "AppliesTo names another realm");
  });
}
