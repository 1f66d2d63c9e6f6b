import { CONFIRMATION_MINUTES } from "../../domain/confirmation.ts";
import { NotFound, PinUsedUp } from "../../domain/errors.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { Confirmation, Session } from "../../domain/records.ts";
import { secondsAfter } from "../../domain/session-times.ts";
import type { AccountRecords, Write } from "../ports/records.ts";
import { audited, type Writing } from "../writing.ts";
import { rotated } from "./open-session.ts";

/** A confirmation of this very session that is still open. Throws `NotFound`, `PinUsedUp`. */
export const openConfirmation = (
  { confirmations }: AccountRecords,
  session: Session,
  id: string,
  now: IsoInstant,
): Confirmation => {
  const confirmation = confirmations.find((entry) => entry.id === id && entry.sessionId === session.id);
  if (confirmation === undefined) throw new NotFound(`confirmation ${id} is not there`);
  if (confirmation.expiresAt <= now) throw new PinUsedUp("the confirmation login took too long");
  return confirmation;
};

/** The session with the purpose opened, under a new token; the old token and the confirmation end. */
export const finishConfirmation = (
  writing: Writing,
  session: Session,
  confirmation: Confirmation,
): { writes: Write[]; outcome: { state: "confirmed"; until: string; token: string; session: Session } } => {
  const at = writing.clock();
  const until = secondsAfter(at, CONFIRMATION_MINUTES * 60);
  const { purpose, keysTouched: keyIds } = confirmation;
  const next = rotated(writing.random, session, [
    ...session.confirmed.filter((entry) => entry.purpose !== purpose && entry.until > at),
    { purpose, until, keyIds },
  ]);
  const writes: Write[] = [
    { remove: confirmation },
    { remove: session },
    { put: next.session },
    audited(writing, at, {
      action: "confirmed",
      actor: "user",
      accountId: session.accountId,
      reason: purpose,
    }),
  ];
  return { writes, outcome: { state: "confirmed", until, ...next } };
};
