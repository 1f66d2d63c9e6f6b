import { X509Certificate, createPrivateKey } from "node:crypto";
import { BmpString, OctetString } from "asn1js";
import {
  Attribute,
  AuthenticatedSafe,
  CertBag,
  Certificate,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from "pkijs";
import type { Identity } from "../certificates.ts";

const SHROUDED_KEY = "1.2.840.113549.1.12.10.1.2";
const CERTIFICATE = "1.2.840.113549.1.12.10.1.3";
const FRIENDLY_NAME = "1.2.840.113549.1.9.20";
const LOCAL_KEY_ID = "1.2.840.113549.1.9.21";

const exact = (data: Uint8Array): ArrayBuffer => new Uint8Array(data).buffer;
const bytes = (text: string): ArrayBuffer => exact(new TextEncoder().encode(text));

/** A key and its certificate in one file, as browsers and systems import it (PKCS #12), locked by a password. */
export const pkcs12 = async (identity: Identity, name: string, password: string): Promise<Buffer> => {
  const { raw, fingerprint256 } = new X509Certificate(identity.certificatePem);
  const keyDer = createPrivateKey(identity.privateKeyPem).export({ type: "pkcs8", format: "der" });
  const bagAttributes = [
    new Attribute({ type: FRIENDLY_NAME, values: [new BmpString({ value: name })] }),
    new Attribute({ type: LOCAL_KEY_ID, values: [new OctetString({ valueHex: bytes(fingerprint256) })] }),
  ];
  const lock = {
    password: bytes(password),
    contentEncryptionAlgorithm: { name: "AES-CBC", length: 256 } as const,
    hmacHashAlgorithm: "SHA-256",
    iterationCount: 100_000,
  };
  const key = new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(exact(keyDer)) });
  await key.makeInternalValues(lock);
  const certificate = new CertBag({ parsedValue: Certificate.fromBER(exact(raw)) });
  const safe = (bagId: string, bagValue: PKCS8ShroudedKeyBag | CertBag) => ({
    privacyMode: 1,
    value: new SafeContents({ safeBags: [new SafeBag({ bagId, bagValue, bagAttributes })] }),
  });
  const authenticatedSafe = new AuthenticatedSafe({
    parsedValue: { safeContents: [safe(SHROUDED_KEY, key), safe(CERTIFICATE, certificate)] },
  });
  await authenticatedSafe.makeInternalValues({ safeContents: [lock, lock] });
  const file = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } });
  await file.makeInternalValues({
    password: bytes(password),
    iterations: 100_000,
    pbkdf2HashAlgorithm: "SHA-256",
    hmacHashAlgorithm: "SHA-256",
  });
  return Buffer.from(file.toSchema().toBER());
};
