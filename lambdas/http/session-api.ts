import { sessionRoutes } from "../contract/routes/session-api.ts";
import { makePasswords } from "../adapters/passwords/argon2id.ts";
import { sessionApi, sessionTimes } from "../runtime/api.ts";
import { ceremonies } from "../runtime/ceremonies.ts";
import { derivePin } from "../runtime/pins.ts";
import { writing } from "../runtime/records.ts";
import { loadAccount } from "../services/load-account.ts";
import { makeConfirm } from "../services/sessions/confirm.ts";
import { makeConfirmWithKey } from "../services/sessions/confirm-with-key.ts";
import { makeConfirmWithPin } from "../services/sessions/confirm-with-pin.ts";
import { makeLogIn } from "../services/sessions/log-in.ts";
import { makeLogInWithKey } from "../services/sessions/log-in-with-key.ts";
import { makeLogOut } from "../services/sessions/log-out.ts";
import { handler as handlerOf } from "./handler.ts";
import { confirmationView } from "./views/confirmation.ts";

const ports = { ...writing(), passwords: makePasswords(), ceremonies: ceremonies(), derivePin: derivePin() };
const times = sessionTimes();

const logIn = makeLogIn(ports, times);
const logInWithKey = makeLogInWithKey(ports, times);
const logOut = makeLogOut(ports);
const confirm = makeConfirm(ports);
const confirmWithKey = makeConfirmWithKey(ports);
const confirmWithPin = makeConfirmWithPin(ports);

/** Logging in and out, and confirmation logins. */
export const handler = handlerOf(
  sessionRoutes,
  {
    login: async ({ body, userAgent }) => {
      const outcome = await logIn({ ...body, userAgent });
      if (outcome.state === "logged-in") return { token: outcome.token, body: { state: "logged-in" } };
      return { body: outcome };
    },
    loginWithKey: async ({ body, userAgent }) => {
      const { token } = await logInWithKey({ ...body, userAgent });
      return { token, body: { state: "logged-in" } };
    },
    session: async ({ session }) => {
      const { account } = await loadAccount(ports.records, session.accountId);
      const now = ports.clock();
      const confirmed = session.confirmed
        .filter(({ until }) => until > now)
        .map(({ purpose, until }) => ({ purpose, until }));
      const { username, language } = account;
      return { body: { username, language, method: session.method, confirmed } };
    },
    logout: async ({ session }) => {
      await logOut(session);
      return { token: null };
    },
    confirm: async ({ session, body }) => confirmationView(await confirm({ session, ...body })),
    confirmWithKey: async ({ session, params, body }) =>
      confirmationView(await confirmWithKey({ session, confirmationId: params.id, response: body.response })),
    confirmWithPin: async ({ session, params, body }) =>
      confirmationView(await confirmWithPin({ session, confirmationId: params.id, pin: body.pin })),
  },
  sessionApi(ports),
);
