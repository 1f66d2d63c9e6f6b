import { meRoutes } from "../contract/routes/me-api.ts";
import { readEnv } from "../env.ts";
import { makePasswords } from "../adapters/passwords/argon2id.ts";
import { makeCommonPasswords } from "../adapters/passwords/common-passwords.ts";
import { sessionApi } from "../runtime/api.ts";
import { derivedSecrets } from "../runtime/pins.ts";
import { writing } from "../runtime/records.ts";
import { makeChangeProfile } from "../services/accounts/change-profile.ts";
import { EXPORTED_EVENTS, makeExportAccount } from "../services/accounts/export-account.ts";
import { makeCancelDeletion } from "../services/deletion/cancel-deletion.ts";
import { makeRequestDeletion } from "../services/deletion/request-deletion.ts";
import { makeChangeContact } from "../services/contacts/change-contact.ts";
import { makeEnterContactPin } from "../services/contacts/enter-contact-pin.ts";
import { makeCancelContactChange, makeResendContactPin } from "../services/contacts/resend-contact-pin.ts";
import { loadAccount } from "../services/load-account.ts";
import { makeChangePassword } from "../services/passwords/change-password.ts";
import { handler as handlerOf } from "./handler.ts";
import { activityView, placeOf } from "./views/activity.ts";
import { exportedActivityView, exportView } from "./views/export.ts";
import { contactChangeView, deletionView, profileView } from "./views/profile.ts";

const ports = {
  ...writing(),
  ...derivedSecrets(),
  passwords: makePasswords(),
  commonPasswords: makeCommonPasswords(),
};

const changeProfile = makeChangeProfile(ports);
const exportAccount = makeExportAccount(ports);
const { DELETION_SECONDS } = readEnv("DELETION_SECONDS");
const requestDeletion = makeRequestDeletion(ports, DELETION_SECONDS);
const cancelDeletion = makeCancelDeletion(ports);
const changeContact = makeChangeContact(ports);
const enterContactPin = makeEnterContactPin(ports);
const resendContactPin = makeResendContactPin(ports);
const cancelContactChange = makeCancelContactChange(ports);
const changePassword = makeChangePassword(ports);

const ACTIVITY_EVENTS = 25;

/** A user's own account. */
export const handler = handlerOf(
  meRoutes,
  {
    profile: async ({ session }) => ({
      body: profileView(await loadAccount(ports.records, session.accountId), ports.clock(), DELETION_SECONDS),
    }),
    changeProfile: async ({ session, body }) => ({
      body: profileView(
        await changeProfile({ accountId: session.accountId, change: body }),
        ports.clock(),
        DELETION_SECONDS,
      ),
    }),
    activity: async ({ session, query }) => {
      const page = {
        of: query.kind ?? "shown",
        limit: ACTIVITY_EVENTS,
        before: placeOf(query.before),
      } as const;
      const [events, { keys }] = await Promise.all([
        ports.records.auditOf(session.accountId, page),
        loadAccount(ports.records, session.accountId),
      ]);
      return { body: activityView(events, keys) };
    },
    exportAccount: async ({ session }) => {
      const { records, page, at } = await exportAccount(session.accountId);
      return { body: exportView(records, page, at), fileName: `nia-link-${at.slice(0, 10)}.json` };
    },
    exportActivity: async ({ session, query }) => {
      const before = placeOf(query.before);
      const page = { of: "all", limit: EXPORTED_EVENTS, before } as const;
      return { body: exportedActivityView(await ports.records.auditOf(session.accountId, page)) };
    },
    requestDeletion: async ({ session }) => ({ body: deletionView(await requestDeletion(session)) }),
    cancelDeletion: async ({ session }) => {
      await cancelDeletion(session.accountId);
      return {};
    },
    changeEmail: async ({ session: { accountId }, body }) => ({
      body: contactChangeView(await changeContact({ accountId, kind: "email", value: body.email })),
    }),
    changePhone: async ({ session: { accountId }, body }) => ({
      body: contactChangeView(await changeContact({ accountId, kind: "phone", value: body.phone })),
    }),
    enterContactPin: async ({ session, params, body }) => {
      await enterContactPin({ session, changeId: params.id, pin: body.pin });
      return {};
    },
    resendContactPin: async ({ session: { accountId }, params }) => {
      await resendContactPin({ accountId, changeId: params.id });
      return {};
    },
    cancelContactChange: async ({ session: { accountId }, params }) => {
      await cancelContactChange({ accountId, changeId: params.id });
      return {};
    },
    changePassword: async ({ session, body }) => {
      await changePassword({ session, password: body.password });
      return {};
    },
  },
  sessionApi(ports),
);
