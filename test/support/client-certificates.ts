import { type Identity, issue, type IssuedCertificateWish, selfSigned } from "../../local/certificates.ts";

export const CLIENTS = "1.3.6.1.5.5.7.3.2";
export const SERVERS = "1.3.6.1.5.5.7.3.1";

/** An authority as a stage lists it. */
export const anAuthority = async (commonName = "Listed authority"): Promise<Identity> =>
  await selfSigned({ commonName, keyType: "ec", ca: true });

/** A user's certificate of it. */
export const aUserCertificate = async (
  authority: Identity,
  wish: Partial<IssuedCertificateWish> = {},
): Promise<Identity> =>
  await issue(authority, {
    commonName: "Jana Nováková",
    keyType: "ec",
    extendedKeyUsage: [CLIENTS],
    ...wish,
  });
