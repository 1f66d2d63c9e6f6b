import type { RoutesOf } from "../route.ts";
import * as certificate from "../schemas/certificate.ts";
import { byId } from "../schemas/common.ts";

// prettier-ignore
/** The certificates that an account may be logged in with. */
export const certificatesRoutes = {
  certificates: { method: "GET", path: "/api/me/certificates", fn: "certificates-api", access: "session", summary: "The account's certificates", status: 200, response: certificate.certificates },
  registerCertificate: { method: "POST", path: "/api/me/certificates", fn: "certificates-api", access: "confirmed:add-certificate", limits: ["changes-of-account"], summary: "Register a certificate; it opens nothing until it is proven", body: certificate.newCertificate, status: 201, response: certificate.certificate },
  proveCertificate: { method: "POST", path: "/api/me/certificates/proof", fn: "certificates-api", access: "confirmed:add-certificate", limits: ["changes-of-account"], summary: "Show that the browser holds the certificate's key", body: certificate.handover, status: 200, response: certificate.certificate },
  removeCertificate: { method: "DELETE", path: "/api/me/certificates/{id}", fn: "certificates-api", access: "password-session", limits: ["changes-of-account"], summary: "Remove a certificate", params: byId, status: 204 },
} as const satisfies RoutesOf<"certificates-api">;
