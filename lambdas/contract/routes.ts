import * as z from "zod";
import type { Route } from "./route.ts";
import * as account from "./schemas/account.ts";
import { id, keyId } from "./schemas/common.ts";
import * as nia from "./schemas/nia.ts";
import * as key from "./schemas/security-key.ts";
import * as service from "./schemas/service.ts";
import * as session from "./schemas/session.ts";

const byId = z.strictObject({ id });
const byKey = z.strictObject({ keyId });

// prettier-ignore
/** Every route of the API. Gateway, functions, OpenAPI and the web app's client are all made from this table. */
export const routes = {
  health: { method: "GET", path: "/api/health", fn: "public-api", access: "public", summary: "Whether the service answers", status: 200, response: service.health },
  serviceInformation: { method: "GET", path: "/api/service", fn: "public-api", access: "public", summary: "The provider, its helpdesk and the map of offices", status: 200, response: service.serviceInformation },
  certifiedKeys: { method: "GET", path: "/api/certified-keys", fn: "public-api", access: "public", summary: "Models of security keys that can be linked", status: 200, response: key.certifiedKeys },

  controlCode: { method: "GET", path: "/api/control-code", fn: "accounts-api", access: "public", summary: "A challenge to be solved before a public form is sent", status: 200, response: service.controlCodeChallenge },
  usernameAvailable: { method: "POST", path: "/api/usernames", fn: "accounts-api", access: "public", summary: "Whether a username is free", body: account.usernameQuestion, status: 200, response: account.usernameAnswer },
  register: { method: "POST", path: "/api/registrations", fn: "accounts-api", access: "public", summary: "Begin a registration; PIN1 goes to the e-mail", body: account.registration, status: 202, response: account.registrationStarted },
  enterEmailPin: { method: "POST", path: "/api/registrations/{id}/email-pin", fn: "accounts-api", access: "public", summary: "Enter PIN1; PIN2 goes to the phone", params: byId, body: account.pinEntered, status: 204 },
  enterPhonePin: { method: "POST", path: "/api/registrations/{id}/phone-pin", fn: "accounts-api", access: "public", summary: "Enter PIN2; the account is active", params: byId, body: account.pinEntered, status: 204 },
  resendPin: { method: "POST", path: "/api/registrations/{id}/new-pin", fn: "accounts-api", access: "public", summary: "Send another PIN of the present step", params: byId, status: 204 },

  login: { method: "POST", path: "/api/login", fn: "session-api", access: "public", summary: "Log in with username or e-mail and password", body: session.login, status: 200, response: session.loginAnswer },
  loginWithKey: { method: "POST", path: "/api/login/security-key", fn: "session-api", access: "public", summary: "The second step of a login", body: session.loginKey, status: 200, response: session.loginAnswer },
  session: { method: "GET", path: "/api/session", fn: "session-api", access: "session", summary: "Who is logged in, and what is confirmed", status: 200, response: session.session },
  logout: { method: "DELETE", path: "/api/session", fn: "session-api", access: "session", summary: "Log out", status: 204 },

  profile: { method: "GET", path: "/api/me", fn: "me-api", access: "session", summary: "The account with its locked fields and validation", status: 200, response: account.profile },
  changeProfile: { method: "PATCH", path: "/api/me", fn: "me-api", access: "session", summary: "Change fields that are not locked", body: account.profileChange, status: 200, response: account.profile },
  activity: { method: "GET", path: "/api/me/activity", fn: "me-api", access: "session", summary: "What happened in the account", status: 200, response: account.activity },
  securityKeys: { method: "GET", path: "/api/me/security-keys", fn: "me-api", access: "session", summary: "The account's keys with level and link", status: 200, response: key.securityKeys },
  securityKeyOptions: { method: "POST", path: "/api/me/security-keys/options", fn: "me-api", access: "confirmed:add-key", summary: "Begin to add a key", status: 200, response: key.keyOptions },
  addSecurityKey: { method: "POST", path: "/api/me/security-keys", fn: "me-api", access: "confirmed:add-key", summary: "Add the key that answered", body: key.newKey, status: 201, response: key.securityKey },
  renameSecurityKey: { method: "PATCH", path: "/api/me/security-keys/{keyId}", fn: "me-api", access: "session", summary: "Rename a key", params: byKey, body: key.keyName, status: 204 },
  confirm: { method: "POST", path: "/api/me/confirmations", fn: "me-api", access: "session", summary: "Begin a confirmation login for one purpose", body: session.confirmationRequest, status: 200, response: session.confirmationAnswer },
  confirmWithKey: { method: "POST", path: "/api/me/confirmations/{id}/security-key", fn: "me-api", access: "session", summary: "Touch a key for a confirmation login", params: byId, body: session.confirmationKey, status: 200, response: session.confirmationAnswer },
  confirmWithPin: { method: "POST", path: "/api/me/confirmations/{id}/phone-pin", fn: "me-api", access: "session", summary: "Enter PIN2 for a confirmation login without a key", params: byId, body: account.pinEntered, status: 200, response: session.confirmationAnswer },

  niaPage: { method: "GET", path: "/api/me/nia", fn: "link-api", access: "session", summary: "Checklist, keys, link and verification", status: 200, response: nia.niaPage },
  startVerification: { method: "POST", path: "/api/me/nia/verifications", fn: "link-api", access: "confirmed:link", summary: "Start a verification for the picked keys", body: nia.newVerification, status: 201, response: nia.verification },
  document: { method: "GET", path: "/api/me/nia/verifications/{id}/document", fn: "document-api", access: "session", summary: "The document for the Czech POINT office", params: byId, status: 200, mediaType: "application/pdf" },
  cancelVerification: { method: "POST", path: "/api/me/nia/verifications/{id}/cancellation", fn: "link-api", access: "session", summary: "Cancel a verification", params: byId, status: 204 },
  comparison: { method: "GET", path: "/api/me/nia/verifications/{id}/comparison", fn: "link-api", access: "confirmed:complete-link", summary: "The account's data beside the registry's", params: byId, status: 200, response: nia.comparison },
  complete: { method: "POST", path: "/api/me/nia/verifications/{id}/completion", fn: "link-api", access: "confirmed:complete-link", summary: "Complete connection to NIA", params: byId, body: nia.completion, status: 202 , response: nia.verification },
  reject: { method: "POST", path: "/api/me/nia/verifications/{id}/rejection", fn: "link-api", access: "confirmed:complete-link", summary: "This is not me", params: byId, status: 204 },
} as const satisfies Record<string, Route>;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
