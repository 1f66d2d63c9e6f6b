import * as z from "zod";
import { verificationStates } from "../../domain/verification.ts";
import { address, id, instant, isoDate, keyId } from "./common.ts";
import { securityKey } from "./security-key.ts";

export const checklistPoint = z.enum([
  "account-active",
  "names",
  "address",
  "email",
  "phone",
  "citizenship",
  "natural-person",
  "linkable-key",
  "metadata-current",
]);

export const timelineEntry = z.strictObject({
  at: instant,
  event: z.string(),
  detail: z.string().optional(),
});

export const verification = z.strictObject({
  id,
  method: z.enum(["czech-point", "eobcanka"]),
  state: z.enum(verificationStates),
  /** In groups of four: for the print view only the account's own user ever sees it. */
  code: z.string().optional(),
  keyIds: z.array(z.string()),
  createdAt: instant,
  deadline: instant,
  stopReason: z.string().optional(),
  /** Keys registered so far, while it completes. */
  keysDone: z.number().int(),
  timeline: z.array(timelineEntry),
});

export const niaPage = z.strictObject({
  checklist: z.array(z.strictObject({ point: checklistPoint, met: z.boolean() })),
  mayLink: z.boolean(),
  keys: z.array(securityKey),
  link: z.strictObject({ state: z.enum(["active", "suspended"]), linkedAt: instant }).optional(),
  /** NIA has not confirmed yet what became of a key, be it removed already: it is being told. */
  waitsForNia: z.boolean(),
  /** The open verification, or the one that ended last. */
  verification: verification.optional(),
  /** An outage: no deadline runs. */
  deadlinesPaused: z.boolean(),
});

export const newVerification = z.strictObject({
  method: z.enum(["czech-point", "eobcanka"]),
  keyIds: z.array(keyId).min(1).max(20),
});

const compared = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    account: value.optional(),
    registry: value.optional(),
    outcome: z.enum(["equal", "case-only", "different"]),
  });

export const comparison = z.strictObject({
  verificationId: id,
  /** Names the state of both sides; the completion has to bring it back. */
  digest: z.string(),
  firstName: compared(z.string()),
  lastName: compared(z.string()),
  birthDate: compared(isoDate),
  address: compared(address),
});

export const completion = z.strictObject({ digest: z.string().max(64) });
