import type { PortalAnswer } from "../../../../domain/portal-answer.ts";
import { must } from "../../../xml/xml.ts";
import type { AttributeName } from "../attributes.ts";
import { readPerson } from "../person/person.ts";
import type { ServiceProviderSettings } from "../settings.ts";
import { openAssertion } from "./assertion.ts";
import { type AttributeValues, readAttributes } from "./attribute-values.ts";
import { readAuthentication } from "./authentication.ts";
import { because } from "./because.ts";
import { readResponse, type Terms } from "./response.ts";
import { readHiddenStatus, readStatus } from "./status.ts";
import { checkConditions, readSubject } from "./subject.ts";

const missingOf = ({ attributes }: ServiceProviderSettings, { known }: AttributeValues): AttributeName[] => {
  const names = Object.keys(attributes) as AttributeName[];
  return names.filter((name) => attributes[name] === "required" && known[name] === undefined);
};

/** `ServiceProvider.readAnswer`: all checks of nia-saml.md, A10, in that order, up to 18. */
export const readAnswer = (
  samlResponse: string,
  privateKeysPem: readonly string[],
  terms: Terms,
): PortalAnswer => {
  const response = readResponse(samlResponse, terms);
  const { asked } = response;
  const { requestId } = asked;
  const refusal = because("status", () => readStatus(response.root, requestId));
  if (refusal) return refusal;

  const assertion = openAssertion(response, privateKeysPem, terms);
  const nameId = because("subject", () => readSubject(assertion, asked, terms));
  because("conditions", () => checkConditions(assertion, terms));
  const attributes = because("attributes", () => readAttributes(assertion));
  const hidden = because("status", () => readHiddenStatus(attributes.status, requestId));
  if (hidden) return hidden;
  const { level, authenticatedAt, sessionIndex } = readAuthentication(assertion, asked, terms);

  const session = { nameId, sessionIndex };
  const missing = missingOf(terms.settings, attributes);
  if (missing.length > 0) return { outcome: "refused", requestId, reason: "consent", missing, session };
  return because("person", () => {
    must((attributes.known.PersonIdentifier ?? nameId) === nameId, "another PersonIdentifier than NameID");
    return {
      outcome: "accepted",
      requestId,
      assertionId: assertion.getAttribute("ID") ?? "",
      person: readPerson(attributes.known, terms.now),
      personIdentifier: nameId,
      level,
      authenticatedAt,
      session,
    };
  });
};
