import type { RoutesOf } from "../route.ts";
import * as access from "../schemas/access.ts";
import * as account from "../schemas/account.ts";
import { activity, activityQuery } from "../schemas/activity.ts";
import { exportedAccount, exportedActivity, exportedActivityQuery } from "../schemas/export.ts";
import { byId } from "../schemas/common.ts";

// prettier-ignore
/** A user's own account. */
export const meRoutes = {
  profile: { method: "GET", path: "/api/me", fn: "me-api", access: "session", summary: "The account with its locked fields and validation", status: 200, response: account.profile },
  changeProfile: { method: "PATCH", path: "/api/me", fn: "me-api", access: "session", limits: ["changes-of-account"], summary: "Change fields that are not locked", body: account.profileChange, status: 200, response: account.profile },
  activity: { method: "GET", path: "/api/me/activity", fn: "me-api", access: "session", summary: "What happened in the account, newest first, page by page", query: activityQuery, status: 200, response: activity },
  exportAccount: { method: "GET", path: "/api/me/export", fn: "me-api", access: "confirmed:export", limits: ["exports-of-account"], summary: "All that is kept about the account, as a file; the newest of what happened", status: 200, response: exportedAccount },
  exportActivity: { method: "GET", path: "/api/me/export/activity", fn: "me-api", access: "confirmed:export", limits: ["exports-of-account"], summary: "What happened before that, part by part", query: exportedActivityQuery, status: 200, response: exportedActivity },
  requestDeletion: { method: "POST", path: "/api/me/deletion", fn: "me-api", access: "confirmed:delete-account", limits: ["changes-of-account"], summary: "Ask for the deletion of the account; other sessions end", status: 200, response: account.deletion },
  cancelDeletion: { method: "DELETE", path: "/api/me/deletion", fn: "me-api", access: "session", limits: ["changes-of-account"], summary: "Keep the account", status: 204 },
  changeEmail: { method: "POST", path: "/api/me/email", fn: "me-api", access: "confirmed:change-email", limits: ["contact-changes-of-account"], summary: "Begin to change the e-mail; a PIN goes to the new one", body: account.emailChange, status: 202, response: account.contactChange },
  changePhone: { method: "POST", path: "/api/me/phone", fn: "me-api", access: "confirmed:change-phone", limits: ["contact-changes-of-account"], summary: "Begin to change the phone; a PIN goes to the new one", body: account.phoneChange, status: 202, response: account.contactChange },
  enterContactPin: { method: "POST", path: "/api/me/contact-changes/{id}/pin", fn: "me-api", access: "password-session", limits: ["pins-entered-of-account"], summary: "Enter the PIN from the new contact; it takes the place of the old one", params: byId, body: account.pinEntered, status: 204 },
  resendContactPin: { method: "POST", path: "/api/me/contact-changes/{id}/new-pin", fn: "me-api", access: "password-session", limits: ["contact-changes-of-account"], summary: "Send another PIN to the new contact", params: byId, status: 204 },
  cancelContactChange: { method: "DELETE", path: "/api/me/contact-changes/{id}", fn: "me-api", access: "session", limits: ["changes-of-account"], summary: "Keep the old contact", params: byId, status: 204 },
  changePassword: { method: "POST", path: "/api/me/password", fn: "me-api", access: "confirmed:change-password", limits: ["changes-of-account"], summary: "Change the password; every other session ends", body: access.passwordChange, status: 204 },
} as const satisfies RoutesOf<"me-api">;
