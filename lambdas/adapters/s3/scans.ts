import { GetObjectCommand, type S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { SCAN_MOST_BYTES } from "../../domain/reset-form.ts";
import { secondsAfter } from "../../domain/session-times.ts";
import type { Clock } from "../../services/ports/platform.ts";
import type { Scans } from "../../services/ports/scans.ts";
import { signedForm } from "./post-policy.ts";

/** Long enough for a slow line, and too short to be found later. */
const ADMITTED_SECONDS = 600;

const keyOf = (id: string): string => `reset-forms/${id}`;

/** The `Scans` port over a bucket of its own, which encrypts by itself. */
export const makeScans = (
  client: S3Client,
  /** Its name, and where a browser finds it. */
  { bucket, url }: { bucket: string; url: string },
  clock: Clock,
): Scans => ({
  admit: async (id, mediaType) => {
    const [credentials, region] = await Promise.all([client.config.credentials(), client.config.region()]);
    const now = clock();
    const upload = {
      bucket,
      fields: { key: keyOf(id), "content-type": mediaType, success_action_status: "201" },
      bytes: [1, SCAN_MOST_BYTES] as [number, number],
    };
    const times = { now, expires: secondsAfter(now, ADMITTED_SECONDS) };
    return { url, fields: signedForm(upload, times, { ...credentials, region }) };
  },

  fetch: async (id) => {
    try {
      const { Body, ContentType = "" } = await client.send(
        new GetObjectCommand({ Bucket: bucket, Key: keyOf(id) }),
      );
      return Body && { content: await Body.transformToByteArray(), mediaType: ContentType };
    } catch (error) {
      // S3 tells whoever may not list the bucket nothing else of what is not there.
      const isMissing =
        error instanceof S3ServiceException && ["NoSuchKey", "AccessDenied"].includes(error.name);
      if (isMissing) return undefined;
      throw error;
    }
  },
});
