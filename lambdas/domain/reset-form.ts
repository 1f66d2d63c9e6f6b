import { InvalidInput, WrongState } from "./errors.ts";
import { requireAnother, requireMay, requireNotOwn } from "./operator-rights.ts";
import type { IsoDate, IsoInstant } from "./person.ts";
import type { Actor } from "./two-persons.ts";

/** How a form came, and with it who has made sure whose it is (product.md, way 5 to unlink). */
export const resetFormKinds = ["in-person", "data-box", "certified-signature"] as const;
export type ResetFormKind = (typeof resetFormKinds)[number];

export const scanTypes = ["application/pdf", "image/jpeg", "image/png"] as const;
export type ScanType = (typeof scanTypes)[number];

/** Pages of a form at a resolution at which a stamp can be read; no more fits into an answer of the API. */
export const SCAN_MOST_BYTES = 4 * 1024 * 1024;

const beginnings: Record<ScanType, readonly number[]> = {
  "application/pdf": [0x25, 0x50, 0x44, 0x46, 0x2d],
  "image/jpeg": [0xff, 0xd8, 0xff],
  "image/png": [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
};

/** What a file is, whatever it is called; undefined where it is nothing of what a scan may be. */
export const scanTypeOf = (content: Uint8Array): ScanType | undefined =>
  scanTypes.find((type) => beginnings[type].every((byte, at) => content[at] === byte));

/** The picture of a form, as it was sent to the store. */
export interface Scan {
  /** Its name in the store. */
  id: string;
  mediaType: ScanType;
  bytes: number;
  /** SHA-256, hexadecimal. */
  sha256: string;
}

/** Why a form is refused: a code, for it is audited and told to the account's owner. */
export const refusalReasons = [
  "identity-not-verified",
  "incomplete",
  "another-account",
  "forged",
  "repeated",
  "withdrawn",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** A verified request to reset the login of an account: one operator registers it, another one decides. */
export interface ResetForm {
  type: "reset-form";
  id: string;
  version: number;
  accountId: string;
  state: "registered" | "approved" | "refused";
  kind: ResetFormKind;
  /** Who has verified it and how: the officer, the kind of the document, the notary's or office's number. */
  verifiedHow: string;
  /** The day on the form. */
  dated: IsoDate;
  /** Under which number it is filed. */
  reference: string;
  /** Where the link for a new password goes: as the verified form says, not as the account does. */
  email: string;
  scan: Scan;
  registered: { by: string; at: IsoInstant };
  decided?: { by: string; at: IsoInstant; reason?: RefusalReason };
}

const DAY_MS = 86_400_000;
/** An older one says little of what its writer wants today. */
const OLDEST_DAYS = 90;

/** Throws `InvalidInput` for a form from the future or from long ago. */
export const requireTimely = (dated: IsoDate, now: IsoInstant): void => {
  const age = (Date.parse(now) - Date.parse(dated)) / DAY_MS;
  // The day has begun in Prague two hours before it has in UTC.
  if (age < -2 / 24 || age > OLDEST_DAYS) throw new InvalidInput([{ pointer: "/dated", code: "untimely" }]);
};

/** Whether this operator may decide on the form now. Throws `RoleNotEnough`, `OwnAccount`, `OwnRequest`, `WrongState`. */
const requireDecidable = (form: ResetForm, actor: Actor): void => {
  requireMay(actor, "decide-reset-form");
  requireNotOwn(actor, form.accountId);
  if (form.state !== "registered") throw new WrongState(`the form is ${form.state}`);
  requireAnother(actor, form.registered.by);
};

/** Throws as `requireDecidable`. */
export const approveForm = (form: ResetForm, actor: Actor, at: IsoInstant): ResetForm => {
  requireDecidable(form, actor);
  return { ...form, state: "approved", decided: { by: actor.id, at } };
};

/** Throws as `requireDecidable`. */
export const refuseForm = (
  form: ResetForm,
  reason: RefusalReason,
  actor: Actor,
  at: IsoInstant,
): ResetForm => {
  requireDecidable(form, actor);
  return { ...form, state: "refused", decided: { by: actor.id, at, reason } };
};
