import type { IsoInstant } from "./person.ts";

/** Finds a key by a model under which metadata may list it. Written and removed with the key itself, never changed. */
export interface ModelKey {
  type: "model-key";
  modelKey: string;
  /** The key's credential id. */
  id: string;
  version: number;
  accountId: string;
}

/** The keys of a model are to be graded anew, because metadata say something else of it: reviewed page by page. */
export interface ModelChange {
  type: "model-change";
  /** AAGUID or attestation certificate key identifier. */
  id: string;
  version: number;
  openedAt: IsoInstant;
  /** The last key that was reviewed; absent at the start. */
  after?: string;
  /** Keys that could not be reviewed this time. */
  failed: number;
  closedAt?: IsoInstant;
}

/** From the first key on, whether or not an earlier review has got to its end. */
export const openedChange = (id: string, at: IsoInstant, before?: ModelChange): ModelChange => ({
  type: "model-change",
  id,
  version: before?.version ?? 0,
  openedAt: at,
  failed: 0,
});

/** After a page whose last key is given where more may follow. Where keys failed, it begins again after its end. */
export const advancedChange = (
  change: ModelChange,
  page: { last: string | undefined; failed: number },
  at: IsoInstant,
): ModelChange => {
  const { after: _after, ...rest } = change;
  const failed = change.failed + page.failed;
  if (page.last !== undefined) return { ...rest, failed, after: page.last };
  return failed > 0 ? { ...rest, failed: 0 } : { ...rest, failed, closedAt: at };
};
