import type { RoutesOf } from "../route.ts";
import { byId } from "../schemas/common.ts";

// prettier-ignore
/** The printed document. */
export const documentRoutes = {
  document: { method: "GET", path: "/api/me/nia/verifications/{id}/document", fn: "document-api", access: "session", limits: ["documents-of-account"], summary: "The document for the Czech POINT office", params: byId, status: 200, mediaType: "application/pdf" },
} as const satisfies RoutesOf<"document-api">;
