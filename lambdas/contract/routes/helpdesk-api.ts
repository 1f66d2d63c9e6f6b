import type { RoutesOf } from "../route.ts";
import { byId } from "../schemas/common.ts";
import * as helpdesk from "../schemas/helpdesk.ts";

// prettier-ignore
/** Work in the helpdesk's console. Every look at an account is audited, and seen by its owner. */
export const helpdeskRoutes = {
  findAccounts: { method: "POST", path: "/api/helpdesk/accounts/search", fn: "helpdesk-api", access: "operator:auditor", limits: ["searches-of-operator"], summary: "Find an account by its whole username, e-mail or phone", body: helpdesk.accountQuestion, status: 200, response: helpdesk.accountsFound },
  viewAccount: { method: "GET", path: "/api/helpdesk/accounts/{id}", fn: "helpdesk-api", access: "operator:auditor", limits: ["views-by-operator"], summary: "Look at an account, without a value of its profile", params: byId, status: 200, response: helpdesk.viewedAccount },
  checkCaller: { method: "POST", path: "/api/helpdesk/accounts/{id}/call-checks", fn: "helpdesk-api", access: "operator:operator", limits: ["call-checks-by-operator", "call-checks-of-account"], summary: "Check what a caller says of the profile; the owner gets a mail", params: byId, body: helpdesk.said, status: 200, response: helpdesk.checked },
  suspendLink: { method: "POST", path: "/api/helpdesk/accounts/{id}/suspension", fn: "helpdesk-api", access: "operator:operator", limits: ["acts-of-operator"], summary: "Suspend the link at once; the owner gets a mail", params: byId, status: 204 },
  resumeLink: { method: "DELETE", path: "/api/helpdesk/accounts/{id}/suspension", fn: "helpdesk-api", access: "operator:supervisor", limits: ["acts-of-operator"], summary: "Lift the helpdesk's suspension of a link", params: byId, status: 204 },
  unlinkByCall: { method: "POST", path: "/api/helpdesk/accounts/{id}/unlinking", fn: "helpdesk-api", access: "operator:operator", limits: ["acts-of-operator"], summary: "End the link for a caller who was checked in this call", params: byId, body: helpdesk.unlinking, status: 204 },
} as const satisfies RoutesOf<"helpdesk-api">;
