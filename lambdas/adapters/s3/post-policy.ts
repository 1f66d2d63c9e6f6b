import { createHmac } from "node:crypto";

/** Whose signature it is. */
export interface Signer {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string | undefined;
  region: string;
}

type Condition = Record<string, string> | ["content-length-range", number, number];

const hmac = (key: string | Uint8Array, text: string): Uint8Array =>
  createHmac("sha256", key).update(text).digest();

/** Signature Version 4 of a policy that is in Base64 already ("Calculate a signature", POST uploads of Amazon S3). */
export const signPolicy = (
  policy: string,
  day: string,
  { secretAccessKey, region }: Pick<Signer, "secretAccessKey" | "region">,
): string => {
  const scope = [day, region, "s3", "aws4_request"];
  const signingKey = scope.reduce<string | Uint8Array>(hmac, `AWS4${secretAccessKey}`);
  return Buffer.from(hmac(signingKey, policy)).toString("hex");
};

/**
 * The fields of a form that may be posted to a bucket until it expires: these fields exactly, and a file of a size within
 * the range.
 */
export const signedForm = (
  upload: { bucket: string; fields: Record<string, string>; bytes: [number, number] },
  times: { now: string; expires: string },
  signer: Signer,
): Record<string, string> => {
  const date = `${times.now.replaceAll(/[-:]/gu, "").slice(0, 15)}Z`;
  const day = date.slice(0, 8);
  const fields: Record<string, string> = {
    ...upload.fields,
    "x-amz-algorithm": "AWS4-HMAC-SHA256",
    "x-amz-credential": [signer.accessKeyId, day, signer.region, "s3", "aws4_request"].join("/"),
    "x-amz-date": date,
    ...(signer.sessionToken === undefined ? {} : { "x-amz-security-token": signer.sessionToken }),
  };
  const conditions: Condition[] = [
    { bucket: upload.bucket },
    ...Object.entries(fields).map(([name, value]) => ({ [name]: value })),
    ["content-length-range", ...upload.bytes],
  ];
  const policy = Buffer.from(JSON.stringify({ expiration: times.expires, conditions })).toString("base64");
  return { ...fields, policy, "x-amz-signature": signPolicy(policy, day, signer) };
};
