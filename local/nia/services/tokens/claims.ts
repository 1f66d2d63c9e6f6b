import { type X509Certificate, createHash } from "node:crypto";
import type { Claim } from "../../soap/assertion.ts";
import { ns } from "../../xml/names.ts";

export const issuer = {
  ipsts: "Microsoft CGG Identity Provider",
  fpsts: "Microsoft CGG Federated Provider",
} as const;

/** What the first service says of a certificate's holder. Every value stands twice, as on the wire (5.3). */
export function certificateClaims(certificate: X509Certificate): Claim[] {
  const holder = holderOf(certificate);
  const commonName = holder.find((part) => part.startsWith("CN="))?.slice(3) ?? "";
  const subject = holder.join(",");
  const thumbprint = createHash("sha1").update(certificate.raw).digest("hex").toUpperCase();
  return [
    claim("profileid", profileId(certificate)),
    { ...claim("name", commonName), namespace: ns.nameClaim },
    claim("certissuerid", "40"),
    claim("certuniqueid", subject),
    claim("certificate", certificate.raw.toString("base64")),
    claim("certhumbprint", thumbprint),
  ];
}

const claim = (name: string, value: string): Claim => ({
  name,
  namespace: ns.claims,
  values: [value, value],
});

const holderOf = ({ subject }: X509Certificate): string[] => subject.split("\n").toReversed();

/** The provider's number: the same for every certificate of the same holder. */
export const profileId = (certificate: X509Certificate): string => {
  const digest = createHash("sha256").update(holderOf(certificate).join(",")).digest();
  return (digest.readUInt32BE() % 1_000_000_000).toString().padStart(16, "0");
};

const FPSTS_ORIGIN = "urn:microsoft:cgg2010:fpsts";
const IPSTS_ORIGIN = "urn:microsoft:cgg2010:ipsts:certificate";

/** What the second service says of the provider (6.2). */
export function federatedClaims(known: ReadonlyMap<string, string>): Claim[] {
  const name = known.get("name") ?? "";
  return [
    federated("profileid", known.get("profileid") ?? ""),
    federated("profilestate", "Active"),
    federated("profiletype", "Agent"),
    federated("idprealm", IPSTS_ORIGIN),
    { name: "name", namespace: ns.nameClaim, values: [name, name], originalIssuer: IPSTS_ORIGIN },
    federated(
      "agentassigneduniqueidentifier",
      `urn:moris:idp:${name.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`,
    ),
    federated("agentapproved", "True"),
    federated("profileapproved", "True"),
  ];
}

const federated = (name: string, value: string): Claim => ({
  name,
  namespace: ns.claims,
  values: [value],
  originalIssuer: FPSTS_ORIGIN,
});
