import type { Language } from "../../domain/account.ts";

export interface Problem<Slug extends string = string> {
  status: number;
  /** Stable: `urn:nia-link:problem:<slug>`. */
  slug: Slug;
  title: Record<Language, string>;
  detail: Record<Language, string>;
}

/** A row of the table of problems: title and detail in both languages. */
export const problem = <Slug extends string>(
  status: number,
  slug: Slug,
  cs: [string, string],
  en: [string, string],
): Problem<Slug> => ({
  status,
  slug,
  title: { cs: cs[0], en: en[0] },
  detail: { cs: cs[1], en: en[1] },
});
