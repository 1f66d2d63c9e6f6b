import { S3Client } from "@aws-sdk/client-s3";
import { makeDownload } from "../adapters/fido/download.ts";
import { makeReadMetadata } from "../adapters/fido/read-metadata.ts";
import { makeMetadataArchive } from "../adapters/s3/metadata-archive.ts";
import { readEnv } from "../env.ts";
import { models } from "../runtime/catalogue.ts";
import { writing } from "../runtime/records.ts";
import { makeRefreshMetadata } from "../services/refresh-metadata.ts";
import { readTrust } from "../trust.ts";
import { eventHandler } from "./event.ts";

const { METADATA, ARCHIVE_BUCKET } = readEnv("METADATA", "ARCHIVE_BUCKET");

const refresh = makeRefreshMetadata({
  ...writing(),
  download: makeDownload(),
  readMetadata: makeReadMetadata({ roots: readTrust().metadata, hostName: METADATA.hostName }),
  archive: makeMetadataArchive(new S3Client({}), ARCHIVE_BUCKET),
  models: models(),
});

/** Brings the metadata of authenticators up to date. */
export const handler = eventHandler(async () => await refresh(METADATA.url));
