import type { IsoInstant } from "../../domain/person.ts";
import type { PortalMetadata } from "./service-provider.ts";

/** When the portal's metadata were last downloaded and verified is kept with them. */
export type StoredPortalMetadata = PortalMetadata & { checkedAt: IsoInstant };

/** The last good copy of the metadata of NIA's portal. */
export interface PortalCatalogue {
  current(): Promise<StoredPortalMetadata | undefined>;
  store(metadata: StoredPortalMetadata): Promise<void>;
}
