import { GetObjectCommand, PutObjectCommand, type S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { NotFound } from "../../domain/errors.ts";
import type { MessageArchive } from "../../services/ports/data-box.ts";

/** The `MessageArchive` port: one object a message, and the first one stays. */
export const makeMessageArchive = (client: S3Client, bucket: string): MessageArchive => ({
  store: async (messageId, raw) => {
    const archiveKey = `data-box/${messageId}.zfo`;
    const object = { Bucket: bucket, Key: archiveKey, Body: raw, ContentType: "application/pkcs7-mime" };
    // Each download is sealed anew: what was kept first is the evidence, and is what gets read.
    await client.send(new PutObjectCommand({ ...object, IfNoneMatch: "*" })).catch((error: unknown) => {
      if (!(error instanceof S3ServiceException && error.name === "PreconditionFailed")) throw error;
    });
    return archiveKey;
  },
  fetch: async (archiveKey) => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: archiveKey }));
    if (Body === undefined) throw new NotFound(`${archiveKey} is not in the archive`);
    return Body.transformToByteArray();
  },
});
