import type { CertificateHandover } from "../../domain/client-certificate.ts";
import { CertificateRefused, HandoverRefused } from "../../domain/errors.ts";
import { secondsAfter } from "../../domain/session-times.ts";
import type { ReadCertificate } from "../ports/certificates.ts";
import { hashOf, makeHandle } from "../sessions/token.ts";
import type { Writing } from "../writing.ts";
import { requireUsable } from "./require-usable.ts";

const HANDOVER_SECONDS = 60;

/**
 * A browser has proven, by TLS, to hold the key of this certificate: answers a code for the web app, which is another
 * origin. The code is good once, for a minute, and only together with the secret whose SHA-256 the web app sent as
 * challenge: neither a code that leaks nor one that somebody else has planted is of any use. Throws
 * `CertificateRefused`.
 */
export const makeHandOver =
  (writing: Writing & { readCertificate: ReadCertificate }) =>
  async (command: { certificate: string; challenge: string }): Promise<string> => {
    const { records, clock, random, readCertificate } = writing;
    const at = clock();
    const facts = readCertificate(command.certificate);
    requireUsable(facts, at);
    const claim = await records.get("claim", { kind: "certificate", value: facts.id });
    const code = makeHandle(random);
    await records.commit([
      {
        put: {
          type: "certificate-handover",
          id: hashOf(code),
          version: 0,
          certificateId: facts.id,
          ...(claim === undefined ? {} : { accountId: claim.accountId }),
          challenge: command.challenge,
          expiresAt: secondsAfter(at, HANDOVER_SECONDS),
        },
      },
    ]);
    return code;
  };

/** The handover that a code stands for. Throws `HandoverRefused`; a code with the wrong secret is used up. */
export const openHandover = async (
  { records, clock }: Writing,
  { code, verifier }: { code: string; verifier: string },
): Promise<CertificateHandover> => {
  const handover = await records.get("certificate-handover", { id: hashOf(code) });
  if (handover === undefined || handover.expiresAt <= clock()) throw new HandoverRefused("no such code");
  if (handover.challenge === hashOf(verifier)) return handover;
  await records.commit([{ remove: handover }]);
  throw new HandoverRefused("not the browser that asked");
};

/** The account that a certificate opens. Throws `CertificateRefused` where it is registered nowhere. */
export const ownerOf = ({ accountId }: CertificateHandover): string => {
  if (accountId === undefined) throw new CertificateRefused("certificate-unregistered");
  return accountId;
};
