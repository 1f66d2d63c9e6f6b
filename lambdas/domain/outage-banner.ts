import { InvalidInput } from "./errors.ts";
import type { Language } from "./account.ts";
import type { IsoInstant } from "./person.ts";

/** What every user is told while something does not work, or before it will not. There is one, or none. */
export interface OutageBanner {
  version: number;
  text: Record<Language, string>;
  from: IsoInstant;
  until?: IsoInstant | undefined;
  /** Operator's id. */
  setBy: string;
  setAt: IsoInstant;
}

/** Throws `InvalidInput` where it would end before it begins, or is over already. */
export const requireSpan = ({ from, until }: Pick<OutageBanner, "from" | "until">, now: IsoInstant): void => {
  if (until !== undefined && (until <= from || until <= now))
    throw new InvalidInput([{ pointer: "/until", code: "untimely" }]);
};

/** What is to be shown from now on, for it may begin while a page is open; undefined where it is over. */
export const stillToShow = (
  banner: OutageBanner | undefined,
  now: IsoInstant,
): Pick<OutageBanner, "text" | "from" | "until"> | undefined => {
  if (banner === undefined || (banner.until !== undefined && banner.until <= now)) return undefined;
  const { text, from, until } = banner;
  return { text, from, ...(until === undefined ? {} : { until }) };
};
