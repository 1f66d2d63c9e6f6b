import type { ModelKey } from "../../domain/model-key.ts";
import { type KeyNews, regraded } from "../../domain/regrading.ts";
import type { SecurityKey } from "../../domain/security-key.ts";
import { changedKey } from "../keys/key-rows.ts";
import type { Models, Regrade } from "../ports/fido.ts";
import type { Write } from "../ports/records.ts";
import { retrying } from "../retrying.ts";
import { audited, mailTo, type Writing } from "../writing.ts";

export interface ReviewPorts extends Writing {
  models: Pick<Models, "current" | "find">;
  regrade: Regrade;
}

/**
 * Grades one key anew and does what follows, all in one transaction: grade, suspension or resumption at NIA, mail and
 * audit event. True where something changed. A key that stands as it should, or is gone, is left alone.
 */
export const makeReviewKey =
  (ports: ReviewPorts) =>
  async ({ accountId, id }: ModelKey): Promise<boolean> =>
    await retrying(async () => {
      const { records, clock, models, regrade } = ports;
      const loaded = await records.account(accountId);
      const before = loaded?.keys.find((key) => key.id === id);
      if (loaded === undefined || before === undefined) return false;
      const at = clock();
      const { key, news } = regraded(before, await regrade(before, models, at), at);
      if (key === before) return false;

      const reason = key.grade.disqualifiedBy === undefined ? "model-restored" : "model-disqualified";
      await records.commit([
        ...changedKey(ports, at, before, key, { authenticators: loaded.authenticators, reason }),
        ...(news === undefined ? [] : [tell(ports, at, loaded.account, key, news)]),
        audited(ports, at, {
          action: "key-regraded",
          actor: "system",
          accountId,
          keyId: id,
          reason: key.grade.disqualifiedBy ?? key.grade.level ?? key.grade.reason,
        }),
      ]);
      return true;
    });

const tell = (
  ports: Writing,
  at: string,
  account: Parameters<typeof mailTo>[2],
  { name, modelName, grade }: SecurityKey,
  news: KeyNews,
): Write =>
  mailTo(ports, at, account, news, {
    facts: {
      keyName: name,
      ...(modelName !== undefined && { modelName }),
      ...(grade.disqualifiedBy !== undefined && { status: grade.disqualifiedBy }),
    },
  });
