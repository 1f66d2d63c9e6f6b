import { type CertificationLevel, certificationLevels } from "./security-key.ts";

/** Where metadata see a model. */
export interface ModelStanding {
  level: CertificationLevel;
  disqualifiedBy?: string;
}

/** By model key. */
export type ModelStandings = Readonly<Record<string, ModelStanding>>;

export const changeKinds = [
  "added",
  "removed",
  "level-up",
  "level-down",
  "disqualified",
  "disqualified-otherwise",
  "lifted",
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What is different between two sets of metadata: each model that is, with how. A model may differ in two ways. */
export const changesBetween = (before: ModelStandings, after: ModelStandings): Map<string, ChangeKind[]> => {
  const changes = new Map<string, ChangeKind[]>();
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const kinds = kindsOf(before[key], after[key]);
    if (kinds.length > 0) changes.set(key, kinds);
  }
  return changes;
};

const kindsOf = (before: ModelStanding | undefined, after: ModelStanding | undefined): ChangeKind[] => {
  if (after === undefined) return ["removed"];
  if (before === undefined) return after.disqualifiedBy === undefined ? ["added"] : ["added", "disqualified"];
  return [...levelKinds(before, after), ...statusKinds(before.disqualifiedBy, after.disqualifiedBy)];
};

const levelKinds = (before: ModelStanding, after: ModelStanding): ChangeKind[] => {
  const steps = certificationLevels.indexOf(after.level) - certificationLevels.indexOf(before.level);
  if (steps === 0) return [];
  return [steps > 0 ? "level-up" : "level-down"];
};

const statusKinds = (before: string | undefined, after: string | undefined): ChangeKind[] => {
  if (before === after) return [];
  if (before === undefined) return ["disqualified"];
  return [after === undefined ? "lifted" : "disqualified-otherwise"];
};

/** How many models changed in each way; those in which none did are left out. */
export const countChanges = (
  changes: ReadonlyMap<string, ChangeKind[]>,
): Partial<Record<ChangeKind, number>> => {
  const all = [...changes.values()].flat();
  const counts = changeKinds.map((kind) => [kind, all.filter((other) => other === kind).length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
};
