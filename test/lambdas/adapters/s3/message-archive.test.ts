import { GetObjectCommand, PutObjectCommand, S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { makeMessageArchive } from "../../../../lambdas/adapters/s3/message-archive.ts";

const s3 = mockClient(S3Client);
const archive = makeMessageArchive(new S3Client({}), "bucket");
const raw = Buffer.from("zfo");

const refusal = (name: string): S3ServiceException =>
  new S3ServiceException({ name, $fault: "client", $metadata: {} });

/** What the client answers a read with, as far as it is used. */
const bodyOf = (content: Uint8Array) => ({ Body: { transformToByteArray: async () => content } as never });

describe("the archive of messages", () => {
  beforeEach(() => {
    s3.reset();
  });

  it("stores a message under its id, unless one is there", async () => {
    s3.on(PutObjectCommand).resolves({});
    expect(await archive.store("900000101", raw)).toBe("data-box/900000101.zfo");
    expect(s3.commandCalls(PutObjectCommand)[0]?.args[0].input).toMatchObject({
      Bucket: "bucket",
      Key: "data-box/900000101.zfo",
      Body: raw,
      IfNoneMatch: "*",
    });
  });
  it("keeps the one that is there", async () => {
    s3.on(PutObjectCommand).rejects(refusal("PreconditionFailed"));
    expect(await archive.store("900000101", raw)).toBe("data-box/900000101.zfo");
  });
  it("does not call a message stored that is not", async () => {
    s3.on(PutObjectCommand).rejects(refusal("AccessDenied"));
    await expect(archive.store("900000101", raw)).rejects.toMatchObject({ name: "AccessDenied" });
  });
  it("answers what it stored", async () => {
    s3.on(GetObjectCommand, { Bucket: "bucket", Key: "data-box/1.zfo" }).resolves(bodyOf(raw));
    expect(await archive.fetch("data-box/1.zfo")).toEqual(raw);
  });
  it("says so where there is nothing", async () => {
    s3.on(GetObjectCommand).resolves({});
    await expect(archive.fetch("data-box/1.zfo")).rejects.toMatchObject({ name: "NotFound" });
  });
});
