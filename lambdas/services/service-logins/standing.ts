import type { LoginFailure } from "../../domain/saml-status.ts";
import { obstacleTo, touchFor } from "../../domain/service-login.ts";
import type { Session } from "../../domain/records.ts";
import { loadAccount } from "../load-account.ts";
import type { Writing } from "../writing.ts";
import { type Brought, openLogin } from "./open-login.ts";

/** How far the account that is logged in has come with a login to a government service. */
export type Standing =
  | { state: "impossible"; username: string; because: LoginFailure }
  /** A linked key has to be touched, now. */
  | { state: "touch-needed"; username: string }
  | { state: "ready"; username: string };

/** Throws as `openLogin` does. */
export const makeStanding =
  (writing: Pick<Writing, "records" | "clock">) =>
  async (command: Brought & { session: Session }): Promise<Standing> => {
    const login = await openLogin(writing, command);
    const { account, keys } = await loadAccount(writing.records, command.session.accountId);
    const { username } = account;
    const because = obstacleTo(login.request, account, keys);
    if (because !== undefined) return { state: "impossible", username, because };
    const touch = touchFor(login, command.session, keys, writing.clock());
    return { state: touch === undefined ? "touch-needed" : "ready", username };
  };
