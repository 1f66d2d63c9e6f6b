import { accountsRoutes } from "../contract/routes/accounts-api.ts";
import { makePasswords } from "../adapters/passwords/argon2id.ts";
import { makeCommonPasswords } from "../adapters/passwords/common-passwords.ts";
import { readEnv } from "../env.ts";
import { publicApi } from "../runtime/api.ts";
import { ceremonies } from "../runtime/ceremonies.ts";
import { limiting } from "../runtime/limits.ts";
import { pinsAndControlCodes } from "../runtime/pins.ts";
import { writing } from "../runtime/records.ts";
import { makeEnterEmailPin, makeEnterPhonePin, makeResendPin } from "../services/accounts/enter-pin.ts";
import { makeRegister } from "../services/accounts/register.ts";
import { makeUsernameAvailable } from "../services/accounts/username-available.ts";
import { makeSetPassword } from "../services/login-reset/set-password.ts";
import { makeFinishReset } from "../services/passwords/finish-reset.ts";
import { makeResetWithKey } from "../services/passwords/reset-with-key.ts";
import { makeEnterResetPin, makeOpenReset } from "../services/passwords/open-reset.ts";
import { makeRequestReset } from "../services/passwords/request-reset.ts";
import { makeRequestUnblocking, makeUnblock } from "../services/passwords/unblock.ts";
import { makeRemoveSecondFactors } from "../services/two-factor-reset/remove-second-factors.ts";
import { makeRequestTwoFactorReset } from "../services/two-factor-reset/request-two-factor-reset.ts";
import { handler as handlerOf } from "./handler.ts";

const records = writing();
const ports = {
  ...records,
  ...pinsAndControlCodes(records),
  ceremonies: ceremonies(),
  passwords: makePasswords(),
  commonPasswords: makeCommonPasswords(),
};

const register = makeRegister(ports, readEnv("REGISTRATION_SECONDS").REGISTRATION_SECONDS);
const usernameAvailable = makeUsernameAvailable(ports);
const enterEmailPin = makeEnterEmailPin(ports);
const enterPhonePin = makeEnterPhonePin(ports);
const resendPin = makeResendPin(ports);
const requestReset = makeRequestReset(ports);
const openReset = makeOpenReset(ports);
const enterResetPin = makeEnterResetPin(ports);
const setPasswordAfterForm = makeSetPassword(ports);
const resetWithKey = makeResetWithKey(ports);
const finishReset = makeFinishReset(ports);
const requestUnblocking = makeRequestUnblocking(ports);
const unblock = makeUnblock(ports);
const requestTwoFactorReset = makeRequestTwoFactorReset(ports);
const removeSecondFactors = makeRemoveSecondFactors(ports);

/** Registration, activation, and ways back for whoever can't log in. */
export const handler = handlerOf(
  accountsRoutes,
  {
    controlCode: async () => ({ body: await ports.controlCodes.challenge() }),
    usernameAvailable: async ({ body }) => ({ body: await usernameAvailable(body) }),
    register: async ({ body }) => {
      const { firstName, lastName, birthDate, address, ...rest } = body;
      const person = {
        firstName,
        lastName,
        ...(birthDate === undefined ? {} : { birthDate }),
        ...(address === undefined ? {} : { address }),
      };
      return { body: await register({ ...rest, person }) };
    },
    enterEmailPin: async ({ params, body }) => {
      await enterEmailPin({ registrationId: params.id, pin: body.pin });
      return {};
    },
    enterPhonePin: async ({ params, body }) => {
      await enterPhonePin({ registrationId: params.id, pin: body.pin });
      return {};
    },
    resendPin: async ({ params }) => {
      await resendPin({ registrationId: params.id });
      return {};
    },
    requestPasswordReset: async ({ body }) => {
      await requestReset(body);
      return {};
    },
    openPasswordReset: async ({ params, body }) => ({
      body: await openReset({ resetId: params.id, ...body }),
    }),
    enterPasswordResetPin: async ({ params, body }) => ({
      body: await enterResetPin({ resetId: params.id, ...body }),
    }),
    resetPasswordWithKey: async ({ params, body }) => {
      await resetWithKey({ resetId: params.id, ...body });
      return {};
    },
    resetPassword: async ({ params, body }) => {
      await finishReset({ resetId: params.id, ...body });
      return {};
    },
    setPasswordAfterForm: async ({ params, body }) => {
      await setPasswordAfterForm({ resetId: params.id, ...body });
      return {};
    },
    requestUnblocking: async ({ body }) => ({ body: await requestUnblocking(body) }),
    unblock: async ({ params, body }) => {
      await unblock({ id: params.id, pin: body.pin });
      return {};
    },
    requestTwoFactorReset: async ({ body }) => ({ body: await requestTwoFactorReset(body) }),
    removeSecondFactors: async ({ params, body }) => ({
      body: await removeSecondFactors({ resetId: params.id, ...body }),
    }),
  },
  publicApi(limiting()),
);
