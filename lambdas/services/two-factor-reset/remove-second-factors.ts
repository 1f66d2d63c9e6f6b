import type { TwoFactorReset } from "../../domain/access-records.ts";
import { servesForReset } from "../../domain/contact.ts";
import { isClosed } from "../../domain/deletion.ts";
import { PinUsedUp, PinWrong } from "../../domain/errors.ts";
import { isSameSecret, pinSubject, requireTriesLeft } from "../../domain/pin.ts";
import type { DerivePin, Passwords } from "../ports/platform.ts";
import type { AccountRecords } from "../ports/records.ts";
import { retrying } from "../retrying.ts";
import { makeCheckPassword } from "../sessions/check-password.ts";
import { endAccess } from "../unlink/end-access.ts";
import type { EndedLink } from "../unlink/end-link.ts";
import { audited, mailTo, message, type Writing } from "../writing.ts";

type Ports = Writing & { derivePin: DerivePin; passwords: Passwords };

interface Entered {
  emailPin: string;
  phonePin: string;
  password: string;
}

/** The reset, in time. Throws `PinUsedUp`. */
const load = async ({ records, clock }: Writing, id: string): Promise<TwoFactorReset> => {
  const reset = await records.get("two-factor-reset", { id });
  if (reset === undefined || reset.expiresAt <= clock()) throw new PinUsedUp("no such reset");
  return reset;
};

/** Throws `PinUsedUp`. */
const requireReachable = ({ account, keys, certificates }: AccountRecords, now: string): void => {
  if (isClosed(account)) throw new PinUsedUp("the account is being deleted");
  if (!servesForReset(account.email, now) || !servesForReset(account.phone, now))
    throw new PinUsedUp("a contact was changed since");
  if (keys.length + certificates.length === 0) throw new PinUsedUp("there is nothing left to remove");
};

/**
 * PIN1, PIN2 and the password together: every key and certificate is removed, the link and every session end, and both
 * contacts are told. A try counts before anything of it is looked at, and one that is wrong takes as long as a check of
 * the password, whatever is wrong. Throws `PinWrong`, `PinUsedUp`, and `CredentialsWrong` or `PasswordBlocked` only to
 * who knows both PINs.
 */
export const makeRemoveSecondFactors = (ports: Ports) => {
  const { records, clock, passwords } = ports;
  const checkPassword = makeCheckPassword(ports);

  const takeTry = async (id: string): Promise<TwoFactorReset> =>
    await retrying(async () => {
      const reset = await load(ports, id);
      requireTriesLeft(reset.tries);
      await records.commit([{ put: { ...reset, tries: reset.tries + 1 } }]);
      return reset;
    });

  const arePinsRight = async ({ id, accountId }: TwoFactorReset, entered: Entered): Promise<boolean> => {
    const expected = async (purpose: "two-factor-reset-email-pin" | "two-factor-reset-phone-pin") =>
      await ports.derivePin(pinSubject(purpose, id, 1));
    const isEmailPin = isSameSecret(entered.emailPin, await expected("two-factor-reset-email-pin"));
    const isPhonePin = isSameSecret(entered.phonePin, await expected("two-factor-reset-phone-pin"));
    return isEmailPin && isPhonePin && accountId !== "";
  };

  const remove = async (reset: TwoFactorReset, loaded: AccountRecords): Promise<EndedLink> => {
    const at = clock();
    const ended = endAccess(ports, at, loaded, { way: "two-factor-reset", actor: "user" });
    const { account, linkEnded } = ended;
    await records.commit([
      { put: { ...account, wrongPasswords: 0 } },
      { remove: reset },
      ...ended.writes,
      // The end of the link is told of by a mail that says the rest too.
      ...(linkEnded ? [] : [mailTo(ports, at, account, "two-factor-reset")]),
      message(ports, at, "sms", { template: "two-factor-reset", accountId: account.id }),
      audited(ports, at, { action: "two-factor-reset", actor: "user", accountId: account.id }),
    ]);
    return ended;
  };

  return async (command: Entered & { resetId: string }): Promise<Pick<EndedLink, "linkEnded">> => {
    const tried = await takeTry(command.resetId);
    if (!(await arePinsRight(tried, command))) {
      await passwords.verify(command.password, undefined);
      throw new PinWrong("PIN1 or PIN2 does not match");
    }
    return await retrying(async () => {
      const [reset, loaded] = await Promise.all([load(ports, tried.id), records.account(tried.accountId)]);
      if (loaded === undefined) throw new PinUsedUp("the account is gone");
      requireReachable(loaded, clock());
      const account = await checkPassword(loaded.account, command.password);
      const { linkEnded } = await remove(reset, { ...loaded, account });
      return { linkEnded };
    });
  };
};
