import { describe, expect, it } from "vitest";
import { makeGradeAttestation } from "../../../lambdas/adapters/fido/grade-attestation.ts";
import { readEntry } from "../../../lambdas/adapters/fido/metadata-entry.ts";
import { VIRTUAL_AAGUID, virtualAuthenticatorEntry } from "../../../local/metadata/virtual-authenticator.ts";
import { casesAt, claimedAttestation, modelsOf, registrationCases } from "../../support/fido-cases.ts";
import { hasShared } from "../../support/shared.ts";

describe.skipIf(!hasShared)("the entry of the virtual authenticator", () => {
  const { models } = readEntry(virtualAuthenticatorEntry, 291, "2026-10-16");
  const grade = makeGradeAttestation({ admitOldFidoCertified: false });
  const gradeOf = async (name: string) => {
    const one =
      registrationCases().find((candidate) => candidate.name.startsWith(name)) ?? expect.unreachable();
    return grade(claimedAttestation(one), modelsOf(models, { no: 291, nextUpdate: "2026-11-01" }), casesAt);
  };

  it("proves what another Chromium attested, with a certificate of other dates", async () => {
    expect(await gradeOf("webauthn4j/webauthn4j:WebAuthnManagerTest")).toMatchObject({
      modelKey: VIRTUAL_AAGUID,
      grade: { level: "FIDO_CERTIFIED_L1", linkable: true },
    });
  });

  it("proves nothing for a real key", async () => {
    expect(await gradeOf("Firehed/webauthn-php:reg-res.json")).toMatchObject({
      grade: { reason: "unknown-model" },
    });
  });
});
