import type * as z from "zod";
import type { niaPage, verification as verificationSchema } from "../../contract/schemas/nia.ts";
import { isSettled } from "../../domain/authenticator.ts";
import { linkChecklist, type LinkConditions } from "../../domain/checklist.ts";
import { formatCode } from "../../domain/identification-code.ts";
import { type DeadlinePauses, isPaused, withPauses } from "../../domain/pauses.ts";
import type { IsoInstant } from "../../domain/person.ts";
import { isKept } from "../../domain/retention.ts";
import { isOpen, type Verification } from "../../domain/verification.ts";
import type { AccountRecords } from "../../services/ports/records.ts";
import { securityKeyViews } from "./security-key.ts";

/** A verification as its owner sees it. */
export const verificationView = (verification: Verification): z.input<typeof verificationSchema> => ({
  id: verification.id,
  method: verification.method,
  state: verification.state,
  code: verification.code === undefined ? undefined : formatCode(verification.code),
  keyIds: verification.keyIds,
  createdAt: verification.createdAt,
  deadline: verification.deadline,
  stopReason: verification.stopReason,
  keysDone: verification.registrations.filter(({ outcome }) => outcome === "registered").length,
  timeline: verification.timeline,
});

const latest = (verifications: readonly Verification[]): Verification | undefined =>
  verifications.find(isOpen) ?? verifications.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))[0];

/** Everything that the NIA page shows. */
export const niaPageView = (
  records: AccountRecords,
  conditions: LinkConditions,
  pauses: DeadlinePauses | undefined,
  now: IsoInstant,
): z.input<typeof niaPage> => {
  const { account, keys, authenticators, verifications } = records;
  const checklist = linkChecklist(account, keys, conditions);
  const shown = latest(verifications.filter((one) => isKept(one, now)));
  return {
    checklist,
    mayLink: checklist.every(({ met }) => met),
    keys: securityKeyViews(records),
    link:
      account.link === undefined ? undefined : { state: account.link.state, linkedAt: account.link.linkedAt },
    waitsForNia: !authenticators.every(isSettled),
    verification: shown === undefined ? undefined : verificationView(withPauses(shown, pauses, now)),
    deadlinesPaused: pauses !== undefined && isPaused(pauses),
  };
};
