import type { RoutesOf } from "../route.ts";
import * as account from "../schemas/account.ts";
import { byId } from "../schemas/common.ts";
import * as session from "../schemas/session.ts";

// prettier-ignore
/** Logging in and out, and confirmation logins. */
export const sessionRoutes = {
  login: { method: "POST", path: "/api/login", fn: "session-api", access: "public", ticket: "portal", limits: ["logins-from-address", "logins-with-name"], summary: "Log in with username or e-mail and password", body: session.login, status: 200, response: session.loginAnswer },
  loginWithKey: { method: "POST", path: "/api/login/security-key", fn: "session-api", access: "public", ticket: "portal", limits: ["logins-from-address"], summary: "The second step of a login", body: session.loginKey, status: 200, response: session.loginAnswer },
  loginWithCertificate: { method: "POST", path: "/api/login/certificate", fn: "session-api", access: "public", ticket: "portal", limits: ["logins-from-address"], summary: "Take a session over from the host that has seen the certificate", body: session.loginCertificate, status: 200, response: session.loginAnswer },
  session: { method: "GET", path: "/api/session", fn: "session-api", access: "session", summary: "Who is logged in, and what is confirmed", status: 200, response: session.session },
  logout: { method: "DELETE", path: "/api/session", fn: "session-api", access: "session", ticket: "portal", summary: "Log out", status: 204 },
  sessions: { method: "GET", path: "/api/me/sessions", fn: "session-api", access: "session", summary: "Where the account is logged in", status: 200, response: session.sessions },
  endSession: { method: "DELETE", path: "/api/me/sessions/{id}", fn: "session-api", access: "session", ticket: "portal", limits: ["changes-of-account"], summary: "Log one session out", params: byId, status: 204 },
  endOtherSessions: { method: "DELETE", path: "/api/me/sessions", fn: "session-api", access: "session", limits: ["changes-of-account"], summary: "Log out everywhere else", status: 204 },
  confirm: { method: "POST", path: "/api/me/confirmations", fn: "session-api", access: "password-session", limits: ["confirmations-of-account"], summary: "Begin a confirmation login for one purpose", body: session.confirmationRequest, status: 200, response: session.confirmationAnswer },
  confirmWithKey: { method: "POST", path: "/api/me/confirmations/{id}/security-key", fn: "session-api", access: "password-session", limits: ["confirmations-of-account"], summary: "Touch a key for a confirmation login", params: byId, body: session.confirmationKey, status: 200, response: session.confirmationAnswer },
  confirmWithPin: { method: "POST", path: "/api/me/confirmations/{id}/pin", fn: "session-api", access: "password-session", limits: ["pins-entered-of-account"], summary: "Enter the PIN of a confirmation login without a key", params: byId, body: account.pinEntered, status: 200, response: session.confirmationAnswer },
} as const satisfies RoutesOf<"session-api">;
