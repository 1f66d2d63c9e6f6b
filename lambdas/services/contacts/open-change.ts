import { PinUsedUp } from "../../domain/errors.ts";
import { requireTriesLeft } from "../../domain/pin.ts";
import type { ContactChange } from "../../domain/access-records.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { AccountRecords } from "../ports/records.ts";

/** Whether a change still waits for its PIN. */
export const isWaiting =
  (now: IsoInstant) =>
  ({ expiresAt }: ContactChange): boolean =>
    expiresAt > now;

/** A change that waits for its PIN and has tries left. Throws `PinUsedUp`. */
export const openChange = (
  { contactChanges }: Pick<AccountRecords, "contactChanges">,
  id: string,
  now: IsoInstant,
): ContactChange => {
  const change = contactChanges.filter(isWaiting(now)).find((one) => one.id === id);
  if (change === undefined) throw new PinUsedUp("no such change of a contact");
  requireTriesLeft(change.wrongPins);
  return change;
};
