import type { RoutesOf } from "../route.ts";
import * as helpdesk from "../schemas/helpdesk.ts";

// prettier-ignore
/** Work in the helpdesk's console. Every look at an account is audited, and seen by its owner. */
export const helpdeskRoutes = {
  findAccounts: { method: "POST", path: "/api/helpdesk/accounts/search", fn: "helpdesk-api", access: "operator:auditor", limits: ["searches-of-operator"], summary: "Find an account by its whole username, e-mail or phone", body: helpdesk.accountQuestion, status: 200, response: helpdesk.accountsFound },
} as const satisfies RoutesOf<"helpdesk-api">;
