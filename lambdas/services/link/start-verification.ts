import { canBeLinked, linkChecklist, type LinkConditions } from "../../domain/checklist.ts";
import type { VerificationMethod } from "../../domain/account.ts";
import {
  ChecklistIncomplete,
  KeyNotLinkable,
  KeysNotConfirmed,
  VerificationOpen,
} from "../../domain/errors.ts";
import { CODE_RANDOM_BYTES, makeCode } from "../../domain/identification-code.ts";
import type { Session } from "../../domain/records.ts";
import { isOpen, type Verification } from "../../domain/verification.ts";
import type { IsMetadataCurrent } from "../models/metadata-current.ts";
import type { AccountRecords, Write } from "../ports/records.ts";
import { confirmedKeys } from "../sessions/confirmed.ts";
import { audited, mailTo, newId, startWorkflow, type Writing } from "../writing.ts";
import { codeKeptUntil } from "../../domain/retention.ts";
import { loadAccount } from "../load-account.ts";

export interface StartVerification {
  session: Session;
  method: VerificationMethod;
  keyIds: string[];
}

const guard = (
  { account, keys, verifications }: AccountRecords,
  conditions: LinkConditions,
  { session, keyIds }: StartVerification,
) => {
  const missing = linkChecklist(account, keys, conditions).filter(({ met }) => !met);
  if (missing.length > 0) throw new ChecklistIncomplete(missing.map(({ point }) => point).join(", "));
  if (verifications.some(isOpen)) throw new VerificationOpen("a verification is open already");
  const picked = keys.filter(({ id }) => keyIds.includes(id));
  if (picked.length !== keyIds.length || !picked.every(canBeLinked))
    throw new KeyNotLinkable("a picked key is not there, not certified or linked already");
  const touched = confirmedKeys(session, "link");
  if (!keyIds.every((id) => touched.includes(id))) throw new KeysNotConfirmed("a picked key was not touched");
};

/** What the way over an office needs: a code that the answer will bring, and a mail that says what to do with it. */
const forOffice = (writing: Writing, verification: Verification, { account }: AccountRecords): Write[] => {
  const { id: verificationId, accountId, code: value, deadline, createdAt } = verification;
  if (value === undefined) return [];
  const expiresAt = codeKeptUntil(verification);
  return [
    { put: { type: "claim", kind: "code", value, version: 0, expiresAt, accountId, verificationId } },
    mailTo(writing, createdAt, account, "verification-created", { verificationId, facts: { deadline } }),
  ];
};

/** Starts a verification for the picked keys: the row, the start of its machine and what its method needs, in one transaction. */
export const makeStartVerification =
  (writing: Writing & { isMetadataCurrent: IsMetadataCurrent }, deadlineSeconds: number) =>
  async (command: StartVerification): Promise<Verification> => {
    const [records, isMetadataCurrent] = await Promise.all([
      loadAccount(writing.records, command.session.accountId),
      writing.isMetadataCurrent(),
    ]);
    guard(records, { isMetadataCurrent }, command);

    const { account } = records;
    const at = writing.clock();
    const verification: Verification = {
      type: "verification",
      id: newId(writing.random),
      accountId: account.id,
      version: 0,
      method: command.method,
      keyIds: command.keyIds,
      ...(command.method === "czech-point" ? { code: makeCode(writing.random(CODE_RANDOM_BYTES)) } : {}),
      state: "awaiting-registry-data",
      createdAt: at,
      deadline: new Date(Date.parse(at) + deadlineSeconds * 1000).toISOString(),
      remindedSeconds: [],
      attempt: 1,
      lap: 0,
      registrations: [],
      timeline: [{ at, event: "created" }],
    };
    const ids = { accountId: account.id, verificationId: verification.id };
    await writing.records.commit([
      { put: verification },
      // The account is written too, so that of two simultaneous starts one fails.
      { put: account },
      ...forOffice(writing, verification, records),
      startWorkflow(writing, at, verification),
      audited(writing, at, {
        action: "verification-created",
        actor: "user",
        reason: verification.method,
        ...ids,
      }),
    ]);
    return { ...verification, version: 1 };
  };
