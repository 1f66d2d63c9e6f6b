import type { ClientCertificate } from "../../domain/client-certificate.ts";
import { CertificateTaken, WrongState } from "../../domain/errors.ts";
import { MOST_CERTIFICATES } from "../../domain/most.ts";
import type { Session } from "../../domain/records.ts";
import { loadAccount } from "../load-account.ts";
import type { ReadCertificate } from "../ports/certificates.ts";
import { retrying } from "../retrying.ts";
import { audited, type Writing } from "../writing.ts";
import { requireUsable } from "./require-usable.ts";

/**
 * Registers an uploaded certificate. A certificate is public, so it opens nothing until its owner has shown to hold
 * the key (`makeProveCertificate`), and nobody is kept from registering theirs by who has uploaded it before. Throws
 * `CertificateRefused`, `CertificateTaken`.
 */
export const makeRegisterCertificate =
  (writing: Writing & { readCertificate: ReadCertificate }) =>
  async (command: { session: Session; certificate: string }): Promise<ClientCertificate> =>
    await retrying(async () => {
      const { records, clock, readCertificate } = writing;
      const at = clock();
      const facts = readCertificate(command.certificate);
      requireUsable(facts, at);
      const { account, certificates } = await loadAccount(records, command.session.accountId);
      const { id, subject, issuer, serialNumber, notBefore, notAfter } = facts;
      if (certificates.some((there) => there.id === id)) throw new CertificateTaken("it is in this account");
      if (certificates.length >= MOST_CERTIFICATES) throw new WrongState("too many certificates");
      const certificate: ClientCertificate = {
        type: "client-certificate",
        accountId: account.id,
        version: 0,
        id,
        subject,
        issuer,
        serialNumber,
        notBefore,
        notAfter,
        createdAt: at,
      };
      await records.commit([
        { put: certificate },
        // Of many at once no more are taken than there may be.
        { check: account },
        audited(writing, at, { action: "certificate-registered", actor: "user", accountId: account.id }),
      ]);
      return { ...certificate, version: 1 };
    });
