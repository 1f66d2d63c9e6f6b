import * as z from "zod";
import { base64url, controlCode, id, line, newPassword, password, pin } from "./common.ts";
import { authenticationResponse, webauthnOptions } from "./session.ts";

/** Who can't log in, by username or e-mail. */
export const recovery = z.strictObject({ login: line(254), controlCode });

export const unblockingStarted = z.strictObject({ id });

export const twoFactorResetStarted = z.strictObject({ id });
export const secondFactorRemoval = z.strictObject({ emailPin: pin, phonePin: pin, password });
/** Whether the account was linked to NIA, and is no more. */
export const secondFactorsRemoved = z.strictObject({ linkEnded: z.boolean() });

const secret = base64url.min(43).max(43);
const handle = secret;

export const resetLink = z.strictObject({ secret });
export const resetOpened = z.strictObject({ phone: z.string() });
export const resetPin = z.strictObject({ secret, pin });

/** What comes after the code from the phone, and what the browser goes on with. */
export const resetStep = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("security-key-needed"), handle, options: webauthnOptions }),
  z.strictObject({ state: z.literal("password-needed"), handle }),
]);

export const resetKey = z.strictObject({ handle, response: authenticationResponse });
export const resetPassword = z.strictObject({ handle, password: newPassword });

/** After a login reset by verified form: the link alone leads to the new password. */
export const newPasswordByLink = z.strictObject({ secret, password: newPassword });

export const passwordChange = z.strictObject({ password: newPassword });
