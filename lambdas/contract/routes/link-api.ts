import type { RoutesOf } from "../route.ts";
import { byId } from "../schemas/common.ts";
import * as nia from "../schemas/nia.ts";

// prettier-ignore
/** The NIA page: verification, comparison, completion. */
export const linkRoutes = {
  niaPage: { method: "GET", path: "/api/me/nia", fn: "link-api", access: "session", summary: "Checklist, keys, link and verification", status: 200, response: nia.niaPage },
  startVerification: { method: "POST", path: "/api/me/nia/verifications", fn: "link-api", access: "confirmed:link", limits: ["verifications-of-account"], summary: "Start a verification for the picked keys", body: nia.newVerification, status: 201, response: nia.verification },
  cancelVerification: { method: "POST", path: "/api/me/nia/verifications/{id}/cancellation", fn: "link-api", access: "session", limits: ["changes-of-account"], summary: "Cancel a verification", params: byId, status: 204 },
  comparison: { method: "GET", path: "/api/me/nia/verifications/{id}/comparison", fn: "link-api", access: "confirmed:complete-link", summary: "The account's data beside the registry's", params: byId, status: 200, response: nia.comparison },
  complete: { method: "POST", path: "/api/me/nia/verifications/{id}/completion", fn: "link-api", access: "confirmed:complete-link", limits: ["changes-of-account"], summary: "Complete connection to NIA", params: byId, body: nia.completion, status: 202, response: nia.verification },
  reject: { method: "POST", path: "/api/me/nia/verifications/{id}/rejection", fn: "link-api", access: "confirmed:complete-link", limits: ["changes-of-account"], summary: "This is not me", params: byId, status: 204 },
  detach: { method: "DELETE", path: "/api/me/nia/link", fn: "link-api", access: "confirmed:detach", limits: ["changes-of-account"], summary: "Detach from NIA: keys, password and validation stay", status: 204 },
} as const satisfies RoutesOf<"link-api">;
