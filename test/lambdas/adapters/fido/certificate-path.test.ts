import { X509Certificate } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { leadsToAnchor } from "../../../../lambdas/adapters/fido/certificate-path.ts";
import { type Identity, issue, selfSigned } from "../../../../local/certificates.ts";

const now = new Date("2026-10-16T12:00:00Z");
const issuedAt = new Date("2026-01-01T00:00:00Z");
const years = (count: number) => ({ notBefore: issuedAt, days: 365 * count, keyType: "ec" as const });
const certificates = (identities: Identity[]) =>
  identities.map(({ certificatePem }) => new X509Certificate(certificatePem));
const leads = (chain: Identity[], anchors: Identity[], atLeast = 0) =>
  leadsToAnchor(certificates(chain), certificates(anchors), now, { atLeast });

describe("leadsToAnchor", () => {
  let root: Identity;
  let intermediate: Identity;
  let leaf: Identity;
  let other: Identity;
  beforeAll(async () => {
    root = await selfSigned({ commonName: "Root", ca: true, ...years(5) });
    intermediate = await issue(root, { commonName: "Intermediate", ca: true, ...years(5) });
    leaf = await issue(intermediate, { commonName: "Leaf", ...years(5) });
    other = await selfSigned({ commonName: "Root", ca: true, ...years(5) });
  });

  it("follows the chain to the anchor that issued its end, or stands in it", () => {
    expect(leads([leaf, intermediate], [root])).toBe(true);
    expect(leads([leaf, intermediate, root], [root])).toBe(true);
    expect(leads([leaf], [other, intermediate])).toBe(true);
  });

  it("takes a leaf that is an anchor itself, without any issuer", () => {
    expect(leads([leaf], [leaf])).toBe(true);
  });

  it("looks at nothing behind the anchor", () => {
    expect(leads([leaf, intermediate, other], [root])).toBe(true);
  });

  it("takes an anchor that is no CA or has expired, for it is listed", async () => {
    const expired = await selfSigned({ commonName: "Old root", ca: true, ...years(0.5) });
    const plain = await selfSigned({ commonName: "Plain", ...years(5) });
    expect(leads([await issue(expired, { commonName: "Leaf", ...years(5) })], [expired])).toBe(true);
    expect(leads([plain], [plain])).toBe(true);
  });

  it("takes no certificate of the client for an anchor, of whatever name", () => {
    expect(leads([leaf, intermediate, root], [])).toBe(false);
    expect(leads([leaf, intermediate, root], [other])).toBe(false);
  });

  it("needs every link", () => {
    expect(leads([leaf, root], [root])).toBe(false);
    expect(leads([leaf], [root])).toBe(false);
    expect(leads([], [root])).toBe(false);
  });

  it("needs CA of an intermediate", async () => {
    const plain = await issue(root, { commonName: "Customer", ...years(5) });
    const forged = await issue(plain, { commonName: "Leaf", ...years(5) });
    expect(leads([forged, plain], [root])).toBe(false);
  });

  it("lets an authority have no more of them below it than it says", async () => {
    const narrow = await issue(root, { commonName: "Narrow", ca: true, pathLength: 0, ...years(5) });
    const below = await issue(narrow, { commonName: "Below", ca: true, ...years(5) });
    const direct = await issue(narrow, { commonName: "Leaf", ...years(5) });
    const deep = await issue(below, { commonName: "Leaf", ...years(5) });
    expect(leads([direct, narrow], [root])).toBe(true);
    expect(leads([deep, below, narrow], [root])).toBe(false);
    expect(leads([deep, below], [narrow])).toBe(true);
  });

  it("needs a leaf that may sign, unless it is listed itself", async () => {
    const silent = await issue(root, { commonName: "Encrypts only", signing: false, ...years(5) });
    expect(leads([silent], [root])).toBe(false);
    expect(leads([silent], [silent])).toBe(true);
  });

  it("needs the purpose of each certificate that states any", async () => {
    const [asked, another] = ["2.23.133.8.3", "1.3.6.1.5.5.7.3.1"];
    const chainOf = async (ofAuthority: string[], ofLeaf?: string[]) => {
      const authority = await issue(root, {
        commonName: "CA",
        ca: true,
        extendedKeyUsage: ofAuthority,
        ...years(5),
      });
      const end = await issue(authority, {
        commonName: "Leaf",
        ...years(5),
        ...(ofLeaf && { extendedKeyUsage: ofLeaf }),
      });
      return certificates([end, authority]);
    };
    const leadsFor = (chain: X509Certificate[], purpose?: string) =>
      leadsToAnchor(chain, certificates([root]), now, { ...(purpose !== undefined && { purpose }) });
    expect(leadsFor(await chainOf([asked], [asked]), asked)).toBe(true);
    expect(leadsFor(await chainOf([asked, another]), asked)).toBe(true);
    expect(leadsFor(await chainOf(["2.5.29.37.0"], [asked]), asked)).toBe(true);
    expect(leadsFor(await chainOf([another], [asked]), asked)).toBe(false);
    expect(leadsFor(await chainOf([asked], [another]), asked)).toBe(false);
    expect(leadsFor(await chainOf([another], [another]))).toBe(true);
  });

  it("needs each certificate to be valid now", async () => {
    const oldIntermediate = await issue(root, { commonName: "Old", ca: true, ...years(0.5) });
    const oldLeaf = await issue(root, { commonName: "Leaf", ...years(0.5) });
    const youngLeaf = await issue(root, {
      commonName: "Leaf",
      keyType: "ec",
      notBefore: new Date("2027-01-01T00:00:00Z"),
    });
    expect(
      leads([await issue(oldIntermediate, { commonName: "Leaf", ...years(5) }), oldIntermediate], [root]),
    ).toBe(false);
    expect(leads([oldLeaf], [root])).toBe(false);
    expect(leads([youngLeaf], [root])).toBe(false);
  });

  it("does not end before the certificate that it must reach", () => {
    expect(leads([leaf, intermediate], [intermediate], 1)).toBe(true);
    expect(leads([intermediate, leaf], [root], 0)).toBe(true);
    expect(leads([intermediate, leaf], [root], 1)).toBe(false);
  });
});
