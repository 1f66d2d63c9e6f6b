import type { OperatorCase } from "../../domain/records.ts";
import type { BoxMessage, UnmatchedAnswer } from "../../domain/box-message.ts";
import type { Write } from "../ports/records.ts";
import { type Writing, audited, openCase } from "../writing.ts";

/** What becomes of a message; whatever a person has to look at opens a case. */
export type Verdict =
  | { state: "matched"; verificationId: string; detail?: string }
  | { state: "skipped"; detail: string; openCase?: "system-message" }
  | {
      state: "quarantined";
      detail: string;
      openCase: "unreadable-message" | "unmatched-answer";
      /** Of one that could be read: two operators may find whose it is. */
      answer?: UnmatchedAnswer;
      accountId?: string;
      verificationId?: string;
    };

export const unreadable = (detail: string): Verdict => ({
  state: "quarantined",
  openCase: "unreadable-message",
  detail,
});

/** Writes the verdict, its case and its audit event in one transaction. */
export const settle = async (writing: Writing, message: BoxMessage, verdict: Verdict): Promise<void> => {
  const at = writing.clock();
  const { state, detail } = verdict;
  const ids: Pick<OperatorCase, "accountId" | "verificationId"> = {
    ...("accountId" in verdict && { accountId: verdict.accountId }),
    ...("verificationId" in verdict && { verificationId: verdict.verificationId }),
  };
  const writes: Write[] = [
    {
      put: {
        ...message,
        state,
        ...(detail !== undefined && { detail }),
        ...(ids.verificationId !== undefined && { verificationId: ids.verificationId }),
        ...("answer" in verdict && { answer: verdict.answer }),
      },
    },
  ];
  if ("openCase" in verdict) {
    writes.push(
      openCase(writing, at, { kind: verdict.openCase, messageId: message.id, ...ids }),
      audited(writing, at, {
        action: state === "quarantined" ? "message-quarantined" : "case-opened",
        actor: "system",
        reason: `message ${message.id}: ${detail}`,
        ...ids,
      }),
    );
  }
  await writing.records.commit(writes);
};
