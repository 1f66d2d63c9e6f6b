import { accountsRoutes } from "../contract/routes/accounts-api.ts";
import { makePasswords } from "../adapters/passwords/argon2id.ts";
import { makeCommonPasswords } from "../adapters/passwords/common-passwords.ts";
import { readEnv } from "../env.ts";
import { publicApi } from "../runtime/api.ts";
import { limiting } from "../runtime/limits.ts";
import { pinsAndControlCodes } from "../runtime/pins.ts";
import { writing } from "../runtime/records.ts";
import { makeEnterEmailPin, makeEnterPhonePin, makeResendPin } from "../services/accounts/enter-pin.ts";
import { makeRegister } from "../services/accounts/register.ts";
import { makeUsernameAvailable } from "../services/accounts/username-available.ts";
import { handler as handlerOf } from "./handler.ts";

const records = writing();
const ports = {
  ...records,
  ...pinsAndControlCodes(records),
  passwords: makePasswords(),
  commonPasswords: makeCommonPasswords(),
};

const register = makeRegister(ports, readEnv("REGISTRATION_SECONDS").REGISTRATION_SECONDS);
const usernameAvailable = makeUsernameAvailable(ports);
const enterEmailPin = makeEnterEmailPin(ports);
const enterPhonePin = makeEnterPhonePin(ports);
const resendPin = makeResendPin(ports);

/** Registration and activation. */
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
  },
  publicApi(limiting()),
);
