import * as z from "zod";
import { MetadataInvalid } from "../../domain/errors.ts";
import { certificationLevels } from "../../domain/security-key.ts";
import type { AuthenticatorModel, Metadata, ModelIcon, ReadMetadata } from "../../services/ports/fido.ts";
import { readEntry } from "./metadata-entry.ts";
import { type ExpectedSigner, openSignedBlob } from "./signed-blob.ts";

const payloadSchema = z.object({
  no: z.int().nonnegative(),
  nextUpdate: z.iso.date(),
  entries: z.array(z.unknown()).min(1),
});

/** Reads BLOBs that this signer signed. */
export const makeReadMetadata =
  (signer: ExpectedSigner): ReadMetadata =>
  (blob, now) =>
    readPayload(openSignedBlob(blob, signer, now), now);

/** Entry by entry: one that cannot be read is reported and never takes others with it. */
const readPayload = (payload: unknown, now: Date): Metadata => {
  const result = payloadSchema.safeParse(payload);
  if (!result.success) throw new MetadataInvalid("the payload lacks number, next update or entries");

  const { no, nextUpdate, entries } = result.data;
  const today = now.toISOString().slice(0, 10);
  const models = new Map<string, AuthenticatorModel>();
  const icons = new Map<string, ModelIcon>();
  const skipped: Metadata["skipped"] = [];
  for (const [index, entry] of entries.entries()) {
    try {
      const read = readEntry(entry, no, today);
      for (const model of read.models) models.set(model.key, lesser(models.get(model.key), model));
      if (read.icon !== undefined && read.models.length > 0) icons.set(read.icon.name, read.icon);
    } catch (error) {
      skipped.push({ index, why: reasonOf(error) });
    }
  }
  return { no, nextUpdate, models: [...models.values()], icons: [...icons.values()], skipped };
};

/** Two entries with one key contradict each other: the one that grants less is right. */
const lesser = (known: AuthenticatorModel | undefined, model: AuthenticatorModel): AuthenticatorModel => {
  if (known === undefined || known.disqualifiedBy !== undefined) return known ?? model;
  const isLess =
    model.disqualifiedBy !== undefined ||
    certificationLevels.indexOf(model.level) < certificationLevels.indexOf(known.level);
  return isLess ? model : known;
};

const reasonOf = (error: unknown): string => {
  if (error instanceof z.ZodError) {
    return error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
  }
  return error instanceof Error ? error.message : "unknown";
};
