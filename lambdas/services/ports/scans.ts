import type { ScanType } from "../../domain/reset-form.ts";

/** Where a browser sends a file itself, as `multipart/form-data`: these fields first, the file last under `file`. */
export interface Upload {
  url: string;
  fields: Record<string, string>;
}

/** Pictures of forms, encrypted at rest. What is stored is never changed, and goes by itself after its time. */
export interface Scans {
  /** Admits one file of this type under this name for some minutes, no larger than `SCAN_MOST_BYTES`. */
  admit(id: string, mediaType: ScanType): Promise<Upload>;
  /** Undefined where there is none, or none any more. */
  fetch(id: string): Promise<{ content: Uint8Array; mediaType: string } | undefined>;
}
