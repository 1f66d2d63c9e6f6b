import { writing } from "../runtime/records.ts";
import { makeDeleteAccounts } from "../services/deletion/delete-accounts.ts";
import { eventHandler } from "./event.ts";

const deleteAccounts = makeDeleteAccounts(writing());

/** Reminds of deletions, and carries out those that are due. */
export const handler = eventHandler(async () => await deleteAccounts());
