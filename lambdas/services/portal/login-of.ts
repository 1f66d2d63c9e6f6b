import type { PortalLogin } from "../../domain/portal-login.ts";
import type { Records } from "../ports/records.ts";
import { hashOf } from "../sessions/token.ts";

/** The way to the portal that a ticket stands for; whether its time is over is the caller's to look at. */
export const loginOf = async (
  records: Pick<Records, "get">,
  ticket: string | undefined,
): Promise<PortalLogin | undefined> =>
  ticket === undefined ? undefined : await records.get("portal-login", { id: hashOf(ticket) });
