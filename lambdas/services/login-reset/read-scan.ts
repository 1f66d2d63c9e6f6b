import { createHash } from "node:crypto";
import { InvalidInput } from "../../domain/errors.ts";
import { type Scan, scanTypeOf } from "../../domain/reset-form.ts";
import type { Scans } from "../ports/scans.ts";

const digest = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** The scan that was sent to the store, by what it really is. Throws `InvalidInput` where it is none. */
export const readScan = async (scans: Scans, id: string): Promise<Scan> => {
  const stored = await scans.fetch(id);
  if (stored === undefined) throw new InvalidInput([{ pointer: "/scanId", code: "missing" }]);
  const mediaType = scanTypeOf(stored.content);
  if (mediaType === undefined || mediaType !== stored.mediaType)
    throw new InvalidInput([{ pointer: "/scanId", code: "malformed" }]);
  return { id, mediaType, bytes: stored.content.length, sha256: digest(stored.content) };
};

/** The very picture that was registered; undefined where it is gone, or another one stands in its place. */
export const fetchScan = async (scans: Scans, scan: Scan): Promise<Uint8Array | undefined> => {
  const stored = await scans.fetch(scan.id);
  return stored !== undefined && digest(stored.content) === scan.sha256 ? stored.content : undefined;
};
