import { checks, connections, kinds, levels, orders, type Wanted } from "./models.ts";

/** What of the list is shown. */
export interface View extends Wanted {
  /** From 1. */
  page: number;
}

/** Of what an address may say; anything else says nothing. */
const oneOf = <T extends string>(known: readonly T[], value: string | null): T | "" =>
  known.find((one) => one === value) ?? "";

/** The view that an address asks for. */
export const viewOf = (address: URLSearchParams): View => {
  const page = Number(address.get("page") ?? "1");
  return {
    search: (address.get("search") ?? "").slice(0, 100),
    least: oneOf(levels, address.get("level")),
    kind: oneOf(kinds, address.get("kind")),
    connection: oneOf(connections, address.get("connection")),
    check: oneOf(checks, address.get("check")),
    order: oneOf(orders, address.get("order")) || orders[0],
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
};

/** The address of a view: what is as usual is left out. */
export const addressOf = ({ search, least, kind, connection, check, order, page }: View): URLSearchParams => {
  const said: Record<string, string> = {
    search,
    level: least,
    kind,
    connection,
    check,
    order: order === orders[0] ? "" : order,
    page: page === 1 ? "" : String(page),
  };
  return new URLSearchParams(Object.entries(said).filter(([, value]) => value !== ""));
};

export const PAGE_SIZE = 25;

/** One page of a list; one past the end is the last. */
export const pageOf = <T>(all: readonly T[], page: number) => {
  const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  const shown = Math.min(page, pages);
  return { page: shown, pages, items: all.slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE) };
};
