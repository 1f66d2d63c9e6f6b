import type { RoutesOf } from "../route.ts";
import * as account from "../schemas/account.ts";
import { activity, activityQuery } from "../schemas/activity.ts";

// prettier-ignore
/** A user's own account. */
export const meRoutes = {
  profile: { method: "GET", path: "/api/me", fn: "me-api", access: "session", summary: "The account with its locked fields and validation", status: 200, response: account.profile },
  changeProfile: { method: "PATCH", path: "/api/me", fn: "me-api", access: "session", limits: ["changes-of-account"], summary: "Change fields that are not locked", body: account.profileChange, status: 200, response: account.profile },
  activity: { method: "GET", path: "/api/me/activity", fn: "me-api", access: "session", summary: "What happened in the account, newest first, page by page", query: activityQuery, status: 200, response: activity },
} as const satisfies RoutesOf<"me-api">;
