import type { IsoInstant } from "./person.ts";
import type { AbandonReason, Verification } from "./verification.ts";
import { beginUndoing, cancel, end, note, requireState, undoCompletion } from "./verification-steps.ts";

/** Stands for the failure of a completion that was not to be any more. */
const ABANDONED = "CompletionAbandoned";

/**
 * An open verification is not to link anything any more. It is over at once; but where NIA is being told already, what
 * was recorded there has to be ended first.
 */
export const abandon = (verification: Verification, reason: AbandonReason, at: IsoInstant): Verification => {
  if (verification.state !== "completing") return cancel(verification, at, reason);
  // Who unlinks wants none of it; who removes a key may still want the others.
  if (verification.abandoned === "unlinked" || verification.abandoned === reason) return verification;
  const undoing = beginUndoing(verification, ABANDONED);
  return { ...undoing, abandoned: reason, timeline: note(verification, at, "undoing", reason) };
};

/**
 * A key is gone: the verification goes on with those that are left. Where NIA is being told already, everything is undone,
 * and the user may complete it once more.
 */
export const dropKey = (verification: Verification, keyId: string, at: IsoInstant): Verification => {
  const keyIds = verification.keyIds.filter((id) => id !== keyId);
  if (keyIds.length === verification.keyIds.length) return verification;
  if (verification.state === "completing" || keyIds.length === 0)
    return { ...abandon(verification, "key-removed", at), keyIds };
  return { ...verification, keyIds, timeline: note(verification, at, "key-dropped") };
};

export type Abandoned = Verification & { abandoned: AbandonReason };

export const isAbandoned = (verification: Verification): verification is Abandoned =>
  verification.abandoned !== undefined;

/** Nothing of an abandoned completion is left at NIA: what there is still to link may be completed once more. */
export const undone = (
  { abandoned, undoing: _undoing, ...verification }: Abandoned,
  at: IsoInstant,
): Verification => {
  requireState(verification, "completing");
  return abandoned === "key-removed" && verification.keyIds.length > 0
    ? undoCompletion(verification, abandoned, at)
    : { ...end(verification, "cancelled", at, abandoned), stopReason: abandoned };
};
