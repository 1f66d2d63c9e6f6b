import { isClosed } from "../../domain/deletion.ts";
import { CertificateRefused } from "../../domain/errors.ts";
import type { Session } from "../../domain/records.ts";
import type { SessionTimes } from "../../domain/session-times.ts";
import { openHandover, ownerOf } from "../certificates/hand-over.ts";
import { loadAccount } from "../load-account.ts";
import { retrying } from "../retrying.ts";
import { audited, type Writing } from "../writing.ts";
import { newSession, storeSession } from "./open-session.ts";

/**
 * Takes the session over from the host that has seen the certificate. It serves for everyday things only. Throws
 * `HandoverRefused`, `CertificateRefused` where no account has the certificate, or one that is being deleted.
 */
export const makeLogInWithCertificate =
  (writing: Writing, times: SessionTimes) =>
  async (command: {
    code: string;
    verifier: string;
    userAgent: string;
  }): Promise<{ token: string; session: Session }> =>
    await retrying(async () => {
      const { records, clock, random } = writing;
      const handover = await openHandover(writing, command);
      const { account, certificates, sessions } = await loadAccount(records, ownerOf(handover));
      const certificate = certificates.find(({ id }) => id === handover.certificateId);
      if (certificate?.provenAt === undefined || isClosed(account))
        throw new CertificateRefused("certificate-unregistered");

      const at = clock();
      const opened = newSession(random, times, at, {
        accountId: account.id,
        method: "certificate",
        userAgent: command.userAgent,
      });
      await records.commit([
        { remove: handover },
        { put: { ...certificate, lastUsedAt: at } },
        ...storeSession(opened.session, sessions, times, at),
        { put: account },
        audited(writing, at, {
          action: "logged-in",
          actor: "user",
          accountId: account.id,
          reason: "certificate",
        }),
      ]);
      return opened;
    });
