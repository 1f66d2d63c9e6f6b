import type { Session } from "../../domain/records.ts";
import { servicesOpenIn } from "../../domain/service-login.ts";
import { loadAccount } from "../load-account.ts";
import type { IdentityProvider, SamlDelivery } from "../ports/identity-provider.ts";
import { retrying } from "../retrying.ts";
import { audited, type Writing } from "../writing.ts";

/**
 * Ends the session here first, whatever becomes of the rest; then the browser asks NIA to end its own. Undefined where
 * nobody has to be asked. An answer may never come: that changes nothing.
 */
export const makeLogOutEverywhere =
  (writing: Writing & { identityProvider: IdentityProvider }) =>
  async (session: Session): Promise<SamlDelivery | undefined> => {
    const { records, clock, identityProvider } = writing;
    const open = await retrying(async () => {
      const loaded = await loadAccount(records, session.accountId);
      const at = clock();
      const services = servicesOpenIn(loaded.serviceSessions, session, at);
      const present = loaded.sessions.filter(({ id }) => id === session.id);
      await records.commit([
        ...[...services, ...present].map((remove) => ({ remove })),
        audited(writing, at, { action: "logged-out", actor: "user", accountId: session.accountId }),
      ]);
      return services;
    });
    const [newest] = open;
    if (newest === undefined) return undefined;
    const { serviceProvider, pseudonym, id: sessionIndex } = newest;
    return (await identityProvider.requestLogout({ serviceProvider, pseudonym, sessionIndex }))?.delivery;
  };
