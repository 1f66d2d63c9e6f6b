import type * as z from "zod";
import type { serviceLogin } from "../../contract/schemas/service-login.ts";
import { levelOf, type RequestedLevel, satisfies } from "../../domain/level-of-assurance.ts";
import type { ReleasableAttribute } from "../../domain/login-request.ts";
import { LINK_LEVEL, type ServiceLogin } from "../../domain/service-login.ts";

/** The least level, where that is what is asked for. */
const leastOf = ({ comparison, classes }: RequestedLevel) =>
  comparison === "minimum" && classes.length === 1 ? levelOf(classes[0] ?? "") : undefined;

/** What a government service asks for, as its user is told. */
export const serviceLoginView = ({
  request: { providerName, level, attributes, forceAuthn },
  expiresAt,
}: ServiceLogin): z.input<typeof serviceLogin> => ({
  service: providerName,
  level: leastOf(level),
  reachable: satisfies(LINK_LEVEL, level),
  // The pseudonym is the name that every answer is about.
  released: [...new Set<ReleasableAttribute>(["pseudonym", ...attributes])],
  touchAnew: forceAuthn,
  expiresAt,
});
