import type { Clock } from "../ports/platform.ts";
import type { PortalCatalogue } from "../ports/portal-catalogue.ts";

export interface KnownPortal {
  clock: Clock;
  portal: Pick<PortalCatalogue, "current">;
}

/** What the portal signs with as far as is known: none before its metadata came, nor once they are over. */
export const usableCertificates = async ({ clock, portal }: KnownPortal): Promise<readonly string[]> => {
  const known = await portal.current();
  const isOver = known?.validUntil !== undefined && known.validUntil <= clock();
  return known === undefined || isOver ? [] : known.signingCertificates;
};
