import type { Element } from "@xmldom/xmldom";
import { classOf, type LevelOfAssurance, levelOf, satisfies } from "../../../../domain/level-of-assurance.ts";
import type { IsoInstant } from "../../../../domain/person.ts";
import type { AskedAuthentication } from "../../../../services/ports/service-provider.ts";
import { childNamed, instantOf, must, textOf } from "../../../xml/xml.ts";
import { ns } from "../../xml/names.ts";
import { because } from "./because.ts";
import type { Terms } from "./response.ts";
import { SKEW_MS } from "./subject.ts";

/** A login at the portal. */
export interface Authentication {
  sessionIndex: string;
  authenticatedAt: IsoInstant;
  level: LevelOfAssurance;
}

const isAtLeast = (level: LevelOfAssurance, asked: LevelOfAssurance): boolean =>
  satisfies(level, { comparison: "minimum", classes: [classOf(asked)] });

const readLevel = (statement: Element, asked: AskedAuthentication, { settings }: Terms): LevelOfAssurance => {
  const context = childNamed(statement, ns.assertion, "AuthnContext");
  const level = levelOf(textOf(childNamed(context, ns.assertion, "AuthnContextClassRef")));
  must(level !== undefined, "an unknown level");
  must(isAtLeast(level, asked.level) && isAtLeast(level, settings.level), "a level too low");
  return level;
};

/** The one AuthnStatement: a login since we asked, at the level we asked for (nia-saml.md, A10, 17). */
export const readAuthentication = (
  assertion: Element,
  asked: AskedAuthentication,
  terms: Terms,
): Authentication => {
  const statement = because("authentication", () => childNamed(assertion, ns.assertion, "AuthnStatement"));
  const level = because("level", () => readLevel(statement, asked, terms));
  return because("authentication", () => {
    const at = instantOf(statement.getAttribute("AuthnInstant") ?? undefined);
    must(at >= Date.parse(asked.askedAt) - SKEW_MS, "a login before we asked");
    must(at <= terms.now + SKEW_MS, "a login in the future");
    const sessionIndex = statement.getAttribute("SessionIndex") ?? "";
    must(/^[^\s\p{C}]{1,256}$/u.test(sessionIndex), "SessionIndex");
    return { sessionIndex, authenticatedAt: new Date(at).toISOString(), level };
  });
};
