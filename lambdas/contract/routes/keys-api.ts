import type { RoutesOf } from "../route.ts";
import { byKey } from "../schemas/common.ts";
import * as key from "../schemas/security-key.ts";

// prettier-ignore
/** The account's security keys. */
export const keysRoutes = {
  securityKeys: { method: "GET", path: "/api/me/security-keys", fn: "keys-api", access: "session", summary: "The account's keys with level and link", status: 200, response: key.securityKeys },
  securityKeyOptions: { method: "POST", path: "/api/me/security-keys/options", fn: "keys-api", access: "confirmed:add-key", limits: ["changes-of-account"], summary: "Begin to add a key", status: 200, response: key.keyOptions },
  addSecurityKey: { method: "POST", path: "/api/me/security-keys", fn: "keys-api", access: "confirmed:add-key", limits: ["changes-of-account"], summary: "Add the key that answered", body: key.newKey, status: 201, response: key.securityKey },
  renameSecurityKey: { method: "PATCH", path: "/api/me/security-keys/{keyId}", fn: "keys-api", access: "session", limits: ["changes-of-account"], summary: "Rename a key", params: byKey, body: key.keyName, status: 204 },
  removeSecurityKey: { method: "DELETE", path: "/api/me/security-keys/{keyId}", fn: "keys-api", access: "confirmed:remove-key", limits: ["changes-of-account"], summary: "Remove a key; with the last linked one the link to NIA ends", params: byKey, status: 200, response: key.keyRemoved },
} as const satisfies RoutesOf<"keys-api">;
