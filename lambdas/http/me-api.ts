import { meRoutes } from "../contract/routes/me-api.ts";
import { sessionApi } from "../runtime/api.ts";
import { writing } from "../runtime/records.ts";
import { makeChangeProfile } from "../services/accounts/change-profile.ts";
import { loadAccount } from "../services/load-account.ts";
import { handler as handlerOf } from "./handler.ts";
import { activityView, placeOf } from "./views/activity.ts";
import { profileView } from "./views/profile.ts";

const ports = writing();

const changeProfile = makeChangeProfile(ports);

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
  },
  sessionApi(ports),
);
