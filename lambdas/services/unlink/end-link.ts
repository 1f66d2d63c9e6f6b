import type { Account } from "../../domain/account.ts";
import type { AuditEvent } from "../../domain/audit.ts";
import type { IsoInstant } from "../../domain/person.ts";
import { type Unlinked, type Unlinking, unlink } from "../../domain/unlinking.ts";
import type { Verification } from "../../domain/verification.ts";
import { wantState } from "../authenticators/want-state.ts";
import { removedKey } from "../keys/key-rows.ts";
import type { AccountRecords, Write } from "../ports/records.ts";
import { audited, mailTo, resumeWorkflow, type Writing } from "../writing.ts";

type Ending = Unlinking & Pick<AuditEvent, "actor" | "operator" | "cause">;

/** What became of the open verification. */
export type VerificationOutcome = "none" | "goes-on" | "cancelled" | "undoing";

export interface EndedLink {
  /** To be written by the caller, who may have more to change in it: of two at once one loses. */
  account: Account;
  /** Everything else, for the same transaction. */
  writes: Write[];
  linkEnded: boolean;
  verification: VerificationOutcome;
}

const outcomeOf = ({ verification }: Unlinked): VerificationOutcome => {
  if (verification === undefined) return "none";
  if (verification.state === "cancelled") return "cancelled";
  return verification.abandoned === undefined ? "goes-on" : "undoing";
};

const verificationWrites = (
  writing: Pick<Writing, "random">,
  at: IsoInstant,
  verification: Verification | undefined,
  by: Pick<AuditEvent, "actor" | "operator">,
): Write[] => {
  if (verification === undefined) return [];
  if (verification.state !== "cancelled") return [{ put: verification }];
  const { accountId, id, stopReason } = verification;
  return [
    { put: verification },
    ...resumeWorkflow(writing, at, verification),
    audited(writing, at, {
      action: "verification-cancelled",
      ...by,
      accountId,
      verificationId: id,
      ...(stopReason === undefined ? {} : { reason: stopReason }),
    }),
  ];
};

/**
 * Unlinks an account by one of the ways (domain/unlinking.ts): NIA is told until it has happened, keys and the open
 * verification go with the link where the way says so, the user gets a mail. For a transaction inside `retrying`.
 */
export const endLink = (
  writing: Pick<Writing, "random">,
  at: IsoInstant,
  loaded: AccountRecords,
  ending: Ending,
): EndedLink => {
  const { way } = ending;
  const by = { actor: ending.actor, ...(ending.operator === undefined ? {} : { operator: ending.operator }) };
  const cause = ending.cause === undefined ? {} : { cause: ending.cause };
  const unlinked = unlink(loaded, ending, at);
  const { account, keys, removed, linkEnded, verification } = unlinked;
  const outcome = outcomeOf(unlinked);
  const [key] = way === "key-removed" ? removed : [];
  const told: Write[] = linkEnded
    ? [
        mailTo(writing, at, account, "unlinked", {
          facts: { way, verification: outcome, ...(key === undefined ? {} : { keyName: key.name }) },
        }),
        audited(writing, at, {
          action: "account-unlinked",
          ...by,
          ...cause,
          accountId: account.id,
          reason: way,
        }),
      ]
    : [];
  return {
    account,
    linkEnded,
    verification: outcome,
    writes: [
      ...keys.map((put) => ({ put })),
      ...removed.flatMap(removedKey),
      ...wantState(writing, at, unlinked.ending, { wanted: "ended", reason: way }),
      ...verificationWrites(writing, at, verification, by),
      ...told,
    ],
  };
};
