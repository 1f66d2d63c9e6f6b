import type { Notification } from "../../domain/notification.ts";
import { instantInPrague } from "../../domain/prague-time.ts";
import type { NiaNotification } from "../ports/nia.ts";

/** An entry of the feed with its time as an instant. What invalidates a pseudonym may come without data. */
export const notificationOf = ({
  id,
  pseudonym,
  at,
  source,
  referenceData,
  pseudonymInvalidated,
}: NiaNotification): Notification => ({
  id,
  pseudonym,
  at: instantInPrague(at),
  source,
  data: referenceData ?? {},
  pseudonymInvalidated,
});
