import { readEnv } from "../env.ts";
import { NotLoggedIn } from "../domain/errors.ts";
import type { ApiSettings } from "../http/handler.ts";
import { makeAuthenticate } from "../services/sessions/authenticate.ts";
import type { Writing } from "../services/writing.ts";
import { clock } from "./platform.ts";

const origins = () => {
  const { APP_ORIGINS, ORIGIN_SECRET } = readEnv("APP_ORIGINS", "ORIGIN_SECRET");
  return { origins: APP_ORIGINS, originSecret: ORIGIN_SECRET, now: clock };
};

/** For functions whose routes are all public. */
export const publicApi = (): ApiSettings => ({
  ...origins(),
  authenticate: async () => await Promise.reject(new NotLoggedIn("a public function")),
});

export const sessionTimes = () => {
  const env = readEnv("SESSION_IDLE_SECONDS", "SESSION_ABSOLUTE_SECONDS");
  return { idle: env.SESSION_IDLE_SECONDS, absolute: env.SESSION_ABSOLUTE_SECONDS };
};

export const sessionApi = (ports: Pick<Writing, "records" | "clock">): ApiSettings => ({
  ...origins(),
  authenticate: makeAuthenticate(ports, sessionTimes()),
});
