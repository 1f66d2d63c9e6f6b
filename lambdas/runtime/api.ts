import { readEnv } from "../env.ts";
import { NotLoggedIn } from "../domain/errors.ts";
import type { Guards } from "../http/endpoint.ts";
import type { Admit } from "../services/limits/admit.ts";
import { makeAuthenticateOperator } from "../services/operators/authenticate-operator.ts";
import { makeAuthenticate } from "../services/sessions/authenticate.ts";
import type { Writing } from "../services/writing.ts";
import { limiting } from "./limits.ts";
import { clock } from "./platform.ts";

const origins = () => {
  const { APP_ORIGINS, ORIGIN_SECRET } = readEnv("APP_ORIGINS", "ORIGIN_SECRET");
  return { origins: APP_ORIGINS, originSecret: ORIGIN_SECRET, now: clock };
};

/** For functions of which no route is limited. */
export const unlimited: Admit = async (applied) => {
  if (applied.length > 0) throw new Error("a limited route in a function without limits");
};

const nobody = async () => await Promise.reject(new NotLoggedIn("a public function"));

/** For functions whose routes are all public. */
export const publicApi = (admit: Admit): Guards => ({
  ...origins(),
  admit,
  authenticate: nobody,
});

/** For the function at the host for certificates, which no edge stands before. */
export const certificateApi = (): Guards => {
  const { APP_ORIGINS, CERTIFICATE_LOGIN } = readEnv("APP_ORIGINS", "CERTIFICATE_LOGIN");
  const { origin } = CERTIFICATE_LOGIN;
  return {
    origins: APP_ORIGINS,
    originSecret: undefined,
    now: clock,
    admit: unlimited,
    authenticate: nobody,
    certificateHost: origin === undefined ? undefined : new URL(origin).hostname,
  };
};

/** For the console: no user's session opens any of it. */
export const operatorApi = (
  ports: Pick<Writing, "records" | "clock">,
  opening: { mayBeClosed: boolean },
): Guards => ({
  ...origins(),
  admit: limiting(),
  authenticate: nobody,
  authenticateOperator: makeAuthenticateOperator(ports, opening),
});

export const sessionTimes = () => {
  const env = readEnv("SESSION_IDLE_SECONDS", "SESSION_ABSOLUTE_SECONDS");
  return { idle: env.SESSION_IDLE_SECONDS, absolute: env.SESSION_ABSOLUTE_SECONDS };
};

export const sessionApi = (ports: Pick<Writing, "records" | "clock">): Guards => ({
  ...origins(),
  admit: limiting(),
  authenticate: makeAuthenticate(ports, sessionTimes()),
});
