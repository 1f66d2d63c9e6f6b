import { createHash } from "node:crypto";
import { PutObjectCommand, type S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import type { MetadataArchive } from "../../services/ports/fido.ts";

/** The `MetadataArchive` port: one object for each number and content. */
export const makeMetadataArchive = (client: S3Client, bucket: string): MetadataArchive => ({
  keep: async (no, blob) => {
    const hash = createHash("sha256").update(blob).digest("hex").slice(0, 16);
    const object = { Bucket: bucket, Key: `fido-metadata/${no}-${hash}.jwt`, Body: blob };
    await client
      .send(new PutObjectCommand({ ...object, ContentType: "application/jwt", IfNoneMatch: "*" }))
      .catch((error: unknown) => {
        if (!(error instanceof S3ServiceException && error.name === "PreconditionFailed")) throw error;
      });
  },
});
