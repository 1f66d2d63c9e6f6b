import type { Account } from "../../domain/account.ts";
import type { Operator } from "../../domain/operator.ts";
import { requireMay, requireNotOwn } from "../../domain/operator-rights.ts";
import { normalPhone } from "../../domain/said.ts";
import type { Records } from "../ports/records.ts";
import { audited, type Writing } from "../writing.ts";

export type FindBy = "username" | "email" | "phone";

const idsOf = async (records: Records, by: FindBy, value: string): Promise<string[]> => {
  if (by === "phone") {
    const phone = normalPhone(value);
    return phone === undefined ? [] : await records.holdersOf(phone);
  }
  const claim = await records.get("claim", { kind: by, value: value.trim().toLowerCase() });
  return claim === undefined ? [] : [claim.accountId];
};

/**
 * The accounts of a username, e-mail or phone, which has to be told whole. Each that is found notes who has looked; so
 * does the service where none is, without what was asked for.
 */
export const makeFindAccounts =
  (writing: Writing) =>
  async (command: {
    operator: Operator;
    by: FindBy;
    value: string;
  }): Promise<Pick<Account, "id" | "username">[]> => {
    const { records, clock } = writing;
    const { operator, by, value } = command;
    requireMay(operator, "find-account");
    const ids = (await idsOf(records, by, value)).slice(0, MOST_FOUND);
    const read = await Promise.all(ids.map(async (id) => await records.get("account", { id })));
    const found = read.filter((account) => account !== undefined);
    for (const { id } of found) requireNotOwn(operator, id);
    const at = clock();
    const noted = { actor: "operator", operator: operator.id, reason: by } as const;
    await records.commit(
      found.length === 0
        ? [audited(writing, at, { action: "account-not-found", ...noted })]
        : found.map(({ id }) => audited(writing, at, { action: "account-found", accountId: id, ...noted })),
    );
    return found;
  };

/** A phone that more accounts share is nobody's in particular. */
const MOST_FOUND = 20;
