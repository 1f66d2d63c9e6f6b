/** Finds a key by a model under which metadata may list it. Written and removed with the key itself, never changed. */
export interface ModelKey {
  type: "model-key";
  modelKey: string;
  /** The key's credential id. */
  id: string;
  version: number;
  accountId: string;
}
