import { keysRoutes } from "../contract/routes/keys-api.ts";
import { sessionApi } from "../runtime/api.ts";
import { ceremonies } from "../runtime/ceremonies.ts";
import { grade, models } from "../runtime/models.ts";
import { writing } from "../runtime/records.ts";
import { makeAddKey, makeKeyOptions } from "../services/keys/add-key.ts";
import { makeRemoveKey } from "../services/keys/remove-key.ts";
import { makeRenameKey } from "../services/keys/rename-key.ts";
import { loadAccount } from "../services/load-account.ts";
import { handler as handlerOf } from "./handler.ts";
import { securityKeyView, securityKeyViews } from "./views/security-key.ts";

const ports = { ...writing(), ceremonies: ceremonies(), models: models(), grade: grade() };

const keyOptions = makeKeyOptions(ports);
const addKey = makeAddKey(ports);
const removeKey = makeRemoveKey(ports);
const renameKey = makeRenameKey(ports);

/** The account's security keys. */
export const handler = handlerOf(
  keysRoutes,
  {
    securityKeys: async ({ session }) => {
      return { body: { keys: securityKeyViews(await loadAccount(ports.records, session.accountId)) } };
    },
    securityKeyOptions: async ({ session }) => ({ body: await keyOptions(session) }),
    addSecurityKey: async ({ session, body }) => ({
      body: securityKeyView(await addKey({ session, ...body }), []),
    }),
    removeSecurityKey: async ({ session, params }) => ({
      body: await removeKey({ session, keyId: params.keyId }),
    }),
    renameSecurityKey: async ({ session, params, body }) => {
      await renameKey({ accountId: session.accountId, keyId: params.keyId, name: body.name });
      return {};
    },
  },
  sessionApi(ports),
);
