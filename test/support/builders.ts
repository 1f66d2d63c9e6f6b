import type { Authenticator } from "../../lambdas/domain/authenticator.ts";
import type { Account } from "../../lambdas/domain/account.ts";
import type { ClientCertificate } from "../../lambdas/domain/client-certificate.ts";
import type { Operator, OperatorKey } from "../../lambdas/domain/operator.ts";
import type { ReferenceData } from "../../lambdas/domain/person.ts";
import type { Session } from "../../lambdas/domain/records.ts";
import type { SecurityKey } from "../../lambdas/domain/security-key.ts";
import type { Verification } from "../../lambdas/domain/verification.ts";
import type { RegistryAnswer } from "../../lambdas/services/ports/data-box.ts";

const T0 = "2026-11-23T09:00:00.000Z";
export const accountId = "a".repeat(32);

export const anAccount = (change: Partial<Account> = {}): Account => ({
  type: "account",
  id: accountId,
  version: 0,
  username: "jana.novakova",
  person: {
    firstName: "Jana",
    lastName: "Nováková",
    birthDate: "1988-04-12",
    address: { street: "Lipová 7", city: "Brno", postalCode: "60200", country: "CZ" },
  },
  email: { value: "jana@example.cz", verifiedAt: T0 },
  phone: { value: "+420601000111", verifiedAt: T0 },
  citizenship: "CZ",
  language: "cs",
  passwordHash: "hash of correct horse battery",
  wrongPasswords: 0,
  createdAt: T0,
  ...change,
});

export const aKey = (id: string, change: Partial<SecurityKey> = {}): SecurityKey => ({
  type: "security-key",
  accountId,
  id,
  version: 0,
  name: `Key ${id}`,
  publicKey: "cose",
  counter: 0,
  transports: ["usb"],
  attestation: { format: "packed", aaguid: "01020304-0506-0708-0102-030405060708", chain: [] },
  possibleModels: ["01020304-0506-0708-0102-030405060708"],
  modelKey: "01020304-0506-0708-0102-030405060708",
  modelName: "Model",
  grade: { level: "FIDO_CERTIFIED_L1", linkable: true, reason: "certified", metadataNo: 291, gradedAt: T0 },
  createdAt: T0,
  ...change,
});

/** Uploaded, and not proven yet. */
export const aCertificate = (change: Partial<ClientCertificate> = {}): ClientCertificate => ({
  type: "client-certificate",
  accountId,
  id: "certificate-1",
  version: 0,
  subject: "Jana Nováková",
  issuer: "Authority",
  serialNumber: "01",
  notBefore: T0,
  notAfter: "2027-11-23T09:00:00.000Z",
  createdAt: T0,
  ...change,
});

export const aSession = (keyIds: string[], change: Partial<Session> = {}): Session => ({
  type: "session",
  accountId,
  id: "5e55".repeat(8),
  version: 0,
  tokenHash: "hash of the token",
  method: "password-and-key",
  createdAt: T0,
  lastUsedAt: T0,
  expiresAt: "2026-11-24T09:00:00.000Z",
  userAgent: "test",
  confirmed: [{ purpose: "link", until: "2026-11-23T09:05:00.000Z", keyIds }],
  ...change,
});

export const aVerification = (change: Partial<Verification> = {}): Verification => ({
  type: "verification",
  id: "verification-1",
  accountId,
  version: 0,
  method: "czech-point",
  keyIds: ["key-1"],
  code: "0123456789AB",
  state: "awaiting-registry-data",
  createdAt: T0,
  deadline: "2027-02-21T09:00:00.000Z",
  remindedSeconds: [],
  attempt: 1,
  lap: 0,
  registrations: [],
  timeline: [{ at: T0, event: "created" }],
  ...change,
});

export const anAuthenticator = (change: Partial<Authenticator> = {}): Authenticator => ({
  type: "authenticator",
  accountId,
  id: "authenticator-1",
  version: 0,
  keyId: "key-1",
  pseudonym: "5f0c2f4e-6f0a-4b52-9a2f-0c6d3c1f0a01",
  wanted: "active",
  wantedAt: T0,
  reason: "linked",
  known: "active",
  attempt: 0,
  ...change,
});

/** An operator who has enrolled; the password is "a long night at the desk". */
export const anOperator = (change: Partial<Operator> = {}): Operator => ({
  type: "operator",
  id: "olga",
  version: 0,
  name: "Olga Operátorová",
  role: "operator",
  state: "active",
  createdAt: T0,
  passwordHash: "hash of a long night at the desk",
  key: anOperatorKey(`key-of-${change.id ?? "olga"}`),
  wrongPasswords: 0,
  ...change,
});

const anOperatorKey = (id: string): OperatorKey => {
  const { publicKey, counter, transports, attestation, grade, createdAt } = aKey(id);
  return { id, publicKey, counter, transports, attestation, grade, createdAt };
};

/** The registry's person that matches the account, in capitals as the registry writes. */
export const registryPerson = (change: Partial<ReferenceData> = {}): ReferenceData => ({
  firstName: "JANA",
  lastName: "NOVÁKOVÁ",
  birthDate: "1988-04-12",
  citizenships: ["CZE"],
  address: { street: "LIPOVÁ 7", city: "BRNO", postalCode: "60200", country: "CZ" },
  addressPlaceCode: "19154001",
  documents: [{ type: "ID", number: "200000001" }],
  ...change,
});

export const anAnswer = (change: Partial<ReferenceData> = {}): RegistryAnswer => ({
  messageForRecipient: "0123-4567-89AB",
  person: registryPerson(change),
  provision: "one-time",
});
