import type { SecurityKey } from "../../lambdas/domain/security-key.ts";

/** A key of an invented account, certified at level 1 unless said otherwise. */
export const securityKey = (over: Partial<SecurityKey> = {}): SecurityKey => ({
  type: "security-key",
  accountId: "account-1",
  id: "a2V5",
  version: 1,
  name: "Blue key",
  publicKey: "",
  counter: 0,
  transports: ["usb"],
  attestation: { format: "packed", aaguid: "00000000-0000-0000-0000-000000000000", chain: [] },
  possibleModels: [],
  grade: {
    level: "FIDO_CERTIFIED_L1",
    linkable: true,
    reason: "certified",
    gradedAt: "2026-10-16T12:00:00.000Z",
  },
  createdAt: "2026-10-16T12:00:00.000Z",
  ...over,
});
