import type { RoutesOf } from "../route.ts";
import { byId } from "../schemas/common.ts";

// prettier-ignore
/** What is printed. */
export const documentRoutes = {
  document: { method: "GET", path: "/api/me/nia/verifications/{id}/document", fn: "document-api", access: "session", limits: ["documents-of-account"], summary: "The document for the Czech POINT office", params: byId, status: 200, mediaType: "application/pdf" },
  loginResetForm: { method: "GET", path: "/api/login-reset/form", fn: "document-api", access: "public", limits: ["forms-from-address"], summary: "The request for a login reset by verified form, to be filled in", status: 200, mediaType: "application/pdf", cache: { browser: 3600, edge: 3600 } },
} as const satisfies RoutesOf<"document-api">;
