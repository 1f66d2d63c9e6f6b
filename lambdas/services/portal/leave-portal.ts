import type { PortalAnswer } from "../../domain/portal-answer.ts";
import type { Arrival } from "../../domain/portal-login.ts";
import type { ServiceProvider } from "../ports/service-provider.ts";
import type { Writing } from "../writing.ts";
import { loginOf } from "./login-of.ts";

/** A logout at the portal that the browser is sent to. */
export interface Leaving {
  requestId: string;
  url: string;
}

/**
 * Ends the session that the portal holds since the login: the next try would pass through it unasked, and so might
 * whoever sits there next. Best effort: without it the browser goes on all the same.
 */
export const leavingPortal = async (
  { serviceProvider }: { serviceProvider: Pick<ServiceProvider, "logoutRequest"> },
  answer: PortalAnswer,
): Promise<Leaving | undefined> => {
  if (!("session" in answer)) return undefined;
  try {
    const { id: requestId, url } = await serviceProvider.logoutRequest(answer.session);
    return { requestId, url };
  } catch {
    return undefined;
  }
};

/**
 * The browser comes from the logout at the portal: answers where it was to go. Nobody signs that answer, so nothing
 * depends on what it says.
 */
export const makeArrive =
  ({ records }: Pick<Writing, "records">) =>
  async (ticket: string | undefined): Promise<Arrival> =>
    (await loginOf(records, ticket))?.loggingOut?.arrival ?? "nia";
