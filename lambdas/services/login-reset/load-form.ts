import { NotFound } from "../../domain/errors.ts";
import type { ResetForm } from "../../domain/reset-form.ts";
import { isKept } from "../../domain/retention.ts";
import type { AccountRecords } from "../ports/records.ts";
import type { Writing } from "../writing.ts";
import { loadLivingAccount } from "./register-form.ts";

export interface FormName {
  accountId: string;
  formId: string;
}

/** A form with its account. Throws `NotFound`. */
export const loadForm = async (
  { records, clock }: Pick<Writing, "records" | "clock">,
  { accountId, formId }: FormName,
): Promise<{ form: ResetForm; loaded: AccountRecords }> => {
  const loaded = await loadLivingAccount(records, accountId);
  const form = loaded.resetForms.find(({ id }) => id === formId);
  if (form === undefined || !isKept(form, clock())) throw new NotFound(`form ${formId} is not there`);
  return { form, loaded };
};
