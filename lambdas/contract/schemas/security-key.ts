import * as z from "zod";
import { authenticatorReasons, authenticatorStates } from "../../domain/authenticator.ts";
import { certificationLevels } from "../../domain/security-key.ts";
import { instant, line } from "./common.ts";
import { registrationResponse, webauthnOptions } from "./session.ts";

export const level = z.enum(certificationLevels);

export const gradeReason = z.enum([
  "certified",
  "below-level-1",
  "disqualified",
  "no-attestation",
  "self-attestation",
  "unknown-model",
  "surrogate-only",
  "aaguid-mismatch",
  "certificate-path",
  "metadata-outdated",
]);

/** Made of the picture's bytes. */
const pictureName = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
export const byPicture = z.strictObject({ picture: pictureName });
/** What NIA is to hold of a key. */
export const keyLink = z.strictObject({
  state: z.enum(authenticatorStates),
  /** NIA has not confirmed it yet, and is being told. */
  waitsForNia: z.boolean(),
  /** Why it is suspended or ended; none of an active one. */
  reasons: z.array(z.enum(authenticatorReasons)),
});

export const securityKey = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Of the public list of models and their icons. */
  modelKey: z.string().optional(),
  modelName: z.string().optional(),
  picture: pictureName.optional(),
  /** A passkey that a password manager may copy: it attests nothing. */
  synced: z.boolean().optional(),
  level: level.optional(),
  linkable: z.boolean(),
  reason: gradeReason,
  disqualifiedBy: z.string().optional(),
  metadataNo: z.number().int().optional(),
  gradedAt: instant,
  createdAt: instant,
  lastUsedAt: instant.optional(),
  /** Since when it opens nothing any more: there may be a copy of it. */
  clonedAt: instant.optional(),
  link: keyLink.optional(),
});

/** What a removal has brought about beside itself. */
export const keyRemoved = z.strictObject({
  /** It was the last linked key of a linked account. */
  linkEnded: z.boolean(),
  /** Of the verification that the key was in: `undoing` is told by the NIA page once it is done. */
  verification: z.enum(["none", "goes-on", "cancelled", "undoing"]),
});

export const securityKeys = z.strictObject({ keys: z.array(securityKey) });
export const keyName = z.strictObject({ name: line(60) });
export const keyOptions = z.strictObject({ ceremonyId: z.string(), options: webauthnOptions });
export const newKey = z.strictObject({
  ceremonyId: z.string().max(64),
  name: line(60),
  response: registrationResponse,
});

export const certifiedKeys = z.strictObject({
  metadataNo: z.number().int(),
  nextUpdate: z.string(),
  checkedAt: instant,
  models: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      vendor: z.string(),
      level,
      levelDate: z.string().optional(),
      transports: z.array(z.string()),
      kind: z.enum(["hardware", "platform", "other"]),
      userVerification: z.array(z.string()),
      picture: pictureName.optional(),
    }),
  ),
});
