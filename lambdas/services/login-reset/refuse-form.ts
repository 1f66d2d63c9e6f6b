import { refuseForm, type RefusalReason } from "../../domain/reset-form.ts";
import type { Actor } from "../../domain/two-persons.ts";
import { retrying } from "../retrying.ts";
import { audited, mailTo, type Writing } from "../writing.ts";
import { type FormName, loadForm } from "./load-form.ts";

/** Another person refuses a form, and says why; nothing of the account changes. Throws as `refuseForm`, and `NotFound`. */
export const makeRefuseForm =
  (writing: Writing) =>
  async (command: FormName & { actor: Actor; reason: RefusalReason }): Promise<void> =>
    await retrying(async () => {
      const { actor, reason } = command;
      const { form, loaded } = await loadForm(writing, command);
      const at = writing.clock();
      await writing.records.commit([
        { put: refuseForm(form, reason, actor, at) },
        mailTo(writing, at, loaded.account, "login-reset-refused", { facts: { reason } }),
        audited(writing, at, {
          action: "reset-form-refused",
          actor: "operator",
          operator: actor.id,
          accountId: loaded.account.id,
          reason,
        }),
      ]);
    });
