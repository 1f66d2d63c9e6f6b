import { NotFound, ServiceLoginOver } from "../../domain/errors.ts";
import type { ServiceLogin } from "../../domain/service-login.ts";
import { hashOf } from "../sessions/token.ts";
import type { Writing } from "../writing.ts";

/** What names a login, and proves that this browser brought it. */
export interface Brought {
  loginId: string;
  /** What the browser holds; undefined where it holds nothing. */
  browser: string | undefined;
}

/**
 * A login that this browser brought and that is not answered yet. Throws `NotFound` to every other browser,
 * `ServiceLoginOver` once it is answered or too old.
 */
export const openLogin = async (
  { records, clock }: Pick<Writing, "records" | "clock">,
  { loginId, browser }: Brought,
): Promise<ServiceLogin> => {
  const login = await records.get("service-login", { id: loginId });
  if (login === undefined || browser === undefined || login.browserHash !== hashOf(browser))
    throw new NotFound(`service login ${loginId} is not of this browser`);
  if (login.answeredAt !== undefined) throw new ServiceLoginOver("answered");
  if (login.expiresAt <= clock()) throw new ServiceLoginOver("expired");
  return login;
};
