import { beforeAll, describe, expect, it } from "vitest";
import { keyIdentifier, parseCertificates } from "../../../../lambdas/adapters/fido/certificate.ts";
import {
  type GradingPolicy,
  makeGradeAttestation,
} from "../../../../lambdas/adapters/fido/grade-attestation.ts";
import type { SecurityKey } from "../../../../lambdas/domain/security-key.ts";
import type { AuthenticatorModel } from "../../../../lambdas/services/ports/fido.ts";
import { type Identity, issue, selfSigned } from "../../../../local/certificates.ts";
import { modelsOf } from "../../../support/fido-cases.ts";
import { derOf } from "../../../support/metadata.ts";

const now = new Date(Date.now() + 60_000).toISOString();
const day = 86_400;
const inDays = (days: number) => new Date(Date.now() + days * day * 1000).toISOString().slice(0, 10);
const aaguid = "11111111-2222-4333-8444-555555555555";
const zero = "00000000-0000-0000-0000-000000000000";
const identifierOf = (identity: Identity) =>
  keyIdentifier(parseCertificates([derOf(identity)])[0] ?? expect.unreachable());

describe("grading an attestation", () => {
  let root: Identity;
  let intermediate: Identity;
  let leaf: Identity;
  const model = (over: Partial<AuthenticatorModel> = {}): AuthenticatorModel => ({
    key: aaguid,
    name: "Invented key",
    vendor: "Vendor",
    level: "FIDO_CERTIFIED_L1",
    anchors: ["AAAA", derOf(root)],
    attestationTypes: ["basic_full"],
    transports: ["usb"],
    kind: "hardware",
    userVerification: [],
    metadataNo: 7,
    ...over,
  });
  const grade = (
    attestation: Partial<SecurityKey["attestation"]> = {},
    models: AuthenticatorModel[] = [model()],
    policy: Partial<GradingPolicy> = {},
    attestedAt = now,
  ) =>
    makeGradeAttestation({ admitOldFidoCertified: false, ...policy })(
      { format: "packed", aaguid, chain: [leaf, intermediate].map(derOf), ...attestation },
      modelsOf(models, { no: 7, nextUpdate: inDays(30) }),
      now,
      attestedAt,
    );
  const reasonOf = async (...args: Parameters<typeof grade>) => (await grade(...args)).grade.reason;

  beforeAll(async () => {
    root = await selfSigned({ commonName: "Vendor root", keyType: "ec", ca: true });
    intermediate = await issue(root, { commonName: "Vendor CA", keyType: "ec", ca: true });
    leaf = await issue(intermediate, { commonName: "Vendor attestation", keyType: "ec" });
  });

  it("links a certified model and says which it is", async () => {
    expect(await grade()).toEqual({
      grade: {
        level: "FIDO_CERTIFIED_L1",
        linkable: true,
        reason: "certified",
        metadataNo: 7,
        gradedAt: now,
      },
      modelKey: aaguid,
      modelName: "Invented key",
    });
  });

  it("names the model's picture, where it has one", async () => {
    expect(await grade({}, [model({ icon: "picture" })])).toMatchObject({ picture: "picture" });
    expect(await grade()).not.toHaveProperty("picture");
  });

  it("names no model that is only claimed", async () => {
    const forged = [await selfSigned({ commonName: "Vendor attestation", keyType: "ec" })].map(derOf);
    expect(await grade({ chain: forged })).toEqual({
      grade: { linkable: false, reason: "certificate-path", gradedAt: now },
    });
  });

  it("refuses what has no chain, whatever AAGUID it claims", async () => {
    expect(await reasonOf({ format: "none", chain: [] })).toBe("no-attestation");
    expect(await reasonOf({ format: "packed", chain: [] })).toBe("self-attestation");
    expect(await reasonOf({ format: "fido-u2f", chain: [] })).toBe("no-attestation");
    expect(await reasonOf({ format: "none" })).toBe("no-attestation");
    expect(await reasonOf({ format: "android-safetynet" })).toBe("no-attestation");
    expect(await reasonOf({ format: "compound" })).toBe("no-attestation");
  });

  it("takes no certificate in the place of one before it that cannot be read", async () => {
    const genuine = [leaf, intermediate].map(derOf);
    expect(await reasonOf({ chain: ["AAAA"] })).toBe("certificate-path");
    expect(await reasonOf({ chain: ["AAAA", ...genuine] })).toBe("certificate-path");
    expect(await reasonOf({ chain: [...genuine, "AAAA"] })).toBe("certified");
  });

  it("refuses a model that is not listed", async () => {
    expect(await reasonOf({ aaguid: "99999999-2222-4333-8444-555555555555" })).toBe("unknown-model");
    expect(await reasonOf({ aaguid: zero })).toBe("unknown-model");
  });

  it("refuses a level that nothing can prove", async () => {
    expect(await reasonOf({}, [model({ attestationTypes: ["basic_surrogate"] })])).toBe("surrogate-only");
    expect(await reasonOf({}, [model({ attestationTypes: ["attca"] })])).toBe("certified");
  });

  it("accepts no anchor but those of this model", async () => {
    const elsewhere = await selfSigned({ commonName: "Vendor root", keyType: "ec", ca: true });
    expect(await reasonOf({}, [model({ anchors: [derOf(elsewhere)] })])).toBe("certificate-path");
    expect(await reasonOf({}, [model({ anchors: [] })])).toBe("certificate-path");
    expect(await reasonOf({}, [model({ anchors: [derOf(leaf)] })])).toBe("certified");
  });

  it("finds a U2F model by its certificate's key, or an intermediate's", async () => {
    const u2f = { format: "fido-u2f", aaguid: zero };
    const byLeaf = await grade(u2f, [model({ key: identifierOf(leaf), level: "FIDO_CERTIFIED_L2" })]);
    const byIntermediate = await grade(u2f, [model({ key: identifierOf(intermediate) })]);
    expect(byLeaf).toMatchObject({
      modelKey: identifierOf(leaf),
      grade: { level: "FIDO_CERTIFIED_L2", linkable: true },
    });
    expect(byIntermediate).toMatchObject({ modelKey: identifierOf(intermediate), grade: { linkable: true } });
  });

  it("does not take a U2F model from a certificate that is not on the path", async () => {
    const unlisted = await issue(root, { commonName: "Unlisted attestation", keyType: "ec" });
    const models = [model({ key: identifierOf(intermediate) })];
    const chain = [unlisted, intermediate].map(derOf);
    expect(await reasonOf({ format: "fido-u2f", aaguid: zero, chain }, models)).toBe("certificate-path");
  });

  it.each<[Partial<AuthenticatorModel>, object]>([
    [
      { level: "NOT_FIDO_CERTIFIED" },
      { level: "NOT_FIDO_CERTIFIED", linkable: false, reason: "below-level-1" },
    ],
    [{ level: "FIDO_CERTIFIED" }, { level: "FIDO_CERTIFIED", linkable: false, reason: "below-level-1" }],
    [{ level: "FIDO_CERTIFIED_L1plus" }, { level: "FIDO_CERTIFIED_L1plus", linkable: true }],
    [{ level: "FIDO_CERTIFIED_L3plus" }, { level: "FIDO_CERTIFIED_L3plus", linkable: true }],
    [
      { level: "FIDO_CERTIFIED_L3", disqualifiedBy: "RETIRED" },
      { linkable: false, reason: "disqualified", disqualifiedBy: "RETIRED" },
    ],
  ])("grades %o", async (over, expected) => {
    expect((await grade({}, [model(over)])).grade).toMatchObject(expected);
  });

  it("admits the old certification where a setting says so, and nothing below it", async () => {
    const policy = { admitOldFidoCertified: true };
    expect(await reasonOf({}, [model({ level: "FIDO_CERTIFIED" })], policy)).toBe("certified");
    expect(await reasonOf({}, [model({ level: "NOT_FIDO_CERTIFIED" })], policy)).toBe("below-level-1");
  });

  it("proves nothing before the first metadata have come", async () => {
    const gradeAttestation = makeGradeAttestation({ admitOldFidoCertified: false });
    const attestation = { format: "packed", aaguid, chain: [leaf, intermediate].map(derOf) };
    const { grade: graded } = await gradeAttestation(attestation, modelsOf([model()], undefined), now);
    expect(graded.reason).toBe("metadata-outdated");
  });

  it("goes by the certificates of the day on which the key was attested", async () => {
    const short = await issue(root, { commonName: "Vendor attestation", keyType: "ec", days: 10 });
    const old = { chain: [short, root].map(derOf) };
    const then = new Date(Date.now() + 5 * day * 1000).toISOString();
    const late = new Date(Date.now() + 20 * day * 1000).toISOString();
    expect(await reasonOf(old, [model()], {}, then)).toBe("certified");
    expect(await reasonOf(old, [model()], {}, late)).toBe("certificate-path");
  });
});
