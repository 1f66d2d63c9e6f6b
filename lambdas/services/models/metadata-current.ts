import type { Models } from "../ports/fido.ts";
import type { Clock } from "../ports/platform.ts";

/** Whether new keys may be linked by the stored metadata: not without any, nor long past the day of their next update. */
export type IsMetadataCurrent = () => Promise<boolean>;

export const makeIsMetadataCurrent =
  (
    { models, clock }: { models: Pick<Models, "current">; clock: Clock },
    toleratedSeconds: number,
  ): IsMetadataCurrent =>
  async () => {
    const current = await models.current();
    if (current === undefined) return false;
    return Date.parse(clock()) - Date.parse(current.nextUpdate) <= toleratedSeconds * 1000;
  };
