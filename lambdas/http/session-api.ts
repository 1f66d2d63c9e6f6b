import { sessionRoutes } from "../contract/routes/session-api.ts";
import { makePasswords } from "../adapters/passwords/argon2id.ts";
import { sessionApi, sessionTimes } from "../runtime/api.ts";
import { ceremonies } from "../runtime/ceremonies.ts";
import { derivePin } from "../runtime/pins.ts";
import { writing } from "../runtime/records.ts";
import { servicesOpenIn } from "../domain/service-login.ts";
import { loadAccount } from "../services/load-account.ts";
import { makeConfirm } from "../services/sessions/confirm.ts";
import { makeConfirmWithKey } from "../services/sessions/confirm-with-key.ts";
import { makeConfirmWithPin } from "../services/sessions/confirm-with-pin.ts";
import { makeLogIn } from "../services/sessions/log-in.ts";
import { makeLogInWithCertificate } from "../services/sessions/log-in-with-certificate.ts";
import { makeLogInWithKey } from "../services/sessions/log-in-with-key.ts";
import { makeListSessions } from "../services/sessions/list-sessions.ts";
import { makeLogOut, makeLogOutOthers } from "../services/sessions/log-out.ts";
import { handler as handlerOf } from "./handler.ts";
import { confirmationView } from "./views/confirmation.ts";
import { newToken } from "./views/new-token.ts";
import { sessionsView } from "./views/sessions.ts";

const ports = { ...writing(), passwords: makePasswords(), ceremonies: ceremonies(), derivePin: derivePin() };
const times = sessionTimes();

const logIn = makeLogIn(ports, times);
const logInWithKey = makeLogInWithKey(ports, times);
const logInWithCertificate = makeLogInWithCertificate(ports, times);
const logOut = makeLogOut(ports);
const logOutOthers = makeLogOutOthers(ports);
const listSessions = makeListSessions(ports, times);
const confirm = makeConfirm(ports);
const confirmWithKey = makeConfirmWithKey(ports);
const confirmWithPin = makeConfirmWithPin(ports);

// Who was on the way to NIA's portal in this browser is not who comes back: the ticket ends with the session.
const loggedIn = (token: string, tokenIn: "cookie" | "body") => ({
  ...newToken(token, tokenIn === "body", { state: "logged-in" }),
  ticket: null,
});

/** Logging in and out, and confirmation logins. */
export const handler = handlerOf(
  sessionRoutes,
  {
    login: async ({ body: { tokenIn, ...typed }, userAgent }) => {
      const outcome = await logIn({ ...typed, userAgent });
      return outcome.state === "logged-in" ? loggedIn(outcome.token, tokenIn) : { body: outcome };
    },
    loginWithKey: async ({ body: { tokenIn, ...touched }, userAgent }) =>
      loggedIn((await logInWithKey({ ...touched, userAgent })).token, tokenIn),
    loginWithCertificate: async ({ body: { tokenIn, ...handover }, userAgent }) =>
      loggedIn((await logInWithCertificate({ ...handover, userAgent })).token, tokenIn),
    session: async ({ session }) => {
      const { account, serviceSessions } = await loadAccount(ports.records, session.accountId);
      const now = ports.clock();
      const confirmed = session.confirmed
        .filter(({ until }) => until > now)
        .map(({ purpose, until }) => ({ purpose, until }));
      const { username, language } = account;
      const deletionDueAt = account.deletion?.dueAt;
      const emailUndeliverable = account.email.undeliverable;
      const inServices = servicesOpenIn(serviceSessions, session, now).length > 0;
      const { method } = session;
      return {
        body: { username, language, method, deletionDueAt, emailUndeliverable, confirmed, inServices },
      };
    },
    logout: async ({ session }) => {
      await logOut(session);
      return { token: null, ticket: null };
    },
    sessions: async ({ session }) => ({
      body: sessionsView(await listSessions(session.accountId), session),
    }),
    endSession: async ({ session, params }) => {
      await logOut({ accountId: session.accountId, id: params.id });
      return params.id === session.id ? { token: null, ticket: null } : {};
    },
    endOtherSessions: async ({ session }) => {
      await logOutOthers(session);
      return {};
    },
    confirm: async ({ session, body, bearer }) =>
      confirmationView(await confirm({ session, ...body }), bearer),
    confirmWithKey: async ({ session, params, body: { response }, bearer }) =>
      confirmationView(await confirmWithKey({ session, confirmationId: params.id, response }), bearer),
    confirmWithPin: async ({ session, params, body: { pin }, bearer }) =>
      confirmationView(await confirmWithPin({ session, confirmationId: params.id, pin }), bearer),
  },
  sessionApi(ports),
);
