import { MetadataRollback } from "../domain/errors.ts";
import type { Download, Metadata, MetadataArchive, Models, ReadMetadata } from "./ports/fido.ts";
import type { Clock, RandomBytes } from "./ports/platform.ts";
import type { Records } from "./ports/records.ts";
import { audited } from "./writing.ts";

export interface RefreshMetadataPorts {
  download: Download;
  readMetadata: ReadMetadata;
  archive: MetadataArchive;
  models: Pick<Models, "current" | "replace">;
  records: Pick<Records, "commit">;
  clock: Clock;
  random: RandomBytes;
}

/** What a refresh brought, for the log and the metrics. */
export interface Refreshed {
  no: number;
  nextUpdate: string;
  models: number;
  skipped: Metadata["skipped"];
}

/**
 * Downloads the metadata BLOB, verifies it, keeps it as it came and stores its models. The same number again is a
 * refresh too: what a report says can take effect later than it is published.
 *
 * Whatever it throws (`MetadataInvalid`, `MetadataRollback`, an outage), the stored number stays as it was.
 */
export const makeRefreshMetadata =
  ({ download, readMetadata, archive, models, records, clock, random }: RefreshMetadataPorts) =>
  async (url: string): Promise<Refreshed> => {
    const blob = await download(url);
    const at = clock();
    const metadata = readMetadata(blob, new Date(at));
    const { no, nextUpdate } = metadata;
    const before = await models.current();
    if (before !== undefined && no < before.no) {
      throw new MetadataRollback(`metadata no ${no} are older than no ${before.no}`);
    }

    await archive.keep(no, blob);
    await models.replace(metadata, at);
    const reason = `no ${before?.no ?? "none"} to ${no}, ${metadata.models.length} models, ${metadata.skipped.length} skipped`;
    await records.commit([
      audited({ random }, at, { action: "metadata-refreshed", actor: "system", reason }),
    ]);
    return { no, nextUpdate, models: metadata.models.length, skipped: metadata.skipped };
  };
