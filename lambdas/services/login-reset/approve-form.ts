import type { PasswordReset } from "../../domain/access-records.ts";
import { withPassword } from "../../domain/password.ts";
import { approveForm } from "../../domain/reset-form.ts";
import { secondsAfter } from "../../domain/session-times.ts";
import type { Actor } from "../../domain/two-persons.ts";
import type { Passwords } from "../ports/platform.ts";
import type { AccountRecords, Write } from "../ports/records.ts";
import { retrying } from "../retrying.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { hashOf, makeHandle } from "../sessions/token.ts";
import { endLink } from "../unlink/end-link.ts";
import { audited, mailTo, message, newId, type Writing } from "../writing.ts";
import { type FormName, loadForm } from "./load-form.ts";

/** How long the link for the new password is good. */
const VALID_SECONDS = 3 * 86_400;

/** A certificate opens the account too. Its claim is the account's own where it was proven. */
const removedCertificates = async ({ records }: Writing, loaded: AccountRecords): Promise<Write[]> => {
  const writes = loaded.certificates.map(async (certificate): Promise<Write[]> => {
    const claim = await records.get("claim", { kind: "certificate", value: certificate.id });
    const isOurs = claim?.accountId === loaded.account.id;
    return [{ remove: certificate }, ...(isOurs ? [{ remove: claim }] : [])];
  });
  return (await Promise.all(writes)).flat();
};

/** What was begun by whoever had the account is not to be finished by them. */
const removedBeginnings = ({ confirmations, contactChanges, ceremonies }: AccountRecords): Write[] =>
  [...confirmations, ...contactChanges, ...ceremonies].map((remove) => ({ remove }));

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
      const { account, writes } = endLink(writing, at, loaded, {
        way: "login-reset",
        actor: "operator",
        operator: actor.id,
      });
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
        ...(await removedCertificates(writing, loaded)),
        ...removedBeginnings(loaded),
        ...endSessions(loaded),
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
