import type { Deletion } from "../../domain/deletion.ts";
import { beginDeletion, remindOfDeletion } from "../../domain/deletion.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { AccountRecords, Write } from "../ports/records.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { audited, mailTo, type Writing } from "../writing.ts";

/** While it can still be taken back: the reminder, then the beginning of the end. Empty where it is too early. */
export const closeAccount = (
  writing: Writing,
  loaded: AccountRecords,
  { dueAt, remindAt }: Deletion,
  at: IsoInstant,
): Write[] => {
  const { account } = loaded;
  if (dueAt <= at)
    return [
      { put: beginDeletion(account, at) },
      ...endSessions(loaded),
      audited(writing, at, { action: "deletion-begun", actor: "system", accountId: account.id }),
    ];
  if (remindAt === undefined || remindAt > at) return [];
  return [
    { put: remindOfDeletion(account) },
    mailTo(writing, at, account, "deletion-reminder", { facts: { deadline: dueAt } }),
    audited(writing, at, { action: "deletion-reminded", actor: "system", accountId: account.id }),
  ];
};
