import type { ClientCertificate } from "../../domain/client-certificate.ts";
import { CertificateTaken, NotFound } from "../../domain/errors.ts";
import type { Session } from "../../domain/records.ts";
import { loadAccount } from "../load-account.ts";
import { retrying } from "../retrying.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { requireSession } from "../sessions/require-session.ts";
import { audited, mailTo, type Writing } from "../writing.ts";
import { openHandover } from "./hand-over.ts";

/**
 * The browser has shown to hold the key of a registered certificate: from now on it opens this account and no other
 * one, and every other session ends. Throws `HandoverRefused`, `NotFound` where another certificate was shown,
 * `CertificateTaken` where another account has it, `NotLoggedIn` where the session has ended meanwhile.
 */
export const makeProveCertificate =
  (writing: Writing) =>
  async (command: { session: Session; code: string; verifier: string }): Promise<ClientCertificate> =>
    await retrying(async () => {
      const { accountId } = command.session;
      const [handover, loaded] = await Promise.all([
        openHandover(writing, command),
        loadAccount(writing.records, accountId),
      ]);
      requireSession(loaded, command.session);
      const certificate = loaded.certificates.find(({ id }) => id === handover.certificateId);
      if (certificate === undefined) throw new NotFound("another certificate was shown");
      if (handover.accountId !== undefined) throw new CertificateTaken("it opens an account already");

      const at = writing.clock();
      const proven = { ...certificate, provenAt: at };
      await writing.records.commit([
        { remove: handover },
        { put: proven },
        { put: { type: "claim", kind: "certificate", value: certificate.id, version: 0, accountId } },
        { put: loaded.account },
        ...endSessions(loaded, command.session),
        mailTo(writing, at, loaded.account, "certificate-added", {
          facts: { certificate: certificate.subject },
        }),
        audited(writing, at, { action: "certificate-added", actor: "user", accountId }),
      ]);
      return { ...proven, version: proven.version + 1 };
    });
