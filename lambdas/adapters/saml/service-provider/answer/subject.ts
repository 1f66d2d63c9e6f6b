import type { Element } from "@xmldom/xmldom";
import { childNamed, childrenNamed, elementsOf, instantOf, isNamed, must, textOf } from "../../../xml/xml.ts";
import type { AskedAuthentication } from "../../../../services/ports/service-provider.ts";
import { bearer, ns, persistent } from "../../xml/names.ts";
import type { Terms } from "./response.ts";

/** How far the clock of the portal may be from ours. */
export const SKEW_MS = 2 * 60_000;
/** NIA's assertions live an hour. */
const MAX_LIFE_MS = 70 * 60_000;

const instant = (element: Element, name: string): number =>
  instantOf(element.getAttribute(name) ?? undefined);

/** The NameID, and that the bearer may use it here, now, for this request (nia-saml.md, A10, 14). */
export const readSubject = (
  assertion: Element,
  { requestId }: AskedAuthentication,
  { settings, now }: Terms,
): string => {
  const subject = childNamed(assertion, ns.assertion, "Subject");
  const nameId = childNamed(subject, ns.assertion, "NameID");
  must(nameId.getAttribute("Format") === persistent, "NameID of another format");
  const name = textOf(nameId);
  must(/^[^\s\p{C}]{1,256}$/u.test(name), "NameID");

  const confirmation = childNamed(subject, ns.assertion, "SubjectConfirmation");
  must(confirmation.getAttribute("Method") === bearer, "confirmation by another method");
  const data = childNamed(confirmation, ns.assertion, "SubjectConfirmationData");
  must(data.getAttribute("Recipient") === settings.consumerUrl, "another Recipient");
  must(data.getAttribute("InResponseTo") === requestId, "another InResponseTo");
  must(!data.hasAttribute("NotBefore"), "NotBefore of a bearer");
  must(now - SKEW_MS < instant(data, "NotOnOrAfter"), "confirmation is over");
  return name;
};

const checkAudience = (restriction: Element, entityId: string): void => {
  const audiences = childrenNamed(restriction, ns.assertion, "Audience").map(textOf);
  must(audiences.includes(entityId), "another Audience");
};

/** A10, 15: every restriction has to hold, and none may be unknown. */
export const checkConditions = (assertion: Element, { settings, now }: Terms): void => {
  const conditions = childNamed(assertion, ns.assertion, "Conditions");
  const [from, until] = [instant(conditions, "NotBefore"), instant(conditions, "NotOnOrAfter")];
  must(from - SKEW_MS <= now, "not valid yet");
  must(now - SKEW_MS < until, "not valid any more");
  must(until - from <= MAX_LIFE_MS, "valid for too long");
  const restrictions = childrenNamed(conditions, ns.assertion, "AudienceRestriction");
  must(restrictions.length > 0, "no AudienceRestriction");
  for (const restriction of restrictions) checkAudience(restriction, settings.entityId);
  const others = elementsOf(conditions).filter((one) => !restrictions.includes(one));
  must(
    others.every((one) => isNamed(one, ns.assertion, "OneTimeUse")),
    "an unknown condition",
  );
};
