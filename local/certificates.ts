import "reflect-metadata";
import {
  type KeyObject,
  X509Certificate,
  createPrivateKey,
  generateKeyPair,
  randomBytes,
  type webcrypto,
} from "node:crypto";
import { promisify } from "node:util";
import * as x509 from "@peculiar/x509";

/** A certificate and its private key (PKCS#8), both as PEM text. Throw-away: made at run time, never committed. */
export interface Identity {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

export type KeyType = "rsa" | "ec";

export interface CertificateWish {
  readonly commonName: string;
  readonly organization?: string;
  readonly organizationalUnit?: string;
  /** RSA of 2048 bits (the default) or the curve P-256. */
  readonly keyType?: KeyType;
  /** Of an RSA key, instead of 2048. */
  readonly bits?: number;
  /** Days of validity from `notBefore`; 365 by default. */
  readonly days?: number;
  /** One hour ago by default, so that clocks may differ a little. */
  readonly notBefore?: Date;
  /** May it sign certificates itself? No by default. */
  readonly ca?: boolean;
  /** How many authorities may stand below it; any number by default. */
  readonly pathLength?: number;
  /** May its key sign data? Yes by default. */
  readonly signing?: boolean;
}

export interface IssuedCertificateWish extends CertificateWish {
  readonly dnsNames?: readonly string[];
  readonly ipAddresses?: readonly string[];
  /** Object identifiers of what it is for; says nothing of it by default. */
  readonly extendedKeyUsage?: readonly string[];
}

const DAY = 86_400_000;
const makeKeyPair = promisify(generateKeyPair);

/** A certificate signed by its own key: a root, or a pinned signing certificate. */
export async function selfSigned(wish: CertificateWish): Promise<Identity> {
  const keys = await keyPair(wish);
  const name = subject(wish);
  return build(wish, keys, { name, ...keys });
}

/** A certificate signed by `issuer`, which should have been made with `ca: true`. */
export async function issue(issuer: Identity, wish: IssuedCertificateWish): Promise<Identity> {
  const keys = await keyPair(wish);
  const parent = new x509.X509Certificate(issuer.certificatePem);
  const authority: Signer = {
    name: parent.subjectName,
    privateKey: createPrivateKey(issuer.privateKeyPem),
    publicKey: new X509Certificate(issuer.certificatePem).publicKey,
  };
  return build(wish, keys, authority);
}

interface Keys {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

interface Signer extends Keys {
  readonly name: x509.Name;
}

const keyPair = ({ keyType = "rsa", bits = 2048 }: CertificateWish): Promise<Keys> =>
  keyType === "rsa"
    ? makeKeyPair("rsa", { modulusLength: bits })
    : makeKeyPair("ec", { namedCurve: "P-256" });

function subject({ commonName, organization, organizationalUnit }: CertificateWish): x509.Name {
  return new x509.Name([
    { C: ["CZ"] },
    ...(organization === undefined ? [] : [{ O: [organization] }]),
    ...(organizationalUnit === undefined ? [] : [{ OU: [organizationalUnit] }]),
    { CN: [commonName] },
  ]);
}

async function build(wish: IssuedCertificateWish, keys: Keys, signer: Signer): Promise<Identity> {
  const notBefore = wish.notBefore ?? new Date(Date.now() - 3_600_000);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: `40${randomBytes(15).toString("hex")}`,
    subject: subject(wish).toJSON(),
    issuer: signer.name.toJSON(),
    notBefore,
    notAfter: new Date(notBefore.getTime() + (wish.days ?? 365) * DAY),
    publicKey: await webKey(keys.publicKey, "verify"),
    signingKey: await webKey(signer.privateKey, "sign"),
    signingAlgorithm: algorithm(signer.privateKey),
    extensions: await extensions(wish, keys, signer),
  });
  return {
    certificatePem: `${certificate.toString("pem")}\n`,
    privateKeyPem: keys.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

async function extensions(
  wish: IssuedCertificateWish,
  keys: Keys,
  signer: Signer,
): Promise<x509.Extension[]> {
  const ca = wish.ca ?? false;
  const usage = ca
    ? x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign | x509.KeyUsageFlags.digitalSignature
    : wish.signing === false
      ? x509.KeyUsageFlags.keyEncipherment
      : x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation;
  const list: x509.Extension[] = [
    new x509.BasicConstraintsExtension(ca, wish.pathLength, true),
    new x509.KeyUsagesExtension(usage, true),
    await x509.SubjectKeyIdentifierExtension.create(await webKey(keys.publicKey, "verify")),
    await x509.AuthorityKeyIdentifierExtension.create(await webKey(signer.publicKey, "verify")),
  ];
  const { dnsNames = [], ipAddresses = [], extendedKeyUsage = [] } = wish;
  const names = [
    ...dnsNames.map((value) => ({ type: "dns" as const, value })),
    ...ipAddresses.map((value) => ({ type: "ip" as const, value })),
  ];
  if (names.length > 0) list.push(new x509.SubjectAlternativeNameExtension(names));
  if (extendedKeyUsage.length > 0) list.push(new x509.ExtendedKeyUsageExtension([...extendedKeyUsage]));
  return list;
}

const algorithm = (key: KeyObject) =>
  key.asymmetricKeyType === "ec"
    ? { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" }
    : { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };

const webKey = (key: KeyObject, usage: "sign" | "verify"): Promise<webcrypto.CryptoKey> =>
  Promise.resolve(key.toCryptoKey(algorithm(key), true, [usage]));
