import { asking } from "../../domain/portal-login.ts";
import { note } from "../../domain/verification-steps.ts";
import { loadVerification } from "../link/load-verification.ts";
import type { PortalMessage, ServiceProvider } from "../ports/service-provider.ts";
import { retrying } from "../retrying.ts";
import { makeHandle } from "../sessions/token.ts";
import { audited, type Writing } from "../writing.ts";
import { loginOf } from "./login-of.ts";

/**
 * The request that a browser carries to the portal, once for each time it was let go there. Undefined where it was
 * carried already, or where the ticket is none: the browser has come back, or reloads.
 */
export const makeAskPortal =
  (ports: Writing & { serviceProvider: Pick<ServiceProvider, "authenticationRequest"> }) =>
  async (ticket: string | undefined): Promise<PortalMessage | undefined> =>
    await retrying(async () => {
      const { records, clock, random, serviceProvider } = ports;
      const at = clock();
      const login = await loginOf(records, ticket);
      if (login === undefined || !login.mayAsk || login.expiresAt <= at) return undefined;
      const { accountId, verificationId } = login;
      const { verification } = await loadVerification(records, login);
      if (verification.state !== "awaiting-registry-data") return undefined;
      const relayState = makeHandle(random);
      const message = await serviceProvider.authenticationRequest({ relayState });
      const { requestId, level } = message;
      await records.commit([
        { put: asking(login, { requestId, relayState, level, askedAt: at }) },
        { put: { ...verification, timeline: note(verification, at, "portal-asked") } },
        audited(ports, at, { action: "portal-asked", actor: "user", accountId, verificationId }),
      ]);
      return message;
    });
