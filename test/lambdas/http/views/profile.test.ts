import { describe, expect, it } from "vitest";
import { exportedAccount } from "../../../../lambdas/contract/schemas/export.ts";
import { profile } from "../../../../lambdas/contract/schemas/account.ts";
import { requestDeletion } from "../../../../lambdas/domain/deletion.ts";
import { exportView } from "../../../../lambdas/http/views/export.ts";
import { profileView } from "../../../../lambdas/http/views/profile.ts";
import type { AccountRecords } from "../../../../lambdas/services/ports/records.ts";
import { aKey, anAccount } from "../../../support/builders.ts";

const at = "2026-11-23T09:00:00.000Z";

/** An account with everything that one can have. */
const fullAccount = requestDeletion(
  anAccount({
    email: {
      value: "jana@example.cz",
      verifiedAt: at,
      changedAt: at,
      undeliverable: { reason: "bounced", since: at },
    },
    phone: { value: "+420601000111", verifiedAt: at, changedAt: at },
    organization: "Spolek",
    companyNumber: "00000000",
    vatNumber: "CZ00000000",
    passwordBlockedAt: at,
    recoveries: { reset: [at] },
    validation: { source: "czech-point", at },
    link: { pseudonym: "p", state: "suspended", suspendedAt: at, linkedAt: at, verificationId: "v" },
    registry: { dataAt: at, seen: {}, updatedAt: at, addressUnknown: true },
  }),
  at,
  1_209_600,
);
const records: AccountRecords = {
  account: fullAccount,
  keys: [
    aKey("key-1", {
      clonedAt: at,
      lastUsedAt: at,
      link: { authenticatorId: "1", state: "suspended", changedAt: at, suspendedFor: ["key-cloned"] },
    }),
  ],
  authenticators: [],
  verifications: [],
  sessions: [],
  certificates: [],
  confirmations: [],
  contactChanges: [],
  ceremonies: [],
  resetForms: [],
  serviceSessions: [],
};

describe("an account that has everything one can have", () => {
  it("is shown to its owner, and nothing that is none of the contract's", () => {
    const shown = profile.parse(profileView(records, at, 1_209_600));
    expect(shown.email).toEqual({ value: "jana@example.cz", verifiedAt: at, changedAt: at });
    expect(JSON.stringify(shown)).not.toContain(fullAccount.passwordHash);
  });

  it("is exported", () => {
    const exported = exportedAccount.parse(exportView(records, { events: [] }, at));
    expect(JSON.stringify(exported)).not.toContain(fullAccount.passwordHash);
  });
});
