import { X509Certificate } from "node:crypto";
import { addressesIn } from "./service-providers.ts";
import type { Settings } from "./settings.ts";

/** SHA-256 of the roots that the FIDO Alliance signs its metadata under: GlobalSign R3, and R46 from August 2026. */
const FIDO_ROOTS = new Set([
  "CB:B5:22:D7:B7:F1:27:AD:6A:01:13:86:5B:DF:1C:D4:10:2E:7D:07:59:AF:63:5A:7C:F4:72:0D:C9:63:C5:3B",
  "4F:A3:12:6D:8D:3A:11:D1:C4:85:5A:4F:80:7C:BA:D6:CF:91:9D:3A:5A:88:B0:3B:EA:2C:63:72:D9:3C:40:C9",
]);
const LOCAL_HOST =
  /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0|.*\.(local|test|example|invalid))$/;

/** Every text of the settings with the path it stands at. */
const texts = (value: unknown, path: string[] = []): [string, string][] => {
  if (typeof value === "string") return [[path.join("."), value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, [...path, key]));
};

const addressFaults = (settings: Settings): string[] => {
  const addresses = texts(settings).filter(([, value]) => /^https?:\/\//.test(value) && URL.canParse(value));
  const isName = (path: string) => path.startsWith("nia.realms");
  return [
    ...addresses
      .filter(([path, value]) => new URL(value).protocol !== "https:" && !isName(path))
      .map(([path]) => `${path} is not https`),
    ...addresses
      .filter(([, value]) => LOCAL_HOST.test(new URL(value).hostname))
      .map(([path]) => `${path} is a local address`),
  ];
};

const rootFaults = ({ metadata }: Settings): string[] =>
  metadata.roots.length === 0
    ? ["metadata.roots is empty"]
    : metadata.roots
        .filter((pem) => !FIDO_ROOTS.has(new X509Certificate(pem).fingerprint256))
        .map(() => "metadata.roots has a root that is not the FIDO Alliance's");

// Chromium's virtual authenticator signs with a key that anyone can extract; what it signs proves nothing.
const virtualAuthenticatorFaults = (settings: Settings): string[] =>
  texts(settings)
    .filter(([, value]) => value.startsWith("-----BEGIN CERTIFICATE-----"))
    .filter(([, pem]) => /^O=Chromium$/m.test(new X509Certificate(pem).subject))
    .map(([path]) => `${path} is the virtual authenticator's`);

// Without them TLS alone vouches for the tokens: whoever gets a certificate for NIA's name could vouch for anyone.
const niaFaults = ({ nia: { stsCertificates } }: Settings): string[] =>
  Object.entries(stsCertificates)
    .filter(([, certificates]) => certificates.length === 0)
    .map(([service]) => `nia.stsCertificates.${service} is empty`);

// Whatever else ended the TLS connection could say what it likes of a certificate.
const certificateFaults = ({ certificateLogin: { authorities, certificateArn } }: Settings): string[] =>
  authorities.length === 0 || certificateArn !== undefined
    ? []
    : ["certificateLogin.certificateArn is not set"];

// The entityID is the same in both environments of NIA: what proves a login in the one must prove nothing in the other.
const isTestOfNia = (address: string): boolean => new URL(address).hostname.startsWith("tnia.");

const portalFaults = ({ portal }: Settings): string[] =>
  [portal.url, portal.metadataUrl].some(isTestOfNia) ? ["portal.url is NIA's test environment"] : [];

const faultOf = (address: string): string | undefined => {
  if (!URL.canParse(address) || new URL(address).protocol !== "https:") return "is not https";
  if (LOCAL_HOST.test(new URL(address).hostname)) return "is a local address";
  return isTestOfNia(address) ? "is NIA's test environment" : undefined;
};

const serviceProviderFaults = ({ identityProvider }: Settings): string[] =>
  identityProvider.serviceProviders.flatMap(({ metadata }, index) => {
    const faults = new Set(addressesIn(metadata).flatMap((address) => faultOf(address) ?? []));
    return [...faults].map(
      (fault) => `identityProvider.serviceProviders.${index} has an address that ${fault}`,
    );
  });

const resourceFaults = ({ app, resources }: Settings): string[] => [
  ...(resources.retain ? [] : ["resources.retain is off"]),
  ...(resources.archiveLock === undefined ? ["resources.archiveLock is not set"] : []),
  ...(resources.web ? [] : ["resources.web is off"]),
  ...(resources.tlsOnly ? [] : ["resources.tlsOnly is off"]),
  ...(resources.secretsByName ? ["resources.secretsByName is on"] : []),
  ...(LOCAL_HOST.test(app.rpId) ? ["app.rpId is a local name"] : []),
];

/** What must not reach production, as sentences; empty when there is nothing. */
export const productionFaults = (settings: Settings): string[] => [
  ...addressFaults(settings),
  ...rootFaults(settings),
  ...niaFaults(settings),
  ...virtualAuthenticatorFaults(settings),
  ...certificateFaults(settings),
  ...portalFaults(settings),
  ...serviceProviderFaults(settings),
  ...resourceFaults(settings),
];

/** What a stage still has to be told before it can work with the outside world, as sentences. */
export const unfinished = ({ nia, dataBox, portal, identityProvider }: Settings): string[] => [
  ...(nia.stsCertificates.ipsts.length > 0 && nia.stsCertificates.fpsts.length > 0
    ? []
    : ["nia.stsCertificates is empty: TLS alone vouches for NIA's tokens"]),
  ...(portal.authorities.length > 0 && portal.organizations.length > 0
    ? []
    : ["portal.authorities or portal.organizations is empty: nobody can be verified with eObčanka"]),
  ...(identityProvider.serviceProviders.length > 0
    ? []
    : ["identityProvider.serviceProviders is empty: nobody can log in to government services"]),
  ...(dataBox.sealRoots.length > 0 ? [] : ["dataBox.sealRoots is empty: every message is refused"]),
  ...(dataBox.allowedSenders.length > 0 ? [] : ["dataBox.allowedSenders is empty: every message is refused"]),
];
