import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { makeCeremonies } from "../../../../lambdas/adapters/fido/ceremonies.ts";
import { makeGradeAttestation } from "../../../../lambdas/adapters/fido/grade-attestation.ts";
import { makeReadMetadata } from "../../../../lambdas/adapters/fido/read-metadata.ts";
import { verifyRegistration } from "../../../../lambdas/adapters/fido/registration.ts";
import {
  certificationLevels,
  type Grade,
  type SecurityKey,
} from "../../../../lambdas/domain/security-key.ts";
import { makeAddKey } from "../../../../lambdas/services/keys/add-key.ts";
import type { Models } from "../../../../lambdas/services/ports/fido.ts";
import { accountId, anAccount, aSession } from "../../../support/builders.ts";
import {
  casesAt,
  claimedAttestation,
  modelsOf,
  type RegistrationCase,
  registrationCases,
} from "../../../support/fido-cases.ts";
import { hasMetadataPayload, metadataPayloadPath } from "../../../support/fido-mds.ts";
import { metadataAuthority } from "../../../support/metadata.ts";
import { hasShared } from "../../../support/shared.ts";
import { aWorld } from "../../../support/world.ts";

const rank = (level: string | null | undefined) => certificationLevels.findIndex((known) => known === level);

interface Verdict {
  attestation?: SecurityKey["attestation"];
  grade?: Grade;
  refusal: string;
}

describe.skipIf(!hasShared || !hasMetadataPayload)(
  "registrations of other people's keys under metadata no 291",
  () => {
    const cases = hasShared ? registrationCases() : [];
    const gradeAttestation = makeGradeAttestation({ admitOldFidoCertified: false });
    const verdicts = new Map<RegistrationCase, Verdict>();
    let models: Pick<Models, "current" | "find">;

    /** As the service decides. */
    const judge = async ({ rpId, origin, challenge, response }: RegistrationCase): Promise<Verdict> => {
      const ceremonies = makeCeremonies({ rpId: rpId ?? "", rpName: "", origins: [origin ?? ""] });
      const world = aWorld();
      world.now = casesAt;
      const ceremony = {
        type: "key-ceremony",
        accountId,
        id: "ceremony",
        version: 0,
        challenge: challenge ?? "",
        expiresAt: "2026-10-17",
      } as const;
      const session = aSession([]);
      await world.records.commit([{ put: anAccount() }, { put: session }, { put: ceremony }]);
      const addKey = makeAddKey({ ...world, ceremonies, models, grade: gradeAttestation });
      const command = { session, ceremonyId: ceremony.id, name: "Key", response };
      try {
        const { attestation, grade } = await addKey(command);
        return { attestation, grade, refusal: grade.linkable ? "" : `not linkable: ${grade.reason}` };
      } catch (error) {
        const { message, cause } = error as Error;
        // The rest of the library's text holds values of the case, and dates in the machine's own words.
        return {
          refusal: `refused: ${cause instanceof Error ? cause.message.split('"')[0]?.trim() : message}`,
        };
      }
    };

    /** Whether ceremony and attestation are valid, if the user need not be verified: keys of the U2F days did not do it. */
    const isVerified = async ({ rpId, origin, challenge, response }: RegistrationCase): Promise<boolean> => {
      const expected = { challenge: challenge ?? "", rpId: rpId ?? "", origins: [origin ?? ""] };
      return verifyRegistration(response, { ...expected, requireUserVerification: false }).then(
        (credential) => credential !== undefined,
        () => false,
      );
    };

    beforeAll(async () => {
      vi.useFakeTimers({ now: Date.parse(casesAt), toFake: ["Date"] });
      const authority = await metadataAuthority();
      const blob = authority.sign(JSON.parse(readFileSync(metadataPayloadPath, "utf8")));
      const metadata = makeReadMetadata(authority)(blob, new Date(casesAt));
      models = modelsOf(metadata.models, metadata);
      for (const one of cases) verdicts.set(one, await judge(one));
    });
    afterAll(() => {
      vi.useRealTimers();
    });

    const judged = () => [...verdicts.entries()];

    it("judges all of them", () => {
      expect(judged()).toHaveLength(181);
    });

    it("links none that is tampered with, forged or not provable", () => {
      const wrong = judged().filter(
        ([one, { grade }]) => grade?.linkable === true && one.expected.verified !== true,
      );
      expect(wrong.map(([{ name }]) => name)).toEqual([]);
    });

    it("links none whose model a sound resolver does not find certified", () => {
      const wrong = judged().filter(
        ([one, { grade }]) => grade?.linkable === true && rank(one.oracle?.level) < rank("FIDO_CERTIFIED_L1"),
      );
      expect(wrong.map(([{ name }]) => name)).toEqual([]);
    });

    it("accepts no ceremony that is tampered with, as a second factor either", () => {
      const accepted = judged().filter(
        ([one, { grade }]) => grade !== undefined && one.expected.verified === false,
      );
      expect(accepted.map(([{ name }]) => name)).toEqual([]);
    });

    it("accepts no model that is only pretended", () => {
      const accepted = judged().filter(
        ([{ name }, { grade }]) => name.startsWith("spoof:") && grade !== undefined,
      );
      // Those that prove no model and so pretend none; each is a second factor and can't be linked.
      expect(accepted.map(([{ name }, { grade }]) => [name, grade?.reason])).toEqual([
        ["spoof:none+L2-aaguid", "no-attestation"],
        ["spoof:self+L1-aaguid", "self-attestation"],
        ["spoof:u2f-rogue-cert", "unknown-model"],
      ]);
    });

    it("never says a higher level than is proven", () => {
      const wrong = judged().filter(
        ([one, { grade }]) =>
          grade?.level !== undefined &&
          grade.level !== "NOT_FIDO_CERTIFIED" &&
          rank(grade.level) > rank(one.oracle?.level),
      );
      expect(wrong.map(([{ name }]) => name)).toEqual([]);
    });

    it.each(cases.filter(({ expected, oracle }) => expected.verified === true && rank(oracle?.level) >= 0))(
      "finds the level of $name",
      async (one) => {
        const { grade } = await gradeAttestation(claimedAttestation(one), models, casesAt);
        expect(grade.level).toBe(one.oracle?.level);
      },
    );

    it.each(
      cases.filter(
        ({ expected, oracle }) =>
          expected.verified === true && rank(oracle?.level) >= rank("FIDO_CERTIFIED_L1"),
      ),
    )("verifies the certified $name", async (one) => {
      expect(await isVerified(one)).toBe(true);
    });

    it("keeps a list of what is not linked, with the reason of each", async () => {
      const list = judged().flatMap(([{ name, fmt, oracle }, { refusal }]) =>
        refusal === "" ? [] : [`${name} | ${fmt} | ${oracle?.level ?? "no oracle"} | ${refusal}`],
      );
      await expect(`${list.join("\n")}\n`).toMatchFileSnapshot("registrations-not-linked.txt");
    });
  },
);
