import { giveUpAfter, type OutboxOutcome, takeItem } from "../../domain/outbox.ts";
import type { Clock, WorkflowItem, Workflows } from "../ports/platform.ts";
import type { Records } from "../ports/records.ts";

interface Ports {
  records: Records;
  clock: Clock;
  workflows: Workflows;
}

const carryOut = async ({ records, workflows }: Ports, item: WorkflowItem): Promise<void> => {
  const { accountId } = item;
  if (item.action === "start") {
    const { verificationId, attempt } = item;
    await workflows.start({ machine: "link-account", accountId, verificationId, attempt });
    return;
  }
  if (item.action === "tell-nia") {
    const { authenticatorId, attempt } = item;
    await workflows.start({ machine: "unlink-account", accountId, authenticatorId, attempt });
    return;
  }
  const verification = await records.get("verification", {
    accountId,
    id: item.verificationId,
  });
  // A newer lap waits for another answer, and has its own item when that one comes.
  if (verification?.waiting === undefined || verification.lap !== item.lap) return;
  await workflows.resume(verification.waiting.taskToken);
};

/** Starts or resumes an execution for one item of the outbox; both are harmless when repeated. */
export const makeDeliverWorkflow =
  (ports: Ports) =>
  async (itemId: string): Promise<OutboxOutcome> => {
    const { records, clock } = ports;
    const taken = takeItem(await records.get("outbox-item", { id: itemId }), clock());
    if (taken === undefined || taken.channel !== "workflow") return "skipped";
    await records.commit([{ put: taken }]);
    const leased = { ...taken, version: taken.version + 1 };
    try {
      await carryOut(ports, taken);
    } catch (error) {
      await records.commit([{ put: giveUpAfter(leased, clock()) }]);
      throw error;
    }
    await records.commit([{ put: { ...leased, deliveredAt: clock() } }]);
    return "delivered";
  };
