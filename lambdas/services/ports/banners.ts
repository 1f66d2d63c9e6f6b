import type { AuditEvent } from "../../domain/audit.ts";
import type { OutageBanner } from "../../domain/outage-banner.ts";

/** The banner of an outage. It stands where everybody's function may read it, apart from all that is anyone's own. */
export interface Banners {
  current(): Promise<OutageBanner | undefined>;
  /** With its audit event, both or none. Throws `Conflict` where the banner is not as it was read. */
  replace(next: OutageBanner, audit: AuditEvent): Promise<void>;
}
