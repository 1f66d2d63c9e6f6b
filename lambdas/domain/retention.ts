import type { IsoInstant } from "./person.ts";
import type { Entity, OutboxItem } from "./records.ts";
import { secondsAfter } from "./session-times.ts";
import type { Verification } from "./verification.ts";

const DAY = 86_400;

/** Personal data of ended verifications, and answers that fit none, are kept for so long (product.md, "Records"). */
const KEPT_DAYS = 90;
/** Whoever asks why a mail did not come asks within a month. */
const DELIVERED_DAYS = 30;
/** Items that name a contact themselves are gone before a deletion that is asked for now is due. */
const CONTACT_DAYS = 7;

const after = (instant: IsoInstant | undefined, days: number): IsoInstant | undefined =>
  instant === undefined ? undefined : secondsAfter(instant, days * DAY);

/** One that names a pseudonym and was not completed stays: through it alone the deletion of the account finds the claim. */
const isLastTrace = ({ pseudonym, state }: Verification): boolean =>
  pseudonym !== undefined && state !== "completed";

const namesContact = (item: OutboxItem): boolean =>
  item.channel === "phone-shared" || ("to" in item && item.to !== undefined);

/** An answer to this verification may come late: until then its code says whose it was (adr/ended-codes-stay.md). */
export const codeKeptUntil = ({ deadline }: Pick<Verification, "deadline">): IsoInstant =>
  secondsAfter(deadline, KEPT_DAYS * DAY);

/** Until when a record is kept; undefined where it stays until somebody removes it. */
export const keptUntil = (entity: Entity): IsoInstant | undefined => {
  if ("expiresAt" in entity && entity.expiresAt !== undefined) return entity.expiresAt;
  switch (entity.type) {
    case "outbox-item":
      return after(
        entity.deliveredAt ?? entity.givenUpAt,
        namesContact(entity) ? CONTACT_DAYS : DELIVERED_DAYS,
      );
    case "verification":
      return isLastTrace(entity) ? undefined : after(entity.endedAt, KEPT_DAYS);
    case "box-message":
      return entity.state === "archived" ? undefined : after(entity.deliveredAt, KEPT_DAYS);
    case "operator-case":
      // With the message that it is about there is nothing left to decide.
      return after(entity.messageId === undefined ? entity.closed?.at : entity.openedAt, KEPT_DAYS);
    case "reset-form":
      return after((entity.decided ?? entity.registered).at, KEPT_DAYS);
    default:
      return undefined;
  }
};

/** Whether a record is still there for anybody: DynamoDB removes it some days later. */
export const isKept = (entity: Entity, now: IsoInstant): boolean => now < (keptUntil(entity) ?? "9999");
