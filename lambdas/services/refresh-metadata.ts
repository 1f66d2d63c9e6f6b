import { MetadataRollback } from "../domain/errors.ts";
import {
  type ChangeKind,
  changesBetween,
  countChanges,
  type ModelStandings,
} from "../domain/model-standing.ts";
import type {
  AuthenticatorModel,
  Download,
  Metadata,
  MetadataArchive,
  Models,
  ReadMetadata,
} from "./ports/fido.ts";
import { openModelChanges } from "./models/open-model-changes.ts";
import { audited, type Writing } from "./writing.ts";

export interface RefreshMetadataPorts extends Writing {
  download: Download;
  readMetadata: ReadMetadata;
  archive: MetadataArchive;
  models: Pick<Models, "current" | "replace" | "handedOver" | "handOver">;
}

/** What a refresh brought, for the log and the metrics. */
export interface Refreshed {
  no: number;
  nextUpdate: string;
  models: number;
  skipped: Metadata["skipped"];
  changes: Partial<Record<ChangeKind, number>>;
}

/**
 * Downloads the metadata BLOB, verifies it, keeps it as it came, stores its models and has the keys of each model that
 * stands elsewhere now reviewed. The same number again is a refresh too: what a report says can take effect later than
 * it is published.
 *
 * Whatever it throws (`MetadataInvalid`, `MetadataRollback`, an outage), the stored number stays as it was. Where it
 * dies after that number was written, the next one finds the same changes, for what they are counted against is
 * written last.
 */
export const makeRefreshMetadata =
  (ports: RefreshMetadataPorts) =>
  async (url: string): Promise<Refreshed> => {
    const { download, readMetadata, archive, models, records, clock } = ports;
    const blob = await download(url);
    const at = clock();
    const metadata = readMetadata(blob, new Date(at));
    const { no, nextUpdate, skipped } = metadata;
    const before = await models.current();
    if (before !== undefined && no < before.no) {
      throw new MetadataRollback(`metadata no ${no} are older than no ${before.no}`);
    }

    await archive.keep(no, blob);
    await models.replace(metadata, at);

    const standings = standingsOf(metadata.models);
    const changed = changesBetween(await models.handedOver(), standings);
    const changes = countChanges(changed);
    await openModelChanges(ports, [...changed.keys()]);
    const reason = `no ${before?.no ?? "none"} to ${no}, ${metadata.models.length} models, ${skipped.length} skipped${told(changes)}`;
    await records.commit([audited(ports, at, { action: "metadata-refreshed", actor: "system", reason })]);
    await models.handOver(standings);
    return { no, nextUpdate, models: metadata.models.length, skipped, changes };
  };

const standingsOf = (models: readonly AuthenticatorModel[]): ModelStandings =>
  Object.fromEntries(
    models.map(({ key, level, disqualifiedBy }) => [
      key,
      { level, ...(disqualifiedBy !== undefined && { disqualifiedBy }) },
    ]),
  );

const told = (changes: Refreshed["changes"]): string =>
  Object.entries(changes)
    .map(([kind, count]) => `, ${count} ${kind}`)
    .join("");
