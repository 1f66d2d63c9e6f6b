import { meRoutes } from "../contract/routes/me-api.ts";
import { sessionApi } from "../runtime/api.ts";
import { writing } from "../runtime/records.ts";
import { makeChangeProfile } from "../services/accounts/change-profile.ts";
import { loadAccount } from "../services/load-account.ts";
import { handler as handlerOf } from "./handler.ts";
import { profileView } from "./views/profile.ts";

const ports = writing();

const changeProfile = makeChangeProfile(ports);

const ACTIVITY_EVENTS = 100;

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
    activity: async ({ session }) => {
      const events = await ports.records.auditOf(session.accountId, ACTIVITY_EVENTS);
      return {
        body: {
          events: events.map(({ id, at, action, actor, reason }) => ({ id, at, action, actor, reason })),
        },
      };
    },
  },
  sessionApi(ports),
);
