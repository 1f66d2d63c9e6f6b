import { NotFound } from "../../domain/errors.ts";
import { requireMay, requireNotOwn } from "../../domain/operator-rights.ts";
import type { ResetForm } from "../../domain/reset-form.ts";
import type { Actor } from "../../domain/two-persons.ts";
import type { Scans } from "../ports/scans.ts";
import { audited, type Writing } from "../writing.ts";
import { type FormName, loadForm } from "./load-form.ts";
import { fetchScan } from "./read-scan.ts";

const look = async (
  writing: Writing,
  { actor, ...name }: FormName & { actor: Actor },
  reason: string,
): Promise<{ form: ResetForm; username: string }> => {
  requireMay(actor, "see-reset-forms");
  requireNotOwn(actor, name.accountId);
  const { form, loaded } = await loadForm(writing, name);
  const { id: accountId, username } = loaded.account;
  const event = { action: "account-viewed", actor: "operator", operator: actor.id } as const;
  await writing.records.commit([audited(writing, writing.clock(), { ...event, accountId, reason })]);
  return { form, username };
};

/** One form; the account's owner sees that it was looked at. Throws `RoleNotEnough`, `OwnAccount`, `NotFound`. */
export const makeShowForm =
  (writing: Writing) =>
  async (command: FormName & { actor: Actor }): Promise<{ form: ResetForm; username: string }> =>
    await look(writing, command, "reset form");

/** Its scan, as it was registered. Throws the same, also `NotFound` where it is gone or is not the same any more. */
export const makeShowScan =
  (writing: Writing & { scans: Scans }) =>
  async (
    command: FormName & { actor: Actor },
  ): Promise<{ content: Uint8Array; mediaType: ResetForm["scan"]["mediaType"] }> => {
    const { form } = await look(writing, command, "scan of a reset form");
    const content = await fetchScan(writing.scans, form.scan);
    if (content === undefined) throw new NotFound(`the scan of form ${form.id} is not there`);
    return { content, mediaType: form.scan.mediaType };
  };
