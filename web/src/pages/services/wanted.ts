import type { Language } from "../../../../lambdas/domain/account.ts";
import type { Output } from "../../api/client.ts";
import { finder } from "../../format/finder.ts";

export type Service = Output<"governmentServices">["services"][number];

export interface View {
  /** Words of name, description and authority, in any order, case and spelling. */
  search: string;
  /** Only those that a linked key opens. */
  reachable: boolean;
}

/** The view that an address asks for. */
export const viewOf = (address: URLSearchParams): View => ({
  search: (address.get("search") ?? "").slice(0, 100),
  reachable: address.get("reachable") === "yes",
});

/** The address of a view: what is as usual is left out. */
export const addressOf = ({ search, reachable }: View): URLSearchParams =>
  new URLSearchParams({ ...(search === "" ? {} : { search }), ...(reachable ? { reachable: "yes" } : {}) });

/** Whether a linked key, whose level is substantial, is enough for it. */
export const isReachable = ({ leastLevel }: Pick<Service, "leastLevel">): boolean => leastLevel !== "high";

/** Services that are wanted, by name. Found by the words of either language. */
export const wantedServices = (services: readonly Service[], view: View, language: Language): Service[] => {
  const hasWords = finder(view.search);
  const words = ({ name, description, provider }: Service): string =>
    [name, description, provider].flatMap(({ cs, en }) => [cs, en]).join(" ");
  return services
    .filter((service) => hasWords(words(service)) && (!view.reachable || isReachable(service)))
    .toSorted((a, b) => a.name[language].localeCompare(b.name[language], language));
};
