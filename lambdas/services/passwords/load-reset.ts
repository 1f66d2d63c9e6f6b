import { servesForReset } from "../../domain/contact.ts";
import { isClosed } from "../../domain/deletion.ts";
import { LinkUsedUp } from "../../domain/errors.ts";
import { isSameSecret, linkSubject } from "../../domain/pin.ts";
import type { PasswordReset } from "../../domain/access-records.ts";
import type { DeriveLinkSecret } from "../ports/platform.ts";
import type { AccountRecords } from "../ports/records.ts";
import { hashOf } from "../sessions/token.ts";
import type { Writing } from "../writing.ts";

interface LoadedReset {
  reset: PasswordReset;
  loaded: AccountRecords;
}

/** What still leads to an account: in time, by the same password, by contacts that serve. Throws `LinkUsedUp`. */
const loadLiving = async ({ records, clock }: Writing, reset?: PasswordReset): Promise<LoadedReset> => {
  const now = clock();
  // One by a verified form has a link and a way of its own (services/login-reset).
  if (reset === undefined || reset.byForm === true || reset.expiresAt <= now)
    throw new LinkUsedUp("no such reset");
  const loaded = await records.account(reset.accountId);
  if (loaded === undefined || isClosed(loaded.account)) throw new LinkUsedUp("the reset leads nowhere");
  const { email, phone, passwordHash } = loaded.account;
  if (reset.passwordMark !== hashOf(passwordHash)) throw new LinkUsedUp("the password was changed since");
  if (!servesForReset(email, now) || !servesForReset(phone, now))
    throw new LinkUsedUp("a contact was changed since");
  return { reset, loaded };
};

/** The reset of a link of a mail. Throws `LinkUsedUp`. */
export const loadByLink = async (
  ports: Writing & { deriveLinkSecret: DeriveLinkSecret },
  id: string,
  secret: string,
): Promise<LoadedReset> => {
  const expected = await ports.deriveLinkSecret(linkSubject("password-reset", id));
  const reset = await ports.records.get("password-reset", { id });
  if (!isSameSecret(secret, expected)) throw new LinkUsedUp("not the secret of the link");
  return await loadLiving(ports, reset);
};

/** The reset whose PIN was entered by whoever holds the handle, at the step it is at. Throws `LinkUsedUp`. */
export const loadByHandle = async (
  ports: Writing,
  id: string,
  handle: string,
  step: PasswordReset["step"],
): Promise<LoadedReset> => {
  const reset = await ports.records.get("password-reset", { id });
  const isHolder = reset?.handleHash === hashOf(handle) && (reset.handleUntil ?? "") > ports.clock();
  if (!isHolder || reset.step !== step) throw new LinkUsedUp("not at this step, or not by this browser");
  return await loadLiving(ports, reset);
};
