import { NotFound } from "../../domain/errors.ts";
import { audited, type Writing } from "../writing.ts";

/** Gives a key another name. Throws `NotFound`. */
export const makeRenameKey =
  (writing: Writing) =>
  async (command: { accountId: string; keyId: string; name: string }): Promise<void> => {
    const key = await writing.records.get("security-key", {
      accountId: command.accountId,
      id: command.keyId,
    });
    if (key === undefined) throw new NotFound("the key is not there");
    await writing.records.commit([
      { put: { ...key, name: command.name } },
      audited(writing, writing.clock(), {
        action: "key-renamed",
        actor: "user",
        accountId: command.accountId,
        keyId: key.id,
      }),
    ]);
  };
