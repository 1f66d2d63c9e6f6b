import type { X509Certificate } from "node:crypto";

/** Authorities that issue for others. */
const authorities = ["CertEurope", "DigiCert Inc", "GlobalSign", "WISeKey"];

/** Metadata name no maker: the organization that most trust anchors name, else what their names or the model's begin with. */
export const vendorOf = (modelName: string, anchors: readonly X509Certificate[]): string => {
  const organizations = anchors
    .flatMap(({ subject, issuer }) => attribute(subject, "O") ?? attribute(issuer, "O") ?? [])
    .filter((name) => !authorities.includes(name));
  const firstWords = anchors.flatMap(({ subject }) => attribute(subject, "CN")?.split(" ")[0] ?? []);
  const [firstOfModel = modelName] = modelName.split(" ");
  return mostFrequent(organizations) ?? mostFrequent(firstWords.filter(isName)) ?? firstOfModel;
};

/** An abbreviation, a number or a word that any certificate could begin with names nobody. */
const isName = (word: string): boolean =>
  word.length > 3 && !/^(?:fido2?|u2f|root|test|attestation|device|security|[\d-]+)$/i.test(word);

/** Of a distinguished name as OpenSSL writes it: an attribute a line, signs escaped by a backslash. */
const attribute = (name: string | undefined, type: string): string | undefined => {
  const line = name?.split("\n").find((part) => part.startsWith(`${type}=`));
  const value = line
    ?.slice(type.length + 1)
    .replaceAll(/\\(.)/g, "$1")
    .trim();
  return value === "" ? undefined : value;
};

const mostFrequent = (texts: readonly string[]): string | undefined => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
};
