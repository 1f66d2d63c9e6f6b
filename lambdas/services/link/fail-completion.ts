import type { Account } from "../../domain/account.ts";
import { type Abandoned, isAbandoned, undone } from "../../domain/abandoning.ts";
import type { OperatorCase } from "../../domain/records.ts";
import { stop, undoCompletion } from "../../domain/verification-steps.ts";
import type { StopReason } from "../../domain/verification.ts";
import type { Write } from "../ports/records.ts";
import { audited, mailTo, openCase, type Writing } from "../writing.ts";
import { leaveAtNia } from "./left-at-nia.ts";
import { loadForTask, type TaskInput } from "./load-verification.ts";

interface Consequence {
  reason: StopReason;
  /** Whether the same verification may be completed once more. */
  retryable: boolean;
  caseKind?: OperatorCase["kind"];
}

const consequences: Record<string, Consequence> = {
  PersonNotFound: { reason: "person-not-found", retryable: false },
  PersonAmbiguous: { reason: "person-ambiguous", retryable: false },
  PseudonymTaken: { reason: "another-person", retryable: false, caseKind: "another-person" },
  KeyRefused: { reason: "key-refused", retryable: true },
  NiaRefused: { reason: "nia-refused", retryable: true, caseKind: "nia-unavailable" },
};
const otherwise: Consequence = { reason: "nia-unavailable", retryable: true, caseKind: "nia-unavailable" };

/** It was not to be completed any more, whatever else has failed. */
const finishAbandoned = (writing: Writing, account: Account, verification: Abandoned): Write[] => {
  const at = writing.clock();
  const next = undone(verification, at);
  const isOver = next.state === "cancelled";
  const reason = verification.abandoned;
  return [
    { put: next },
    mailTo(writing, at, account, isOver ? "cancelled" : "completion-undone", {
      verificationId: verification.id,
      facts: { reason },
    }),
    audited(writing, at, {
      action: isOver ? "verification-cancelled" : "completion-undone",
      actor: "system",
      reason,
      accountId: account.id,
      verificationId: verification.id,
    }),
  ];
};

/**
 * Task `fail-completion`: everything is undone at NIA, or handed over to be; says why and what may be done now. The
 * failure that was stored when undoing began goes before the one that is told.
 */
export const makeFailCompletion =
  (writing: Writing) =>
  async (input: TaskInput & { failure: string }): Promise<void> => {
    const loaded = await loadForTask(writing.records, input);
    const { account, verification } = loaded;
    if (verification.state !== "completing") return;
    if (isAbandoned(verification)) {
      const left = await leaveAtNia(writing, loaded, writing.clock());
      await writing.records.commit([...finishAbandoned(writing, account, verification), ...left]);
      return;
    }
    const { reason, retryable, caseKind } = consequences[verification.undoing ?? input.failure] ?? otherwise;
    const at = writing.clock();
    const ids = { accountId: account.id, verificationId: verification.id };
    await writing.records.commit([
      { put: retryable ? undoCompletion(verification, reason, at) : stop(verification, reason, at) },
      mailTo(writing, at, account, retryable ? "completion-undone" : "stopped", {
        verificationId: verification.id,
        facts: { reason },
      }),
      audited(writing, at, {
        action: retryable ? "completion-undone" : "verification-stopped",
        actor: "system",
        reason,
        ...ids,
      }),
      ...(await leaveAtNia(writing, loaded, at)),
      ...(caseKind === undefined ? [] : [openCase(writing, at, { kind: caseKind, ...ids })]),
    ]);
  };
