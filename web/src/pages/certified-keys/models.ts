import type { Output } from "../../api/client.ts";

export type Model = Output<"certifiedKeys">["models"][number];
export type Column = "name" | "level";

/** Levels that can be linked, lowest first. */
export const levels = [
  "FIDO_CERTIFIED_L1",
  "FIDO_CERTIFIED_L1plus",
  "FIDO_CERTIFIED_L2",
  "FIDO_CERTIFIED_L2plus",
  "FIDO_CERTIFIED_L3",
  "FIDO_CERTIFIED_L3plus",
] as const;

const rank = (level: string): number => levels.indexOf(level as (typeof levels)[number]);

export interface Order {
  by: Column;
  descending: boolean;
}

export interface Wanted {
  /** Part of the name. */
  search: string;
  /** The lowest level that is shown; empty shows all. */
  least: string;
  order: Order;
}

/** Models that are wanted, in the order that is wanted; those alike by name. */
export const wantedModels = (models: readonly Model[], { search, least, order }: Wanted): Model[] => {
  const text = search.trim().toLowerCase();
  const byName = (a: Model, b: Model) => a.name.localeCompare(b.name);
  const compare = {
    name: byName,
    level: (a: Model, b: Model) => rank(a.level) - rank(b.level),
  }[order.by];
  return models
    .filter(({ name, level }) => name.toLowerCase().includes(text) && rank(level) >= rank(least))
    .toSorted((a, b) => (order.descending ? compare(b, a) : compare(a, b)) || byName(a, b));
};
