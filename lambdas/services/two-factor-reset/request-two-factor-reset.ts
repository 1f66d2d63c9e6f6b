import { servesForReset } from "../../domain/contact.ts";
import type { IsoInstant } from "../../domain/person.ts";
import { mayRecover } from "../../domain/recovery.ts";
import { secondsAfter } from "../../domain/session-times.ts";
import { findAccount } from "../find-account.ts";
import { type RecoveryMessage, recoveryWrites } from "../passwords/recovery-writes.ts";
import type { ControlCodes } from "../ports/platform.ts";
import type { AccountRecords } from "../ports/records.ts";
import { retrying } from "../retrying.ts";
import { audited, newId, type Writing } from "../writing.ts";

const VALID_SECONDS = 900;

type Verdict = "sent" | "too-soon" | "too-many" | "nothing-to-remove" | "no-account";

const judge = (found: AccountRecords | undefined, now: IsoInstant): Verdict => {
  if (found === undefined) return "no-account";
  const { account, keys, certificates } = found;
  if (!mayRecover(account, "twoFactor", now)) return "too-many";
  if (!servesForReset(account.email, now) || !servesForReset(account.phone, now)) return "too-soon";
  return keys.length + certificates.length === 0 ? "nothing-to-remove" : "sent";
};

const pins: readonly RecoveryMessage[] = [
  { channel: "mail", template: "two-factor-reset-email-pin" },
  { channel: "sms", template: "two-factor-reset-phone-pin" },
];

/** Who asks is never told which of these it was; the account's owner is, at both contacts where anything is at stake. */
const messages: Record<Verdict, readonly RecoveryMessage[]> = {
  sent: pins,
  "too-soon": [
    { channel: "mail", template: "two-factor-reset-too-soon" },
    { channel: "sms", template: "two-factor-reset-too-soon" },
  ],
  "nothing-to-remove": [
    { channel: "mail", template: "two-factor-reset-unneeded" },
    { channel: "sms", template: "two-factor-reset-unneeded", unsent: true },
  ],
  "too-many": pins,
  "no-account": pins,
};

/**
 * Asks for a two-factor reset: PIN1 goes to the account's e-mail and PIN2 to its phone, no more than five times a day,
 * each with what to do if it was somebody else. Whether there is such an account shows neither in the answer nor in what
 * is done for it. Throws `ControlCodeRefused`.
 */
export const makeRequestTwoFactorReset =
  (writing: Writing & { controlCodes: ControlCodes }) =>
  async (command: { login: string; controlCode: string }): Promise<{ id: string }> => {
    const { records, clock, random } = writing;
    await writing.controlCodes.redeem(command.controlCode);
    return await retrying(async () => {
      const found = await findAccount(records, command.login);
      const at = clock();
      const verdict = judge(found, at);
      const id = newId(random);
      const accountId = verdict === "sent" ? (found?.account.id ?? "") : "";
      await records.commit([
        {
          put: {
            type: "two-factor-reset",
            id,
            version: 0,
            accountId,
            tries: 0,
            expiresAt: secondsAfter(at, VALID_SECONDS),
          },
        },
        ...recoveryWrites(writing, at, {
          kind: "twoFactor",
          account: verdict === "too-many" ? undefined : found?.account,
          messages: messages[verdict],
          subjectId: id,
        }),
        audited(writing, at, {
          action: "two-factor-reset-asked",
          actor: "user",
          ...(found === undefined ? {} : { accountId: found.account.id }),
          reason: verdict,
        }),
      ]);
      return { id };
    });
  };
