import type { RoutesOf } from "../route.ts";
import * as access from "../schemas/access.ts";
import * as account from "../schemas/account.ts";
import { byId } from "../schemas/common.ts";
import * as service from "../schemas/service.ts";

// prettier-ignore
/** Registration, and what else is done without logging in. */
export const accountsRoutes = {
  controlCode: { method: "GET", path: "/api/control-code", fn: "accounts-api", access: "public", limits: ["control-codes-of-address"], summary: "A challenge to be solved before a public form is sent", status: 200, response: service.controlCodeChallenge },
  usernameAvailable: { method: "POST", path: "/api/usernames", fn: "accounts-api", access: "public", limits: ["usernames-of-address"], summary: "Whether a username is free", body: account.usernameQuestion, status: 200, response: account.usernameAnswer },
  register: { method: "POST", path: "/api/registrations", fn: "accounts-api", access: "public", limits: ["registrations-of-address", "registrations-of-email", "registrations-of-phone"], summary: "Begin a registration; PIN1 goes to the e-mail", body: account.registration, status: 202, response: account.registrationStarted },
  enterEmailPin: { method: "POST", path: "/api/registrations/{id}/email-pin", fn: "accounts-api", access: "public", limits: ["pins-entered-from-address"], summary: "Enter PIN1; PIN2 goes to the phone", params: byId, body: account.pinEntered, status: 204 },
  enterPhonePin: { method: "POST", path: "/api/registrations/{id}/phone-pin", fn: "accounts-api", access: "public", limits: ["pins-entered-from-address"], summary: "Enter PIN2; the account is active", params: byId, body: account.pinEntered, status: 204 },
  resendPin: { method: "POST", path: "/api/registrations/{id}/new-pin", fn: "accounts-api", access: "public", limits: ["pins-asked-from-address", "pins-asked-for-registration"], summary: "Send another PIN of the present step", params: byId, status: 204 },
  requestPasswordReset: { method: "POST", path: "/api/password-resets", fn: "accounts-api", access: "public", limits: ["recoveries-from-address", "recoveries-with-name"], summary: "Ask for a new password; a link goes to the account's e-mail", body: access.recovery, status: 204 },
  openPasswordReset: { method: "POST", path: "/api/password-resets/{id}/new-pin", fn: "accounts-api", access: "public", limits: ["pins-asked-from-address", "pins-asked-for-registration"], summary: "Open the link of the mail; a code goes to the phone", params: byId, body: access.resetLink, status: 200, response: access.resetOpened },
  enterPasswordResetPin: { method: "POST", path: "/api/password-resets/{id}/phone-pin", fn: "accounts-api", access: "public", limits: ["pins-entered-from-address"], summary: "Enter the code from the phone", params: byId, body: access.resetPin, status: 200, response: access.resetStep },
  resetPasswordWithKey: { method: "POST", path: "/api/password-resets/{id}/security-key", fn: "accounts-api", access: "public", limits: ["pins-entered-from-address"], summary: "Touch a key to confirm a new password", params: byId, body: access.resetKey, status: 204 },
  resetPassword: { method: "POST", path: "/api/password-resets/{id}/password", fn: "accounts-api", access: "public", limits: ["pins-entered-from-address"], summary: "Set the new password; every session ends", params: byId, body: access.resetPassword, status: 204 },
  setPasswordAfterForm: { method: "POST", path: "/api/login-resets/{id}/password", fn: "accounts-api", access: "public", limits: ["pins-entered-from-address"], summary: "Set the new password by the link that a verified form has led to", params: byId, body: access.newPasswordByLink, status: 204 },
  requestUnblocking: { method: "POST", path: "/api/unblockings", fn: "accounts-api", access: "public", limits: ["recoveries-from-address", "recoveries-with-name"], summary: "Ask to unblock password login; a PIN goes to the account's e-mail", body: access.recovery, status: 202, response: access.unblockingStarted },
  unblock: { method: "POST", path: "/api/unblockings/{id}/email-pin", fn: "accounts-api", access: "public", limits: ["pins-entered-from-address"], summary: "Enter the PIN; password login is open again", params: byId, body: account.pinEntered, status: 204 },
  requestTwoFactorReset: { method: "POST", path: "/api/two-factor-resets", fn: "accounts-api", access: "public", limits: ["recoveries-from-address", "recoveries-with-name"], summary: "Ask for a two-factor reset; PIN1 goes to the account's e-mail and PIN2 to its phone", body: access.recovery, status: 202, response: access.twoFactorResetStarted },
  removeSecondFactors: { method: "POST", path: "/api/two-factor-resets/{id}/removal", fn: "accounts-api", access: "public", limits: ["pins-entered-from-address"], summary: "Remove every second factor with PIN1, PIN2 and password; the link and every session end", params: byId, body: access.secondFactorRemoval, status: 200, response: access.secondFactorsRemoved },
} as const satisfies RoutesOf<"accounts-api">;
