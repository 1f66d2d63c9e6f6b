import type { IsoInstant } from "./person.ts";
import type { FeedData } from "./registry-sync.ts";

/** One entry of NIA's change feed (nia-soap.md, 8.4). */
export interface Notification {
  /** NotifikaceIdpId: digits; more than a number of JavaScript holds. */
  id: string;
  pseudonym: string;
  at: IsoInstant;
  /** ROBREF: reference data changed. EVPROST: the state of one of the person's authenticators did. */
  source: "ROBREF" | "EVPROST";
  data: FeedData;
  pseudonymInvalidated: boolean;
}
