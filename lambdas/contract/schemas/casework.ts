import * as z from "zod";
import { auditActions, type AuditAction } from "../../domain/audit.ts";
import { caseKinds, caseOutcomes } from "../../domain/records.ts";
import { refusalReasons, resetFormKinds, scanTypes } from "../../domain/reset-form.ts";
import { verificationStates } from "../../domain/verification.ts";
import { address, base64url, email, id, instant, isoDate, line } from "./common.ts";

const decision = z.discriminatedUnion("decision", [
  z.strictObject({ decision: z.literal("assign"), accountId: id, verificationId: id }),
  z.strictObject({ decision: z.literal("pass") }),
  z.strictObject({ decision: z.literal("reject") }),
  z.strictObject({ decision: z.literal("close") }),
]);
export const proposedDecision = decision;
export const proposed = z.strictObject({ id });

const proposal = z.strictObject({
  id: z.string(),
  by: z.string(),
  at: instant,
  decision: z.enum(["assign", "pass", "reject", "close"]),
  verificationId: z.string().optional(),
});

const caseLine = z.strictObject({
  id: z.string(),
  kind: z.enum(caseKinds),
  openedAt: instant,
  accountId: z.string().optional(),
  /** Decided by two people; every other one is worked on by one. */
  takesTwo: z.boolean(),
  mayRetry: z.boolean(),
  proposal: proposal.optional(),
});
export const cases = z.strictObject({ cases: z.array(caseLine) });

const person = z.strictObject({
  firstName: z.string(),
  lastName: z.string(),
  birthDate: isoDate.optional(),
  address: address.optional(),
});

export const shownCase = caseLine.extend({
  state: z.enum(["open", "closed"]),
  closed: z.strictObject({ at: instant, by: z.string(), outcome: z.enum(caseOutcomes) }).optional(),
  username: z.string().optional(),
  messageId: z.string().optional(),
  verification: z
    .strictObject({
      id: z.string(),
      state: z.enum(verificationStates),
      stopReason: z.string().optional(),
      createdAt: instant,
    })
    .optional(),
  /** Whom the account and the registry say. */
  people: z.strictObject({ account: person, registry: person }).optional(),
  /** What the office wrote beside the code, and of whom. */
  answer: z.strictObject({ note: z.string(), person }).optional(),
  /** Verifications that the answer may be for, the likeliest first. */
  suggestions: z.array(
    z.strictObject({
      accountId: z.string(),
      verificationId: z.string(),
      username: z.string(),
      /** In groups of four. */
      code: z.string(),
      /** From what was typed; absent where nothing in the note is near. */
      distance: z.number().optional(),
      sameNames: z.boolean(),
      sameBirthDate: z.boolean(),
    }),
  ),
  /** Whose verification is asked for. */
  proposedFor: z.string().optional(),
});

export const closing = z.strictObject({ outcome: z.enum(["given-up", "settled"]) });
export const byProposal = z.strictObject({ id, proposalId: id });

export const announcedScan = z.strictObject({ mediaType: z.enum(scanTypes) });
export const upload = z.strictObject({
  scanId: z.string(),
  url: z.string(),
  /** Of a `multipart/form-data` form, before the file under `file`. */
  fields: z.record(z.string(), z.string()),
});

export const newResetForm = z.strictObject({
  accountId: id,
  kind: z.enum(resetFormKinds),
  verifiedHow: line(200),
  dated: isoDate,
  reference: line(60),
  email,
  scanId: id,
});
export const byForm = z.strictObject({ accountId: id, id });
export const refusal = z.strictObject({ reason: z.enum(refusalReasons) });

export const resetForm = z.strictObject({
  id: z.string(),
  accountId: z.string(),
  username: z.string(),
  state: z.enum(["registered", "approved", "refused"]),
  kind: z.enum(resetFormKinds),
  verifiedHow: z.string(),
  dated: isoDate,
  reference: z.string(),
  email: z.string(),
  scan: z.strictObject({ mediaType: z.enum(scanTypes), bytes: z.number().int(), sha256: z.string() }),
  registered: z.strictObject({ by: z.string(), at: instant }),
  decided: z
    .strictObject({ by: z.string(), at: instant, reason: z.enum(refusalReasons).optional() })
    .optional(),
});
const formLine = resetForm.pick({
  id: true,
  accountId: true,
  state: true,
  kind: true,
  reference: true,
  registered: true,
});
export const resetForms = z.strictObject({ forms: z.array(formLine) });

export const auditQuestion = z.strictObject({
  /** Username or e-mail, whole. */
  login: line(254).optional(),
  accountId: id.optional(),
  operator: line(64).optional(),
  action: z.enum(Object.keys(auditActions) as [AuditAction, ...AuditAction[]]).optional(),
  from: instant.optional(),
  until: instant.optional(),
  before: base64url.min(1).max(120).optional(),
});

export const auditPage = z.strictObject({
  events: z.array(
    z.strictObject({
      id: z.string(),
      at: instant,
      action: z.string(),
      actor: z.string(),
      operator: z.string().optional(),
      accountId: z.string().optional(),
      verificationId: z.string().optional(),
      keyId: z.string().optional(),
      reason: z.string().optional(),
      requestId: z.string().optional(),
      correlationId: z.string().optional(),
    }),
  ),
  /** There may be more, also behind a short page; absent with the last one. */
  before: z.string().optional(),
});
