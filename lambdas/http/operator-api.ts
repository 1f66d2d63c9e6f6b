import { operatorRoutes } from "../contract/routes/operator-api.ts";
import { makePasswords } from "../adapters/passwords/argon2id.ts";
import { makeCommonPasswords } from "../adapters/passwords/common-passwords.ts";
import { operatorApi } from "../runtime/api.ts";
import { ceremonies } from "../runtime/ceremonies.ts";
import { grade, models } from "../runtime/models.ts";
import { writing } from "../runtime/records.ts";
import { makeFinishEnrolment, makeOpenEnrolment } from "../services/operators/enrol.ts";
import { loadRoster } from "../services/operators/load-operator.ts";
import { makeLogInOperator } from "../services/operators/log-in-operator.ts";
import { makeLogInOperatorWithKey } from "../services/operators/log-in-operator-with-key.ts";
import { makeLogOutOperator } from "../services/operators/log-out-operator.ts";
import { handler as handlerOf } from "./handler.ts";

const ports = {
  ...writing(),
  passwords: makePasswords(),
  commonPasswords: makeCommonPasswords(),
  ceremonies: ceremonies(),
  models: models(),
  grade: grade(),
};

const openEnrolment = makeOpenEnrolment(ports);
const finishEnrolment = makeFinishEnrolment(ports);
const logIn = makeLogInOperator(ports);
const logInWithKey = makeLogInOperatorWithKey(ports);
const logOut = makeLogOutOperator(ports);

/** Enrolment and login of the helpdesk's operators, also before the console is open. */
export const handler = handlerOf(
  operatorRoutes,
  {
    openEnrolment: async ({ body }) => {
      const { operator, enrolment, options } = await openEnrolment(body);
      const { id: login, name, role } = operator;
      return { body: { login, name, role, expiresAt: enrolment.expiresAt, options } };
    },
    finishEnrolment: async ({ body }) => {
      await finishEnrolment(body);
      return {};
    },
    operatorLogin: async ({ body }) => ({ body: await logIn(body) }),
    operatorLoginWithKey: async ({ body }) => ({ operatorToken: (await logInWithKey(body)).token }),
    operatorSession: async ({ operator: { id: login, name, role }, operatorSession: { expiresAt } }) => {
      const { openedAt } = await loadRoster(ports.records);
      return { body: { login, name, role, open: openedAt !== undefined, expiresAt } };
    },
    operatorLogout: async ({ operatorSession }) => {
      await logOut(operatorSession);
      return { operatorToken: null };
    },
  },
  operatorApi(ports, { mayBeClosed: true }),
);
