import { PORTAL_LOGIN_SECONDS, type PortalLogin, serves } from "../../domain/portal-login.ts";
import { PortalUnavailable, WrongState } from "../../domain/errors.ts";
import type { Session } from "../../domain/records.ts";
import { secondsAfter } from "../../domain/session-times.ts";
import type { Verification } from "../../domain/verification.ts";
import { loadVerification } from "../link/load-verification.ts";
import { retrying } from "../retrying.ts";
import { hashOf, makeHandle } from "../sessions/token.ts";
import type { Writing } from "../writing.ts";
import { loginOf } from "./login-of.ts";
import { type KnownPortal, usableCertificates } from "./known-portal.ts";

export interface OpenPortalLogin {
  session: Session;
  verificationId: string;
  /** What the browser has of another way that may be under way, in another tab maybe. */
  ticket: string | undefined;
}

const requireAwaiting = ({ method, state }: Verification): void => {
  if (method !== "eobcanka" || state !== "awaiting-registry-data")
    throw new WrongState(`verification by ${method} is ${state}, expected one by eobcanka that awaits data`);
};

const keptLogin = async (
  { records, clock }: Writing,
  { session, verificationId, ticket }: OpenPortalLogin,
): Promise<{ ticket: string; login: PortalLogin } | undefined> => {
  const login = await loginOf(records, ticket);
  if (ticket === undefined || login === undefined || login.expiresAt <= clock()) return undefined;
  const wanted = { accountId: session.accountId, sessionId: session.id, verificationId };
  return serves(login, wanted) ? { ticket, login } : undefined;
};

/**
 * Lets a browser go to NIA's portal for a verification: answers the ticket that it has to bring back. Tabs of one
 * session share a ticket, so that whichever comes back first counts. Throws `WrongState`, `PortalUnavailable`.
 */
export const makeOpenPortalLogin =
  (ports: Writing & KnownPortal) =>
  async (command: OpenPortalLogin): Promise<string> =>
    await retrying(async () => {
      const { session, verificationId } = command;
      const { verification } = await loadVerification(ports.records, {
        accountId: session.accountId,
        verificationId,
      });
      requireAwaiting(verification);
      if ((await usableCertificates(ports)).length === 0)
        throw new PortalUnavailable("nothing usable is known of the portal");
      const kept = await keptLogin(ports, command);
      const ticket = kept?.ticket ?? makeHandle(ports.random);
      const fresh: PortalLogin = {
        type: "portal-login",
        id: hashOf(ticket),
        version: 0,
        accountId: session.accountId,
        sessionId: session.id,
        verificationId,
        expiresAt: "",
        mayAsk: true,
        asked: [],
      };
      const expiresAt = secondsAfter(ports.clock(), PORTAL_LOGIN_SECONDS);
      await ports.records.commit([{ put: { ...(kept?.login ?? fresh), mayAsk: true, expiresAt } }]);
      return ticket;
    });
