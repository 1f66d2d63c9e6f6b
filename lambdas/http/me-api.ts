import { makePasswords } from "../adapters/passwords/argon2id.ts";
import { sessionApi } from "../runtime/api.ts";
import { ceremonies } from "../runtime/ceremonies.ts";
import { grade, models } from "../runtime/models.ts";
import { derivePin } from "../runtime/pins.ts";
import { writing } from "../runtime/records.ts";
import { makeChangeProfile } from "../services/accounts/change-profile.ts";
import { makeAddKey, makeKeyOptions } from "../services/keys/add-key.ts";
import { makeRenameKey } from "../services/keys/rename-key.ts";
import { loadAccount } from "../services/load-account.ts";
import { makeConfirm } from "../services/sessions/confirm.ts";
import { makeConfirmWithKey } from "../services/sessions/confirm-with-key.ts";
import { makeConfirmWithPin } from "../services/sessions/confirm-with-pin.ts";
import { handler as handlerOf } from "./handler.ts";
import { confirmationView } from "./views/confirmation.ts";
import { profileView } from "./views/profile.ts";
import { securityKeyView } from "./views/security-key.ts";

const ports = {
  ...writing(),
  passwords: makePasswords(),
  ceremonies: ceremonies(),
  derivePin: derivePin(),
  models: models(),
  grade: grade(),
};

const changeProfile = makeChangeProfile(ports);
const keyOptions = makeKeyOptions(ports);
const addKey = makeAddKey(ports);
const renameKey = makeRenameKey(ports);
const confirm = makeConfirm(ports);
const confirmWithKey = makeConfirmWithKey(ports);
const confirmWithPin = makeConfirmWithPin(ports);

const ACTIVITY_EVENTS = 100;

/** A user's own account: profile, keys, activity and confirmation logins. */
export const handler = handlerOf(
  "me-api",
  {
    profile: async ({ session }) => ({
      body: profileView(await loadAccount(ports.records, session.accountId)),
    }),
    changeProfile: async ({ session, body }) => ({
      body: profileView(await changeProfile({ accountId: session.accountId, change: body })),
    }),
    activity: async ({ session }) => {
      const events = await ports.records.auditOf(session.accountId, ACTIVITY_EVENTS);
      return {
        body: {
          events: events.map(({ id, at, action, actor, reason }) => ({ id, at, action, actor, reason })),
        },
      };
    },
    securityKeys: async ({ session }) => {
      const { keys } = await loadAccount(ports.records, session.accountId);
      return { body: { keys: keys.map(securityKeyView) } };
    },
    securityKeyOptions: async ({ session }) => ({ body: await keyOptions(session) }),
    addSecurityKey: async ({ session, body }) => ({
      body: securityKeyView(await addKey({ session, ...body })),
    }),
    renameSecurityKey: async ({ session, params, body }) => {
      await renameKey({ accountId: session.accountId, keyId: params.keyId, name: body.name });
      return {};
    },
    confirm: async ({ session, body }) => confirmationView(await confirm({ session, ...body })),
    confirmWithKey: async ({ session, params, body }) =>
      confirmationView(await confirmWithKey({ session, confirmationId: params.id, response: body.response })),
    confirmWithPin: async ({ session, params, body }) =>
      confirmationView(await confirmWithPin({ session, confirmationId: params.id, pin: body.pin })),
  },
  sessionApi(ports),
);
