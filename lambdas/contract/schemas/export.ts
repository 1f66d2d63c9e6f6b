import * as z from "zod";
import { certificate } from "./certificate.ts";
import { resetFormKinds } from "../../domain/reset-form.ts";
import { verificationStates } from "../../domain/verification.ts";
import { contactChange, profile } from "./account.ts";
import { activityQuery } from "./activity.ts";
import { address, instant, isoDate } from "./common.ts";
import { timelineEntry } from "./nia.ts";
import { gradeReason, level } from "./security-key.ts";

const authenticatorState = z.enum(["active", "suspended", "ended"]);

const account = profile
  .omit({
    contactChange: true,
    validationToFinish: true,
    linked: true,
    lockedFields: true,
    deletionSeconds: true,
  })
  .extend({
    id: z.string(),
    email: profile.shape.email.extend({
      undeliverable: z.strictObject({ reason: z.enum(["bounced", "complained"]), since: instant }).optional(),
    }),
    passwordBlockedAt: instant.optional(),
    /** What NIA knows the account by. */
    link: z
      .strictObject({ pseudonym: z.string(), state: z.enum(["active", "suspended"]), linkedAt: instant })
      .optional(),
  });

const resetForm = z.strictObject({
  state: z.enum(["registered", "approved", "refused"]),
  kind: z.enum(resetFormKinds),
  verifiedHow: z.string(),
  dated: isoDate,
  reference: z.string(),
  email: z.string(),
  registeredAt: instant,
  decidedAt: instant.optional(),
});

const securityKey = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** COSE, base64url. */
  publicKey: z.string(),
  counter: z.number().int(),
  transports: z.array(z.string()),
  attestation: z.strictObject({ format: z.string(), aaguid: z.string(), chain: z.array(z.string()) }),
  modelName: z.string().optional(),
  grade: z.strictObject({
    level: level.optional(),
    linkable: z.boolean(),
    reason: gradeReason,
    disqualifiedBy: z.string().optional(),
    metadataNo: z.number().int().optional(),
    gradedAt: instant,
  }),
  createdAt: instant,
  lastUsedAt: instant.optional(),
  clonedAt: instant.optional(),
  link: z
    .strictObject({
      authenticatorId: z.string(),
      state: authenticatorState,
      changedAt: instant,
      suspendedFor: z.array(z.string()).optional(),
    })
    .optional(),
});

const verification = z.strictObject({
  id: z.string(),
  method: z.enum(["czech-point", "eobcanka"]),
  state: z.enum(verificationStates),
  code: z.string().optional(),
  keyIds: z.array(z.string()),
  createdAt: instant,
  deadline: instant,
  /** What the registry of residents answered; goes with the end of the verification. */
  registryData: z
    .strictObject({
      firstName: z.string(),
      lastName: z.string(),
      birthDate: isoDate,
      citizenships: z.array(z.string()),
      address: address.optional(),
      addressPlaceCode: z.string().optional(),
      documents: z.array(z.strictObject({ type: z.string(), number: z.string() })),
    })
    .optional(),
  answeredAt: instant.optional(),
  /** The data box message that answered. */
  answeredBy: z.string().optional(),
  completionRequestedAt: instant.optional(),
  pseudonym: z.string().optional(),
  stopReason: z.string().optional(),
  endedAt: instant.optional(),
  timeline: z.array(timelineEntry),
});

/** NIA's record of a key. */
const niaRecord = z.strictObject({
  id: z.string(),
  keyId: z.string(),
  pseudonym: z.string(),
  /** What it is to hold, since when and why; and what it is known to hold. */
  wanted: authenticatorState,
  wantedAt: instant,
  reason: z.string(),
  known: z.enum(["active", "suspended", "ended", "unknown"]),
});

const session = z.strictObject({
  method: z.enum(["password", "password-and-key", "certificate"]),
  createdAt: instant,
  lastUsedAt: instant,
  expiresAt: instant,
  userAgent: z.string(),
});

/** Every audit event of the account, those too that the activity page leaves out; newest first. */
export const exportedActivity = z.strictObject({
  events: z.array(
    z.strictObject({
      id: z.string(),
      at: z.string(),
      action: z.string(),
      actor: z.string(),
      verificationId: z.string().optional(),
      keyId: z.string().optional(),
      reason: z.string().optional(),
    }),
  ),
  /** There are more: `GET /api/me/export/activity?before=…` has what is older. Absent with the oldest. */
  before: z.string().optional(),
});

export const exportedActivityQuery = activityQuery.pick({ before: true });

/** All that is kept about the account's owner, without passwords, tokens and their hashes. */
export const exportedAccount = z.strictObject({
  format: z.literal("nia-link-export-1"),
  exportedAt: instant,
  account,
  securityKeys: z.array(securityKey),
  niaRecords: z.array(niaRecord),
  verifications: z.array(verification),
  sessions: z.array(session),
  certificates: z.array(certificate),
  /** New contacts that wait for their PIN. */
  contactChanges: z.array(contactChange.omit({ id: true })),
  /** Verified forms that ask to reset the login. */
  resetForms: z.array(resetForm),
  activity: exportedActivity,
});
