import type { RoutesOf } from "../route.ts";
import * as certificate from "../schemas/certificate.ts";

// prettier-ignore
/** What the host for certificates answers, and nothing else does. */
export const certificateLoginRoutes = {
  showCertificate: { method: "GET", path: "/api/certificate", fn: "certificate-login", access: "certificate", summary: "Take the certificate of the TLS connection, and go back to the web app with a code for it", query: certificate.challenge, status: 303 },
} as const satisfies RoutesOf<"certificate-login">;
