import { requireMay } from "../../domain/operator-rights.ts";
import { type OutageBanner, requireSpan } from "../../domain/outage-banner.ts";
import type { Actor } from "../../domain/two-persons.ts";
import type { Banners } from "../ports/banners.ts";
import type { Clock, RandomBytes } from "../ports/platform.ts";
import { retrying } from "../retrying.ts";
import { newId } from "../writing.ts";

type Ports = { banners: Banners; clock: Clock; random: RandomBytes };

/** Shows a banner to everybody, in place of the one that there is. Throws `RoleNotEnough`, `InvalidInput`. */
export const makeSetBanner =
  ({ banners, clock, random }: Ports) =>
  async (command: { actor: Actor; banner: Pick<OutageBanner, "text" | "from" | "until"> }): Promise<void> => {
    const { actor, banner } = command;
    requireMay(actor, "set-outage-banner");
    await retrying(async () => {
      const at = clock();
      requireSpan(banner, at);
      const version = (await banners.current())?.version ?? 0;
      await banners.replace(
        { ...banner, version, setBy: actor.id, setAt: at },
        { id: newId(random), at, action: "outage-banner-set", actor: "operator", operator: actor.id },
      );
    });
  };

/** Nobody is shown the banner any more. Where there is none, nothing happens. Throws `RoleNotEnough`. */
export const makeRemoveBanner =
  ({ banners, clock, random }: Ports) =>
  async ({ actor }: { actor: Actor }): Promise<void> => {
    requireMay(actor, "set-outage-banner");
    await retrying(async () => {
      const at = clock();
      const banner = await banners.current();
      if (banner === undefined || (banner.until !== undefined && banner.until <= at)) return;
      await banners.replace(
        { ...banner, until: at, setBy: actor.id, setAt: at },
        { id: newId(random), at, action: "outage-banner-removed", actor: "operator", operator: actor.id },
      );
    });
  };
