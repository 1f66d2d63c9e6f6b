import { meRoutes } from "../contract/routes/me-api.ts";
import { readEnv } from "../env.ts";
import { sessionApi } from "../runtime/api.ts";
import { writing } from "../runtime/records.ts";
import { makeChangeProfile } from "../services/accounts/change-profile.ts";
import { EXPORTED_EVENTS, makeExportAccount } from "../services/accounts/export-account.ts";
import { makeCancelDeletion } from "../services/deletion/cancel-deletion.ts";
import { makeRequestDeletion } from "../services/deletion/request-deletion.ts";
import { loadAccount } from "../services/load-account.ts";
import { handler as handlerOf } from "./handler.ts";
import { activityView, placeOf } from "./views/activity.ts";
import { exportedActivityView, exportView } from "./views/export.ts";
import { deletionView, profileView } from "./views/profile.ts";

const ports = writing();

const changeProfile = makeChangeProfile(ports);
const exportAccount = makeExportAccount(ports);
const requestDeletion = makeRequestDeletion(ports, readEnv("DELETION_SECONDS").DELETION_SECONDS);
const cancelDeletion = makeCancelDeletion(ports);

const ACTIVITY_EVENTS = 25;

/** A user's own account. */
export const handler = handlerOf(
  meRoutes,
  {
    profile: async ({ session }) => ({
      body: profileView(await loadAccount(ports.records, session.accountId)),
    }),
    changeProfile: async ({ session, body }) => ({
      body: profileView(await changeProfile({ accountId: session.accountId, change: body })),
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
  },
  sessionApi(ports),
);
