import { NotFound } from "../../domain/errors.ts";
import type { Session } from "../../domain/records.ts";
import { loadAccount } from "../load-account.ts";
import { retrying } from "../retrying.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { audited, mailTo, type Writing } from "../writing.ts";

/** Removes a certificate: it opens nothing any more, every other session ends, and it may be registered elsewhere. */
export const makeRemoveCertificate =
  (writing: Writing) =>
  async (command: { session: Session; certificateId: string }): Promise<void> =>
    await retrying(async () => {
      const { records, clock } = writing;
      const { accountId } = command.session;
      const [loaded, claim] = await Promise.all([
        loadAccount(records, accountId),
        records.get("claim", { kind: "certificate", value: command.certificateId }),
      ]);
      const certificate = loaded.certificates.find(({ id }) => id === command.certificateId);
      if (certificate === undefined) throw new NotFound("the certificate is not there");
      const at = clock();
      const wasProven = claim?.accountId === accountId;
      await records.commit([
        { remove: certificate },
        ...(wasProven
          ? [
              { remove: claim },
              { put: loaded.account },
              ...endSessions(loaded, command.session),
              mailTo(writing, at, loaded.account, "certificate-removed", {
                facts: { certificate: certificate.subject },
              }),
            ]
          : []),
        audited(writing, at, { action: "certificate-removed", actor: "user", accountId }),
      ]);
    });
