import { localInPrague } from "./prague-time.ts";
import type { Notification, ReferenceChange } from "./state.ts";
import type { World } from "./world.ts";

const texts = {
  ROBREF: "Změna referenčních údajů ROB.",
  EVPROST: "Aktualizace stavu identifikátoru prostředku pro elektronickou identifikaci",
} as const;

export interface NewNotification {
  /** By default the next number, with gaps as in the real feed. */
  readonly id?: number | undefined;
  readonly provider?: string;
  readonly bsi: string;
  /** Prague time without a zone; by default now. */
  readonly at?: string | undefined;
  readonly source: "ROBREF" | "EVPROST";
  readonly referenceData?: ReferenceChange | undefined;
  readonly pseudonymInvalidated?: boolean | undefined;
}

export function addNotification(world: World, wish: NewNotification): Notification {
  const added: Notification = {
    id: wish.id ?? nextId(world),
    ...(wish.provider === undefined ? {} : { provider: wish.provider }),
    bsi: wish.bsi,
    at: wish.at ?? localInPrague(world.now()),
    source: wish.source,
    text: texts[wish.source],
    ...(wish.referenceData === undefined ? {} : { referenceData: wish.referenceData }),
    pseudonymInvalidated: wish.pseudonymInvalidated ?? false,
  };
  world.state.notifications = [...world.state.notifications, added].toSorted((a, b) => a.id - b.id);
  return added;
}

function nextId(world: World): number {
  const last = world.state.notifications.at(-1)?.id ?? 11_600;
  return last + 1 + ((last * 7) % 5);
}

export interface FeedOptions {
  /** Whether the number that is asked from is in the answer itself. */
  readonly cursor: "inclusive" | "exclusive";
  readonly pageSize: number;
  /** Without NotifikaceIdpPosledniId and ExistujiDalsiNotifikace, as in the real reply of 2020. */
  readonly oldForm: boolean;
}

/** The page that starts at that number, or at the first record. */
export function feedPage(
  world: World,
  provider: string,
  from: bigint | undefined,
  { cursor, pageSize }: FeedOptions,
): { readonly page: Notification[]; readonly more: boolean } {
  const starts = (id: number) =>
    from === undefined || BigInt(id) > from || (cursor === "inclusive" && BigInt(id) === from);
  const waiting = world.state.notifications.filter(
    (one) => starts(one.id) && (one.provider ?? provider) === provider,
  );
  return { page: waiting.slice(0, pageSize), more: waiting.length > pageSize };
}
