import type * as z from "zod";
import type { comparison as comparisonSchema } from "../../contract/schemas/nia.ts";
import type { Compared, Comparison } from "../../domain/compare.ts";

const row = <T>({ account, registry, outcome }: Compared<T>) => ({ account, registry, outcome });

/** The table of differences as its owner sees it. */
export const comparisonView = (
  verificationId: string,
  { comparison, digest }: { comparison: Comparison; digest: string },
): z.input<typeof comparisonSchema> => ({
  verificationId,
  digest,
  firstName: row(comparison.firstName),
  lastName: row(comparison.lastName),
  birthDate: row(comparison.birthDate),
  address: row(comparison.address),
});
