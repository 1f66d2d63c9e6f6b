import type { Output } from "../../api/client.ts";
import { finder } from "../../format/finder.ts";

export type Model = Output<"certifiedKeys">["models"][number];

/** Levels that can be linked, lowest first. */
export const levels = [
  "FIDO_CERTIFIED_L1",
  "FIDO_CERTIFIED_L1plus",
  "FIDO_CERTIFIED_L2",
  "FIDO_CERTIFIED_L2plus",
  "FIDO_CERTIFIED_L3",
  "FIDO_CERTIFIED_L3plus",
] as const;
export const kinds = ["hardware", "platform", "other"] as const;
export const connections = ["usb", "nfc", "ble", "lightning", "smart-card", "internal"] as const;
/** By what a key knows its user. */
export const checks = ["pin", "fingerprint", "face", "other"] as const;
export type Check = (typeof checks)[number];

/** How the list can be ordered; the first is the usual one. */
export const orders = ["level", "level-up", "name", "name-down", "vendor", "vendor-down"] as const;
export type Order = (typeof orders)[number];

export interface Wanted {
  /** Words of name and maker, in any order, case and spelling. */
  search: string;
  /** The lowest level that is shown; empty shows all, here and below. */
  least: (typeof levels)[number] | "";
  kind: (typeof kinds)[number] | "";
  connection: (typeof connections)[number] | "";
  check: Check | "";
  order: Order;
}

/** How a model makes sure of its user; metadata name many ways, people know a few. */
export const checksOf = ({ userVerification }: Pick<Model, "userVerification">): Check[] => {
  const found = new Set(userVerification.map(checkOf));
  return checks.filter((check) => found.has(check));
};

const checkOf = (method: string): Check => {
  if (method.startsWith("passcode")) return "pin";
  if (method.startsWith("fingerprint")) return "fingerprint";
  return method.startsWith("faceprint") ? "face" : "other";
};

/** Models that are wanted, in the order that is wanted; those alike by name. */
export const wantedModels = (models: readonly Model[], wanted: Wanted): Model[] => {
  const hasWords = finder(wanted.search);
  const isWanted = (model: Model) =>
    hasWords(`${model.name} ${model.vendor}`) &&
    rank(model.level) >= rank(wanted.least) &&
    (wanted.kind === "" || model.kind === wanted.kind) &&
    (wanted.connection === "" || model.transports.includes(wanted.connection)) &&
    (wanted.check === "" || checksOf(model).includes(wanted.check));
  return models.filter(isWanted).toSorted(comparison(wanted.order));
};

const rank = (level: string): number => levels.indexOf(level as (typeof levels)[number]);

const byName = (a: Model, b: Model) => a.name.localeCompare(b.name, "cs");

const comparison = (order: Order): ((a: Model, b: Model) => number) => {
  const [by = "", ...rest] = order.split("-");
  const compare =
    {
      level: (a: Model, b: Model) => rank(b.level) - rank(a.level),
      name: byName,
      vendor: (a: Model, b: Model) => a.vendor.localeCompare(b.vendor, "cs"),
    }[by] ?? byName;
  const sign = rest.length > 0 ? -1 : 1;
  return (a, b) => sign * compare(a, b) || byName(a, b);
};
