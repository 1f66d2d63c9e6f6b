import type { Download } from "../../services/ports/fido.ts";

export interface DownloadLimits {
  maxBytes: number;
  timeoutMs: number;
}

/** About three times what the FIDO Alliance publishes today. */
const defaults: DownloadLimits = { maxBytes: 32 * 1024 * 1024, timeoutMs: 60_000 };

/** Reads as much as the limits allow, whatever length is announced. */
export const makeDownload =
  ({ maxBytes, timeoutMs } = defaults): Download =>
  async (url) => {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      throw new Error(`download: status ${response.status}`);
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body) {
      size += chunk.length;
      if (size > maxBytes) throw new Error(`download: more than ${maxBytes} bytes`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString("utf8");
  };
