import { isClosed } from "../../domain/deletion.ts";
import { PinUsedUp, PinWrong } from "../../domain/errors.ts";
import { withPassword } from "../../domain/password.ts";
import { isSameSecret, pinSubject, requireTriesLeft } from "../../domain/pin.ts";
import { mayRecover } from "../../domain/recovery.ts";
import { secondsAfter } from "../../domain/session-times.ts";
import { findAccount } from "../find-account.ts";
import { loadAccount } from "../load-account.ts";
import type { ControlCodes, DerivePin } from "../ports/platform.ts";
import { retrying } from "../retrying.ts";
import { audited, mailTo, newId, type Writing } from "../writing.ts";
import { recoveryWrites } from "./recovery-writes.ts";

const VALID_SECONDS = 3600;

/**
 * Asks to unblock password login: where it is blocked, a PIN goes to the e-mail, no more than five times a day. The
 * answer is the same where it is not, or where there is no account. Throws `ControlCodeRefused`.
 */
export const makeRequestUnblocking =
  (writing: Writing & { controlCodes: ControlCodes }) =>
  async (command: { login: string; controlCode: string }): Promise<{ id: string }> => {
    const { records, clock, random } = writing;
    await writing.controlCodes.redeem(command.controlCode);
    return await retrying(async () => {
      const found = await findAccount(records, command.login);
      const at = clock();
      const isBlocked = found?.account.passwordBlockedAt !== undefined;
      const account = isBlocked && mayRecover(found.account, "unblock", at) ? found.account : undefined;
      const id = newId(random);
      await records.commit([
        {
          put: {
            type: "unblocking",
            id,
            version: 0,
            accountId: account?.id ?? "",
            wrongPins: 0,
            expiresAt: secondsAfter(at, VALID_SECONDS),
          },
        },
        ...recoveryWrites(writing, at, {
          kind: "unblock",
          account,
          messages: [{ channel: "mail", template: "unblock-pin" }],
          subjectId: id,
        }),
      ]);
      return { id };
    });
  };

/** The PIN from the e-mail: password login is open again. Throws `PinWrong`, `PinUsedUp`. */
export const makeUnblock = (writing: Writing & { derivePin: DerivePin }) => {
  const { records, clock } = writing;
  return async (command: { id: string; pin: string }): Promise<void> =>
    await retrying(async () => {
      const unblocking = await records.get("unblocking", { id: command.id });
      const at = clock();
      if (unblocking === undefined || unblocking.expiresAt <= at) throw new PinUsedUp("no such unblocking");
      requireTriesLeft(unblocking.wrongPins);
      const expected = await writing.derivePin(pinSubject("unblock-pin", unblocking.id, 1));
      if (!isSameSecret(command.pin, expected) || unblocking.accountId === "") {
        await records.commit([{ put: { ...unblocking, wrongPins: unblocking.wrongPins + 1 } }]);
        throw new PinWrong("the PIN does not match");
      }
      const { account } = await loadAccount(records, unblocking.accountId);
      if (isClosed(account)) throw new PinUsedUp("the account is being deleted");
      await records.commit([
        { put: withPassword(account, account.passwordHash) },
        { remove: unblocking },
        mailTo(writing, at, account, "password-unblocked"),
        audited(writing, at, { action: "password-unblocked", actor: "user", accountId: account.id }),
      ]);
    });
};
