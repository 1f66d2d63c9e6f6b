import type { AuthenticatorState } from "./authenticator.ts";

/** Levels of assurance of Regulation (EU) 910/2014 (eIDAS), article 8, lowest first. */
export const levelsOfAssurance = ["low", "substantial", "high"] as const;
export type LevelOfAssurance = (typeof levelsOfAssurance)[number];

/** How a level that is asked for compares with the one that is reached (SAML 2.0 core, 3.3.2.2.1). */
export const comparisons = ["exact", "minimum", "better", "maximum"] as const;
export type Comparison = (typeof comparisons)[number];

/** Which levels a service provider takes: the classes as it lists them, known to us or not. */
export interface RequestedLevel {
  comparison: Comparison;
  classes: readonly string[];
}

/** What is required of who does not say. */
export const requiredByDefault: RequestedLevel = {
  comparison: "minimum",
  classes: ["http://eidas.europa.eu/LoA/substantial"],
};

const prefix = "http://eidas.europa.eu/LoA/";

/** The authentication context class that stands for a level. */
export const classOf = (level: LevelOfAssurance): string => `${prefix}${level}`;

/** The level that a class stands for, by the whole text; none for classes of others. */
export const levelOf = (contextClass: string): LevelOfAssurance | undefined =>
  levelsOfAssurance.find((level) => classOf(level) === contextClass);

const rank = (level: LevelOfAssurance): number => levelsOfAssurance.indexOf(level);

/** What of a user takes part in a login, each at its own level. */
export interface LoginGround {
  /** How well it was verified who the user is. */
  identity: LevelOfAssurance;
  /** Of the key that was really used now, not of the best one. */
  key: LevelOfAssurance;
  /** What NIA holds of that key. */
  state: AuthenticatorState;
}

/** The level of a login: of its weakest part, and none where NIA does not hold the key as active. */
export const reachedLevel = ({ identity, key, state }: LoginGround): LevelOfAssurance | undefined => {
  if (state !== "active") return undefined;
  return rank(identity) < rank(key) ? identity : key;
};

type Compare = (reached: number, listed: number[]) => boolean;
const compare: Readonly<Record<Comparison, Compare>> = {
  exact: (reached, listed) => listed.includes(reached),
  minimum: (reached, listed) => reached >= Math.min(...listed),
  better: (reached, listed) => reached > Math.max(...listed),
  maximum: (reached, listed) => reached <= Math.max(...listed),
};

/**
 * Whether a level is one that is asked for. Classes of others are passed over, except that nothing is known to be
 * better than they are; where there are only such, no level will do.
 */
export const satisfies = (reached: LevelOfAssurance, { comparison, classes }: RequestedLevel): boolean => {
  const known = classes.map(levelOf).filter((level) => level !== undefined);
  if (known.length === 0 || (comparison === "better" && known.length < classes.length)) return false;
  return compare[comparison](rank(reached), known.map(rank));
};
