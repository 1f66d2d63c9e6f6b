import type { RoutesOf } from "../route.ts";
import * as operator from "../schemas/operator.ts";

// prettier-ignore
/** Enrolment and login of the helpdesk's operators. */
export const operatorRoutes = {
  openEnrolment: { method: "POST", path: "/api/operator/enrolments", fn: "operator-api", access: "public", limits: ["operator-logins-from-address"], summary: "Open the enrolment link of an operator", body: operator.enrolmentLink, status: 200, response: operator.enrolmentOpened },
  finishEnrolment: { method: "POST", path: "/api/operator/enrolments/completion", fn: "operator-api", access: "public", limits: ["operator-logins-from-address"], summary: "Set the password and register the key of an operator; the link is used up", body: operator.enrolment, status: 204 },
  operatorLogin: { method: "POST", path: "/api/operator/login", fn: "operator-api", access: "public", limits: ["operator-logins-from-address", "operator-logins-with-name"], summary: "Log in to the console: login and password; a key is always asked for", body: operator.operatorLogin, status: 200, response: operator.operatorKeyNeeded },
  operatorLoginWithKey: { method: "POST", path: "/api/operator/login/security-key", fn: "operator-api", access: "public", limits: ["operator-logins-from-address"], summary: "The second step of a login to the console", body: operator.operatorLoginKey, status: 204 },
  operatorSession: { method: "GET", path: "/api/operator/session", fn: "operator-api", access: "operator:auditor", summary: "Who is logged in to the console", status: 200, response: operator.operatorSession },
  operatorLogout: { method: "DELETE", path: "/api/operator/session", fn: "operator-api", access: "operator:auditor", summary: "Log out of the console", status: 204 },
} as const satisfies RoutesOf<"operator-api">;
