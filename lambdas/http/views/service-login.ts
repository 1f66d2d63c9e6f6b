import type * as z from "zod";
import type { serviceLogin } from "../../contract/schemas/service-login.ts";
import { levelOf, type RequestedLevel, satisfies } from "../../domain/level-of-assurance.ts";
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
  released: attributes,
  touchAnew: forceAuthn,
  expiresAt,
});
