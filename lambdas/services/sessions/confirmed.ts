import { CertificateNotEnough, ConfirmationNeeded } from "../../domain/errors.ts";
import type { ConfirmationPurpose } from "../../domain/confirmation.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { Session } from "../../domain/records.ts";

/** The keys that were touched for a purpose. */
export const confirmedKeys = (session: Session, purpose: ConfirmationPurpose): string[] =>
  session.confirmed.find((entry) => entry.purpose === purpose)?.keyIds ?? [];

/**
 * A session that a certificate opened serves for everyday things; it proves neither the password nor the key. Throws
 * `CertificateNotEnough`.
 */
export const requirePassword = ({ method }: Session): void => {
  if (method === "certificate") throw new CertificateNotEnough("a certificate opened the session");
};

/** Throws `ConfirmationNeeded` unless a confirmation login for this purpose is still valid. */
export const requireConfirmed = (session: Session, purpose: ConfirmationPurpose, now: IsoInstant): void => {
  const entry = session.confirmed.find((confirmed) => confirmed.purpose === purpose);
  if (entry === undefined || entry.until <= now) throw new ConfirmationNeeded(purpose);
};
