import { NotFound } from "../../domain/errors.ts";
import type { Session } from "../../domain/records.ts";
import { loadAccount } from "../load-account.ts";
import { retrying } from "../retrying.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { endLink, type EndedLink } from "../unlink/end-link.ts";
import { audited, mailTo, type Writing } from "../writing.ts";

/**
 * Removes a key; every other session ends. What NIA knows of it is ended, and with the last linked key the link itself.
 * A verification goes on with the keys that are left, if any. Throws `NotFound`.
 */
export const makeRemoveKey =
  (writing: Writing) =>
  async (command: {
    session: Session;
    keyId: string;
  }): Promise<Pick<EndedLink, "linkEnded" | "verification">> =>
    await retrying(async () => {
      const { session, keyId } = command;
      const loaded = await loadAccount(writing.records, session.accountId);
      const key = loaded.keys.find(({ id }) => id === keyId);
      if (key === undefined) throw new NotFound("the key is not there");
      const at = writing.clock();
      const ending = { way: "key-removed", keyId, actor: "user" } as const;
      const { account, writes, linkEnded, verification } = endLink(writing, at, loaded, ending);
      await writing.records.commit([
        { put: account },
        ...writes,
        ...endSessions(loaded, session),
        // The end of the link is told of by a mail that names the key too.
        ...(linkEnded
          ? []
          : [mailTo(writing, at, account, "key-removed", { facts: { keyName: key.name, verification } })]),
        audited(writing, at, { action: "key-removed", actor: "user", accountId: account.id, keyId }),
      ]);
      return { linkEnded, verification };
    });
