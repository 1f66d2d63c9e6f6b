import { servesForReset } from "../../domain/contact.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { PasswordReset } from "../../domain/access-records.ts";
import { mayRecover } from "../../domain/recovery.ts";
import { secondsAfter } from "../../domain/session-times.ts";
import { findAccount } from "../find-account.ts";
import type { ControlCodes } from "../ports/platform.ts";
import type { AccountRecords } from "../ports/records.ts";
import { retrying } from "../retrying.ts";
import { hashOf, makeHandle } from "../sessions/token.ts";
import { audited, newId, type Writing } from "../writing.ts";
import { recoveryWrites } from "./recovery-writes.ts";

const VALID_SECONDS = 3 * 86_400;

type Verdict = "sent" | "too-soon" | "too-many" | "no-account";

const judge = (found: AccountRecords | undefined, now: IsoInstant): Verdict => {
  if (found === undefined) return "no-account";
  const { account } = found;
  if (!mayRecover(account, "reset", now)) return "too-many";
  return servesForReset(account.email, now) && servesForReset(account.phone, now) ? "sent" : "too-soon";
};

/**
 * Asks for a new password: a link goes to the e-mail of the account, no more than five times a day. Whether there is
 * such an account shows neither in the answer nor in what is done for it. Throws `ControlCodeRefused`.
 */
export const makeRequestReset =
  (writing: Writing & { controlCodes: ControlCodes }) =>
  async (command: { login: string; controlCode: string }): Promise<void> => {
    const { records, clock, random } = writing;
    await writing.controlCodes.redeem(command.controlCode);
    await retrying(async () => {
      const found = await findAccount(records, command.login);
      const at = clock();
      const verdict = judge(found, at);
      const leads = verdict === "sent" ? found?.account : undefined;
      const reset: PasswordReset = {
        type: "password-reset",
        id: newId(random),
        version: 0,
        accountId: leads?.id ?? "",
        passwordMark: hashOf(leads?.passwordHash ?? makeHandle(random)),
        step: "link",
        round: 0,
        wrongPins: 0,
        expiresAt: secondsAfter(at, VALID_SECONDS),
      };
      await records.commit([
        { put: reset },
        ...recoveryWrites(writing, at, {
          kind: "reset",
          account: verdict === "too-many" ? undefined : found?.account,
          messages: [
            {
              channel: "mail",
              template: verdict === "too-soon" ? "password-reset-too-soon" : "password-reset",
            },
          ],
          subjectId: reset.id,
        }),
        audited(writing, at, {
          action: "password-reset-asked",
          actor: "user",
          ...(found === undefined ? {} : { accountId: found.account.id }),
          reason: verdict,
        }),
      ]);
    });
  };
