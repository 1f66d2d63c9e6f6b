import * as z from "zod";
import { auditActions } from "../../domain/audit.ts";
import { callFields } from "../../domain/call-check.ts";
import { unlinkCauses } from "../../domain/unlinking.ts";
import { verificationStates } from "../../domain/verification.ts";
import { id, instant, line } from "./common.ts";
import { keyLink, level } from "./security-key.ts";

/** Exactly one of the three, whole: nothing is found by a part. */
export const accountQuestion = z.strictObject({
  by: z.enum(["username", "email", "phone"]),
  value: line(254),
});
/** Of several only where they share a phone. */
export const accountsFound = z.strictObject({
  accounts: z.array(z.strictObject({ id, username: z.string() })),
});

/** Who did what, as far as an operator has to know. */
const event = z.strictObject({
  id: z.string(),
  at: instant,
  action: z.enum(Object.keys(auditActions) as (keyof typeof auditActions)[]),
  actor: z.enum(["user", "system", "registry", "operator"]),
  operator: z.string().optional(),
  reason: z.string().optional(),
  cause: z.enum(unlinkCauses).optional(),
});

/** An account without a value of the profile: what the caller says is checked, not read out. */
export const viewedAccount = z.strictObject({
  id,
  username: z.string(),
  language: z.enum(["cs", "en"]),
  createdAt: instant,
  state: z.enum(["active", "password-blocked", "deletion-requested", "being-deleted"]),
  emailUndeliverable: z.boolean(),
  validation: z.strictObject({ source: z.enum(["czech-point", "eobcanka"]), at: instant }).optional(),
  link: z
    .strictObject({
      linkedAt: instant,
      state: z.enum(["active", "suspended"]),
      suspendedFor: z.array(z.enum(["pseudonym-invalidated", "helpdesk-suspension"])),
    })
    .optional(),
  waitsForNia: z.boolean(),
  keys: z.array(
    z.strictObject({
      modelName: z.string().optional(),
      level: level.optional(),
      createdAt: instant,
      lastUsedAt: instant.optional(),
      clonedAt: instant.optional(),
      link: keyLink.optional(),
    }),
  ),
  verifications: z.array(
    z.strictObject({
      id,
      method: z.enum(["czech-point", "eobcanka"]),
      state: z.enum(verificationStates),
      createdAt: instant,
      deadline: instant,
      stopReason: z.string().optional(),
    }),
  ),
  /** Failed checks of callers within the last day. */
  failedChecks: z.number().int(),
  /** This operator's call that has passed its check and is not used up. */
  call: z.strictObject({ callId: id, until: instant }).optional(),
  /** Newest first. */
  events: z.array(event),
});

/** What the caller says, field by field, as the operator writes it down. */
export const said = z.strictObject({
  firstName: line(100),
  lastName: line(100),
  birthDate: line(40),
  address: line(300),
  email: line(254),
  phone: line(40),
});

export const checked = z.discriminatedUnion("outcome", [
  z.strictObject({ outcome: z.literal("passed"), callId: id, until: instant }),
  z.strictObject({
    outcome: z.literal("failed"),
    failedChecks: z.number().int(),
    /** For supervisors alone. */
    fields: z.array(z.enum(callFields)).optional(),
  }),
]);

export const unlinking = z.strictObject({ callId: id, cause: z.enum(unlinkCauses) });
