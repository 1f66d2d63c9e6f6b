import { helpdeskRoutes } from "../contract/routes/helpdesk-api.ts";
import { operatorApi } from "../runtime/api.ts";
import { writing } from "../runtime/records.ts";
import { makeCheckCaller } from "../services/helpdesk/check-caller.ts";
import { makeFindAccounts } from "../services/helpdesk/find-accounts.ts";
import { makeResumeLink, makeSuspendLink } from "../services/helpdesk/suspend-link.ts";
import { makeViewAccount } from "../services/helpdesk/view-account.ts";
import { makeUnlinkByCall } from "../services/unlink/unlink-by-call.ts";
import { handler as handlerOf } from "./handler.ts";
import { viewedAccountView } from "./views/viewed-account.ts";

const ports = writing();
const findAccounts = makeFindAccounts(ports);
const viewAccount = makeViewAccount(ports);
const checkCaller = makeCheckCaller(ports);
const suspendLink = makeSuspendLink(ports);
const resumeLink = makeResumeLink(ports);
const unlinkByCall = makeUnlinkByCall(ports);

/** Work in the helpdesk's console. */
export const handler = handlerOf(
  helpdeskRoutes,
  {
    findAccounts: async ({ operator, body }) => {
      const found = await findAccounts({ operator, ...body });
      return { body: { accounts: found.map(({ id, username }) => ({ id, username })) } };
    },
    viewAccount: async ({ operator, params }) => {
      const viewed = await viewAccount({ operator, accountId: params.id });
      return { body: viewedAccountView(viewed, operator, ports.clock()) };
    },
    checkCaller: async ({ operator, params, body }) => {
      const checked = await checkCaller({ operator, accountId: params.id, said: body });
      if (checked.outcome === "failed") return { body: checked };
      const { callId, until } = checked.call;
      return { body: { outcome: "passed", callId, until } };
    },
    suspendLink: async ({ operator, params }) => {
      await suspendLink({ operator, accountId: params.id });
      return {};
    },
    resumeLink: async ({ operator, params }) => {
      await resumeLink({ operator, accountId: params.id });
      return {};
    },
    unlinkByCall: async ({ operator, params, body }) => {
      await unlinkByCall({ operator, accountId: params.id, ...body });
      return {};
    },
  },
  operatorApi(ports, { mayBeClosed: false }),
);
