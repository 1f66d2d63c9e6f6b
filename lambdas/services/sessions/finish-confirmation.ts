import { CONFIRMATION_MINUTES } from "../../domain/confirmation.ts";
import { NotFound, NotLoggedIn, PinUsedUp } from "../../domain/errors.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { Confirmation } from "../../domain/access-records.ts";
import type { Session } from "../../domain/records.ts";
import { secondsAfter } from "../../domain/session-times.ts";
import type { AccountRecords, Write } from "../ports/records.ts";
import { audited, type Writing } from "../writing.ts";
import { requirePassword } from "./confirmed.ts";
import { rotated } from "./open-session.ts";

/**
 * The session as it is stored now. Throws `NotLoggedIn` where another request has replaced its token since: only what
 * came by the present token may replace it, so that no browser is left with an old one, in whatever order the answers
 * reach it.
 */
export const presentSession = ({ sessions }: AccountRecords, session: Session): Session => {
  const present = sessions.find(({ id }) => id === session.id);
  if (present?.tokenHash !== session.tokenHash) throw new NotLoggedIn("the token was replaced");
  return present;
};

/** A confirmation of this very session that is still open. Throws `CertificateNotEnough`, `NotFound`, `PinUsedUp`. */
export const openConfirmation = (
  { confirmations }: AccountRecords,
  session: Session,
  id: string,
  now: IsoInstant,
): Confirmation => {
  requirePassword(session);
  const confirmation = confirmations.find((entry) => entry.id === id && entry.sessionId === session.id);
  if (confirmation === undefined) throw new NotFound(`confirmation ${id} is not there`);
  if (confirmation.expiresAt <= now) throw new PinUsedUp("the confirmation login took too long");
  return confirmation;
};

/** The session with the purpose opened, under a new token; the confirmation ends. */
export const finishConfirmation = (
  writing: Writing,
  session: Session,
  confirmation: Confirmation,
): { writes: Write[]; outcome: { state: "confirmed"; until: string; token: string; session: Session } } => {
  const at = writing.clock();
  const until = secondsAfter(at, CONFIRMATION_MINUTES * 60);
  const { purpose, keysTouched: keyIds } = confirmation;
  const keyId = keyIds.at(-1);
  const touched = keyId === undefined ? session : { ...session, touched: { keyId, at } };
  const next = rotated(writing.random, at, touched, [
    ...session.confirmed.filter((entry) => entry.purpose !== purpose && entry.until > at),
    { purpose, until, keyIds },
  ]);
  const writes: Write[] = [
    { remove: confirmation },
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
