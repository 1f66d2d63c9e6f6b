import type { PasswordReset } from "../../domain/access-records.ts";
import { withPassword } from "../../domain/password.ts";
import { approveForm } from "../../domain/reset-form.ts";
import { secondsAfter } from "../../domain/session-times.ts";
import type { Actor } from "../../domain/two-persons.ts";
import type { Passwords } from "../ports/platform.ts";
import { retrying } from "../retrying.ts";
import { hashOf, makeHandle } from "../sessions/token.ts";
import { endAccess } from "../unlink/end-access.ts";
import { audited, mailTo, message, newId, type Writing } from "../writing.ts";
import { type FormName, loadForm } from "./load-form.ts";

/** How long the link for the new password is good. */
const VALID_SECONDS = 3 * 86_400;

/**
 * Another person approves a form, and the login is reset: factors, link, validation, password and sessions end at once,
 * the link for a new password goes to the contact that the form gives, and the account's own contacts are told. Throws
 * as `approveForm`, and `NotFound`.
 */
export const makeApproveForm =
  (writing: Writing & { passwords: Passwords }) =>
  async (command: FormName & { actor: Actor }): Promise<void> => {
    const { actor } = command;
    // Of what nobody knows: the old one opens nothing any more, and there is no new one yet.
    const passwordHash = await writing.passwords.hash(makeHandle(writing.random));
    await retrying(async () => {
      const { form, loaded } = await loadForm(writing, command);
      const at = writing.clock();
      const approved = approveForm(form, actor, at);
      const ending = { way: "login-reset", actor: "operator", operator: actor.id } as const;
      const { account, writes } = endAccess(writing, at, loaded, ending);
      const reset: PasswordReset = {
        type: "password-reset",
        id: newId(writing.random),
        version: 0,
        byForm: true,
        accountId: account.id,
        passwordMark: hashOf(passwordHash),
        step: "link",
        round: 0,
        wrongPins: 0,
        expiresAt: secondsAfter(at, VALID_SECONDS),
      };
      const own = { template: "login-was-reset", accountId: account.id } as const;
      await writing.records.commit([
        { put: approved },
        { put: withPassword(account, passwordHash) },
        ...writes,
        { put: reset },
        mailTo(writing, at, account, "login-reset", { to: form.email, subjectId: reset.id }),
        mailTo(writing, at, account, own.template),
        message(writing, at, "sms", own),
        audited(writing, at, {
          action: "login-reset",
          actor: "operator",
          operator: actor.id,
          accountId: account.id,
          reason: `form ${form.id}`,
        }),
      ]);
    });
  };
