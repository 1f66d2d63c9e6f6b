import { S3Client } from "@aws-sdk/client-s3";
import { makeScans } from "../adapters/s3/scans.ts";
import { bucketUrl, readEnv } from "../env.ts";
import { clock } from "./platform.ts";

/** Pictures of forms, where browsers send them straight to. */
export const scans = () => {
  const { SCANS_BUCKET: bucket } = readEnv("SCANS_BUCKET");
  return makeScans(new S3Client({}), { bucket, url: bucketUrl(bucket) }, clock);
};
