import {
  createHash,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
  X509Certificate,
} from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import { type Identity, issue, selfSigned } from "../../../local/certificates.ts";

/** The model that these authenticators are of. */
export const MODEL_AAGUID = "7e57a11d-0000-4000-8000-000000000001";

export interface ModelMaker {
  batch: Identity;
  /** DER of the root, base64, as metadata list it. */
  anchor: string;
}

/** A maker of certified keys: a root, and the certificate that a batch of keys attests with. */
export const makeModel = async (): Promise<ModelMaker> => {
  const root = await selfSigned({ commonName: "Test Keys Root", keyType: "ec", ca: true });
  const batch = await issue(root, {
    commonName: "Test Keys Batch",
    organization: "Test Keys",
    // What the packed format demands of an attestation certificate.
    organizationalUnit: "Authenticator Attestation",
    keyType: "ec",
  });
  return { batch, anchor: new X509Certificate(root.certificatePem).raw.toString("base64") };
};

interface Credential {
  id: string;
  privateKey: KeyObject;
  counter: number;
}

const sha256 = (data: string | Uint8Array) => createHash("sha256").update(data).digest();
const base64url = (data: Uint8Array) => Buffer.from(data).toString("base64url");

/** What an authenticator of `packed` attestation answers to the browser's calls, without a browser. */
export const makeAuthenticator = ({ batch }: ModelMaker, origin: string, rpId = "localhost") => {
  const credentials = new Map<string, Credential>();

  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const authenticatorData = (flags: number, counter: number, rest: Uint8Array = new Uint8Array()) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, rest]);
  };

  const attestedCredential = (id: Buffer, publicKey: KeyObject) => {
    const { x = "", y = "" } = publicKey.export({ format: "jwk" });
    const cose = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, "base64url"))],
      [-3, new Uint8Array(Buffer.from(y, "base64url"))],
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(id.length);
    const aaguid = Buffer.from(MODEL_AAGUID.replaceAll("-", ""), "hex");
    return Buffer.concat([aaguid, length, id, isoCBOR.encode(cose)]);
  };

  return {
    /** navigator.credentials.create */
    create: ({ challenge }: { challenge: string }) => {
      const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const id = randomBytes(32);
      const data = authenticatorData(0x45, 1, attestedCredential(id, publicKey));
      const client = clientData("webauthn.create", challenge);
      const signature = sign("sha256", Buffer.concat([data, sha256(client)]), batch.privateKeyPem);
      const statement = new Map<string, unknown>([
        ["alg", -7],
        ["sig", new Uint8Array(signature)],
        ["x5c", [new Uint8Array(new X509Certificate(batch.certificatePem).raw)]],
      ]);
      const attestation = new Map<string, unknown>([
        ["fmt", "packed"],
        ["attStmt", statement],
        ["authData", new Uint8Array(data)],
      ]);
      credentials.set(base64url(id), { id: base64url(id), privateKey, counter: 1 });
      return {
        id: base64url(id),
        rawId: base64url(id),
        type: "public-key",
        response: {
          clientDataJSON: base64url(client),
          attestationObject: base64url(isoCBOR.encode(attestation as never)),
          transports: ["usb"],
        },
        clientExtensionResults: {},
      };
    },

    /** navigator.credentials.get */
    get: ({ challenge, allowCredentials }: { challenge: string; allowCredentials: { id: string }[] }) => {
      const credential = allowCredentials
        .map(({ id }) => credentials.get(id))
        .find((found) => found !== undefined);
      if (credential === undefined) throw new Error("none of the keys asked for is here");
      credential.counter += 1;
      const data = authenticatorData(0x05, credential.counter);
      const client = clientData("webauthn.get", challenge);
      return {
        id: credential.id,
        rawId: credential.id,
        type: "public-key",
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(sign("sha256", Buffer.concat([data, sha256(client)]), credential.privateKey)),
        },
        clientExtensionResults: {},
      };
    },
  };
};

export type Authenticator = ReturnType<typeof makeAuthenticator>;
