import type { Session } from "../../domain/records.ts";
import { loadAccount } from "../load-account.ts";
import { retrying } from "../retrying.ts";
import type { Writing } from "../writing.ts";
import { endLink } from "./end-link.ts";

/** "Detach from NIA": keys, password and validation stay. Where there is no link any more, nothing happens. */
export const makeDetach =
  (writing: Writing) =>
  async ({ accountId }: Pick<Session, "accountId">): Promise<void> =>
    await retrying(async () => {
      const loaded = await loadAccount(writing.records, accountId);
      if (loaded.account.link === undefined) return;
      const { account, writes } = endLink(writing, writing.clock(), loaded, {
        way: "detached",
        actor: "user",
      });
      await writing.records.commit([{ put: account }, ...writes]);
    });
