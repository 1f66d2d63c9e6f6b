import type { Account } from "../../domain/account.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { MessageTemplate } from "../../domain/records.ts";
import { type RecoveryKind, withRecovery } from "../../domain/recovery.ts";
import type { Write } from "../ports/records.ts";
import { message, newId, unsentMessage, type Writing } from "../writing.ts";

export interface RecoveryMessage {
  channel: "mail" | "sms";
  template: MessageTemplate;
  /** Written as one that is done already: where others get one, and this account does not. */
  unsent?: boolean;
}

interface Recovery {
  kind: RecoveryKind;
  /** Whom to help; undefined where nobody is to hear of it. */
  account: Account | undefined;
  messages: readonly RecoveryMessage[];
  /** What the PINs or the link of the messages are derived from. */
  subjectId: string;
}

/**
 * Notes on the account that it was helped, and writes to it. Where nobody is to be helped, as many writes that do
 * nothing: the same work, so that nobody learns from it who has an account.
 */
export const recoveryWrites = (writing: Writing, at: IsoInstant, recovery: Recovery): Write[] => {
  const { kind, account, messages, subjectId } = recovery;
  if (account === undefined) {
    const nobody = newId(writing.random);
    return [
      { check: { type: "claim", kind: "username", value: nobody, version: 0, accountId: nobody } },
      ...messages.map(({ channel, template }) => unsentMessage(writing, at, channel, { template })),
    ];
  }
  return [
    { put: withRecovery(account, kind, at) },
    ...messages.map(({ channel, template, unsent = false }) => {
      const details = { template, accountId: account.id, subjectId, round: 1 };
      return (unsent ? unsentMessage : message)(writing, at, channel, details);
    }),
  ];
};
