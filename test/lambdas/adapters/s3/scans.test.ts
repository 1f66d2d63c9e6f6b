import { GetObjectCommand, S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import { signPolicy } from "../../../../lambdas/adapters/s3/post-policy.ts";
import { makeScans } from "../../../../lambdas/adapters/s3/scans.ts";
import { SCAN_MOST_BYTES } from "../../../../lambdas/domain/reset-form.ts";

const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret", sessionToken: "token" };
const s3 = mockClient(S3Client);
const scans = makeScans(
  new S3Client({ region: "eu-central-1", credentials }),
  { bucket: "scans", url: "https://scans.s3.eu-central-1.amazonaws.com/" },
  () => "2026-11-23T09:00:00.000Z",
);

beforeEach(() => {
  s3.reset();
});

describe("the form that a browser sends a scan by", () => {
  it("admits one file of this name and type, of a size within the limits, for ten minutes", async () => {
    const { url, fields } = await scans.admit("scan-1", "application/pdf");
    expect(url).toBe("https://scans.s3.eu-central-1.amazonaws.com/");
    expect(fields).toMatchObject({
      key: "reset-forms/scan-1",
      "content-type": "application/pdf",
      "x-amz-credential": "AKIDEXAMPLE/20261123/eu-central-1/s3/aws4_request",
      "x-amz-date": "20261123T090000Z",
      "x-amz-security-token": "token",
    });
    const policy = JSON.parse(Buffer.from(fields["policy"] ?? "", "base64").toString()) as {
      expiration: string;
      conditions: unknown[];
    };
    expect(policy.expiration).toBe("2026-11-23T09:10:00.000Z");
    expect(policy.conditions).toEqual(
      expect.arrayContaining([
        { bucket: "scans" },
        { key: "reset-forms/scan-1" },
        { "content-type": "application/pdf" },
        ["content-length-range", 1, SCAN_MOST_BYTES],
      ]),
    );
  });

  it("states every field in its policy, so that no other one passes, and signs the policy", async () => {
    const { fields } = await scans.admit("scan-1", "image/png");
    const { policy = "", "x-amz-signature": signature, ...stated } = fields;
    const { conditions } = JSON.parse(Buffer.from(policy, "base64").toString()) as { conditions: unknown[] };
    for (const [name, value] of Object.entries(stated)) expect(conditions).toContainEqual({ [name]: value });
    expect(signature).toBe(
      signPolicy(policy, "20261123", { secretAccessKey: "secret", region: "eu-central-1" }),
    );
    expect(signature).not.toBe(
      signPolicy(policy, "20261124", { secretAccessKey: "secret", region: "eu-central-1" }),
    );
  });
});

describe("a scan", () => {
  it("is read with its type", async () => {
    const content = Buffer.from("%PDF-");
    const Body = { transformToByteArray: async () => content } as never;
    s3.on(GetObjectCommand).resolves({ Body, ContentType: "application/pdf" });
    expect(await scans.fetch("scan-1")).toEqual({ content, mediaType: "application/pdf" });
    expect(s3.commandCalls(GetObjectCommand)[0]?.args[0].input).toEqual({
      Bucket: "scans",
      Key: "reset-forms/scan-1",
    });
  });

  it.each(["NoSuchKey", "AccessDenied"])("that is not there is none: %s", async (name) => {
    s3.on(GetObjectCommand).rejects(new S3ServiceException({ name, $fault: "client", $metadata: {} }));
    expect(await scans.fetch("scan-1")).toBeUndefined();
  });

  it("is not said to be missing for any other trouble", async () => {
    s3.on(GetObjectCommand).rejects(new Error("down"));
    await expect(scans.fetch("scan-1")).rejects.toThrow("down");
  });
});
