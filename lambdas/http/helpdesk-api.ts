import { helpdeskRoutes } from "../contract/routes/helpdesk-api.ts";
import { operatorApi } from "../runtime/api.ts";
import { writing } from "../runtime/records.ts";
import { makeFindAccounts } from "../services/helpdesk/find-accounts.ts";
import { handler as handlerOf } from "./handler.ts";

const ports = writing();
const findAccounts = makeFindAccounts(ports);

/** Work in the helpdesk's console. */
export const handler = handlerOf(
  helpdeskRoutes,
  {
    findAccounts: async ({ operator, body }) => {
      const found = await findAccounts({ operator, ...body });
      return { body: { accounts: found.map(({ id, username }) => ({ id, username })) } };
    },
  },
  operatorApi(ports, { mayBeClosed: false }),
);
