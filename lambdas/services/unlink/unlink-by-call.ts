import { takeCall } from "../../domain/call.ts";
import { requireLink } from "../../domain/link-suspension.ts";
import type { Operator } from "../../domain/operator.ts";
import type { UnlinkCause } from "../../domain/unlinking.ts";
import { loadForHelpdesk } from "../helpdesk/load-for-helpdesk.ts";
import { retrying } from "../retrying.ts";
import type { Writing } from "../writing.ts";
import { endLink } from "./end-link.ts";

/**
 * Way 4: the helpdesk unlinks for a caller who was checked in this call, which is used up by it. Keys, password and
 * validation stay. Throws `CallNotChecked`, `AccountNotLinked`.
 */
export const makeUnlinkByCall =
  (writing: Writing) =>
  async (command: {
    operator: Operator;
    accountId: string;
    callId: string;
    cause: UnlinkCause;
  }): Promise<void> =>
    await retrying(async () => {
      const { operator, accountId, callId, cause } = command;
      const loaded = await loadForHelpdesk(writing.records, command, "unlink-account");
      const checks = await writing.records.get("call-checks", { accountId });
      const at = writing.clock();
      const used = takeCall(checks, { operatorId: operator.id, callId }, at);
      requireLink(loaded.account);
      const { account, writes } = endLink(writing, at, loaded, {
        way: "helpdesk-call",
        actor: "operator",
        operator: operator.id,
        cause,
      });
      await writing.records.commit([{ put: account }, { put: used }, ...writes]);
    });
