import { PutObjectCommand, S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { makeMetadataArchive } from "../../../../lambdas/adapters/s3/metadata-archive.ts";

describe("makeMetadataArchive", () => {
  const s3 = mockClient(S3Client);
  const archive = makeMetadataArchive(s3 as unknown as S3Client, "archive");
  const failing = (name: string) =>
    new S3ServiceException({ name, $fault: "client", $metadata: {}, message: name });
  beforeEach(() => {
    s3.reset();
  });

  it("keeps each content of a number under a name of its own, as it came", async () => {
    s3.on(PutObjectCommand).resolves({});
    await archive.keep(291, "a.b.c");
    await archive.keep(291, "a.b.d");
    const [one, other] = s3.commandCalls(PutObjectCommand).map(({ args }) => args[0].input);
    expect(one).toMatchObject({ Bucket: "archive", Body: "a.b.c", IfNoneMatch: "*" });
    expect(one?.Key).toMatch(/^fido-metadata\/291-[0-9a-f]{16}\.jwt$/);
    expect(other?.Key).not.toBe(one?.Key);
  });

  it("changes nothing when the same is kept again", async () => {
    s3.on(PutObjectCommand).rejects(failing("PreconditionFailed"));
    await expect(archive.keep(291, "a.b.c")).resolves.toBeUndefined();
  });

  it("fails with the store", async () => {
    s3.on(PutObjectCommand).rejects(failing("SlowDown"));
    await expect(archive.keep(291, "a.b.c")).rejects.toThrow("SlowDown");
  });
});
