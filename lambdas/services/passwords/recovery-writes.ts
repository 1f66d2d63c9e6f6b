import type { Account } from "../../domain/account.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { MessageTemplate } from "../../domain/records.ts";
import { type RecoveryKind, withRecovery } from "../../domain/recovery.ts";
import type { Write } from "../ports/records.ts";
import { message, newId, unsentMessage, type Writing } from "../writing.ts";

interface Recovery {
  kind: RecoveryKind;
  /** Whom to help; undefined where nobody is to get a mail. */
  account: Account | undefined;
  template: MessageTemplate;
  /** What the mail's PIN or link is derived from. */
  subjectId: string;
}

/**
 * Notes on the account that it was helped, and mails. Where nobody is to be helped, as many writes that do nothing: the
 * same work, so that nobody learns from it who has an account.
 */
export const recoveryWrites = (writing: Writing, at: IsoInstant, recovery: Recovery): Write[] => {
  const { kind, account, template, subjectId } = recovery;
  if (account === undefined) {
    const nobody = newId(writing.random);
    return [
      { check: { type: "claim", kind: "username", value: nobody, version: 0, accountId: nobody } },
      unsentMessage(writing, at, "mail", { template }),
    ];
  }
  const mail = { template, accountId: account.id, subjectId, round: 1 };
  return [{ put: withRecovery(account, kind, at) }, message(writing, at, "mail", mail)];
};
