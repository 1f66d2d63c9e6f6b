import type { AuthenticatorReason } from "../../domain/authenticator.ts";
import { resumeByHelpdesk, suspendByHelpdesk } from "../../domain/link-suspension.ts";
import type { Operator } from "../../domain/operator.ts";
import type { IsoInstant } from "../../domain/person.ts";
import { changedKey } from "../keys/key-rows.ts";
import type { AccountRecords, Write } from "../ports/records.ts";
import { retrying } from "../retrying.ts";
import { audited, mailTo, type Writing } from "../writing.ts";
import { loadForHelpdesk } from "./load-for-helpdesk.ts";

interface Command {
  operator: Operator;
  accountId: string;
}

const keyWrites = (
  writing: Writing,
  at: IsoInstant,
  keys: ReturnType<typeof suspendByHelpdesk>["keys"],
  { authenticators }: AccountRecords,
  reason: AuthenticatorReason,
): Write[] =>
  keys
    .filter(({ before, after }) => before !== after)
    .flatMap(({ before, after }) => changedKey(writing, at, before, after, { authenticators, reason }));

/**
 * Suspends the link at once, without any check of the caller: whoever suspects misuse need not know the profile. NIA is
 * told to hold the keys inactive; the owner is told. Throws `AccountNotLinked`. Asked twice, it is done once.
 */
export const makeSuspendLink =
  (writing: Writing) =>
  async (command: Command): Promise<void> =>
    await retrying(async () => {
      const loaded = await loadForHelpdesk(writing.records, command, "suspend-link");
      const at = writing.clock();
      const { account, keys } = suspendByHelpdesk(loaded.account, loaded.keys, at);
      if (account.link === loaded.account.link) return;
      await writing.records.commit([
        { put: account },
        ...keyWrites(writing, at, keys, loaded, "helpdesk-suspension"),
        mailTo(writing, at, account, "helpdesk-suspended"),
        audited(writing, at, {
          action: "link-suspended",
          actor: "operator",
          operator: command.operator.id,
          accountId: account.id,
          reason: "helpdesk-suspension",
        }),
      ]);
    });

/** Lifts the helpdesk's own suspension; what is suspended for another reason stays so. Throws `WrongState`, `AccountNotLinked`. */
export const makeResumeLink =
  (writing: Writing) =>
  async (command: Command): Promise<void> =>
    await retrying(async () => {
      const loaded = await loadForHelpdesk(writing.records, command, "resume-link");
      const at = writing.clock();
      const { account, keys } = resumeByHelpdesk(loaded.account, loaded.keys, at);
      await writing.records.commit([
        { put: account },
        ...keyWrites(writing, at, keys, loaded, "suspension-lifted"),
        mailTo(writing, at, account, "helpdesk-resumed"),
        audited(writing, at, {
          action: "link-resumed",
          actor: "operator",
          operator: command.operator.id,
          accountId: account.id,
        }),
      ]);
    });
