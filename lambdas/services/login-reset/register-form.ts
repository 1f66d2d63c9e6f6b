import { isClosed } from "../../domain/deletion.ts";
import { NotFound, WrongState } from "../../domain/errors.ts";
import { requireMay, requireNotOwn } from "../../domain/operator-rights.ts";
import { requireTimely, type ResetForm } from "../../domain/reset-form.ts";
import type { Actor } from "../../domain/two-persons.ts";
import { loadAccount } from "../load-account.ts";
import type { AccountRecords, Records } from "../ports/records.ts";
import type { Scans } from "../ports/scans.ts";
import { retrying } from "../retrying.ts";
import { audited, mailTo, newId, type Writing } from "../writing.ts";
import { readScan } from "./read-scan.ts";

export type NewForm = Pick<
  ResetForm,
  "accountId" | "kind" | "verifiedHow" | "dated" | "reference" | "email"
> & { scanId: string };

/** Throws `NotFound` for an account that is being deleted too. */
export const loadLivingAccount = async (records: Records, accountId: string): Promise<AccountRecords> => {
  const loaded = await loadAccount(records, accountId);
  if (isClosed(loaded.account)) throw new NotFound(`account ${accountId} is being deleted`);
  return loaded;
};

/**
 * Registers a verified form, for another person to decide on; the account's owner is told by the contact that the
 * account has. One at a time. Throws `RoleNotEnough`, `OwnAccount`, `NotFound`, `WrongState`, `InvalidInput`.
 */
export const makeRegisterForm =
  (writing: Writing & { scans: Scans }) =>
  async ({ actor, form }: { actor: Actor; form: NewForm }): Promise<ResetForm> => {
    requireMay(actor, "register-reset-form");
    requireNotOwn(actor, form.accountId);
    const at = writing.clock();
    requireTimely(form.dated, at);
    const { scanId, ...told } = form;
    const scan = await readScan(writing.scans, scanId);
    return await retrying(async () => {
      const { account, resetForms } = await loadLivingAccount(writing.records, form.accountId);
      if (resetForms.some(({ state }) => state === "registered"))
        throw new WrongState("another form of the account is not decided yet");
      const registered: ResetForm = {
        type: "reset-form",
        id: newId(writing.random),
        version: 0,
        state: "registered",
        ...told,
        scan,
        registered: { by: actor.id, at },
      };
      await writing.records.commit([
        { put: registered },
        // Of two that are registered at once one loses.
        { put: account },
        mailTo(writing, at, account, "login-reset-registered"),
        audited(writing, at, {
          action: "reset-form-registered",
          actor: "operator",
          operator: actor.id,
          accountId: account.id,
          reason: `${form.kind}, scan ${scan.sha256}`,
        }),
      ]);
      return { ...registered, version: 1 };
    });
  };
