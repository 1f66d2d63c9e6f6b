import { PortalAnswerInvalid } from "../../domain/errors.ts";
import type { PortalAnswer } from "../../domain/portal-answer.ts";
import { type Arrival, failureOf, type PortalLogin } from "../../domain/portal-login.ts";
import { retrying } from "../retrying.ts";
import { audited, type Writing } from "../writing.ts";
import { decide, type TakingAnswers } from "./decide.ts";
import { usableCertificates } from "./known-portal.ts";
import { leavingPortal } from "./leave-portal.ts";
import { loginOf } from "./login-of.ts";

/** Where the browser goes: to `location` of the portal first, if there is one, and arrives in the web app then. */
export interface Departure {
  arrival: Arrival;
  location?: string;
}

const rejected = async (
  ports: Writing,
  { accountId, verificationId }: PortalLogin,
  { fault }: PortalAnswerInvalid,
): Promise<Departure> => {
  const at = ports.clock();
  await ports.records.commit([
    audited(ports, at, { action: "portal-refused", actor: "user", accountId, verificationId, reason: fault }),
  ]);
  return { arrival: failureOf(fault) };
};

/**
 * Takes what a browser has brought from NIA's portal. What proves nothing changes nothing and uses nothing up. An
 * authentic answer is used up in the transaction that records it: it has effect once, for the account and session that
 * asked, and for no other (nia-saml.md, A10.19 and 20).
 */
export const makeTakeAnswer =
  (ports: TakingAnswers) =>
  async (brought: { ticket: string | undefined; samlResponse: string }): Promise<Departure> => {
    const login = await loginOf(ports.records, brought.ticket);
    if (login === undefined) return { arrival: "late" };
    let answer: PortalAnswer;
    try {
      answer = await ports.serviceProvider.readAnswer(brought.samlResponse, {
        asked: login.asked,
        certificates: await usableCertificates(ports),
      });
    } catch (error) {
      if (error instanceof PortalAnswerInvalid) return await rejected(ports, login, error);
      throw error;
    }
    const leaving = await leavingPortal(ports, answer);
    return await retrying(async () => {
      const { arrival, writes } = await decide(ports, { id: login.id, answer, leaving });
      await ports.records.commit(writes);
      const leaves = leaving !== undefined && arrival !== "repeated";
      return { arrival, ...(leaves ? { location: leaving.url } : {}) };
    });
  };
