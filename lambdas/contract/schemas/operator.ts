import * as z from "zod";
import { operatorRoles } from "../../domain/operator-rights.ts";
import { base64url, instant, line, newPassword, password } from "./common.ts";
import { authenticationResponse, registrationResponse, webauthnOptions } from "./session.ts";

const secret = base64url.min(43).max(43);
const handle = secret;
export const operatorRole = z.enum(operatorRoles);

export const enrolmentLink = z.strictObject({ secret });
export const enrolmentOpened = z.strictObject({
  login: z.string(),
  name: z.string(),
  role: operatorRole,
  expiresAt: instant,
  /** WebAuthn options of the key to be registered. */
  options: webauthnOptions,
});
export const enrolment = z.strictObject({ secret, password: newPassword, response: registrationResponse });

export const operatorLogin = z.strictObject({ login: line(40), password });
export const operatorKeyNeeded = z.strictObject({ handle, options: webauthnOptions });
export const operatorLoginKey = z.strictObject({ handle, response: authenticationResponse });

export const operatorSession = z.strictObject({
  login: z.string(),
  name: z.string(),
  role: operatorRole,
  /** Whether two supervisors are enrolled, so that there is work to be done. */
  open: z.boolean(),
  /** When it ends, whatever happens; without a request it ends after a quarter of an hour. */
  expiresAt: instant,
});
