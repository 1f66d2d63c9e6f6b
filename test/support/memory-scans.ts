import type { Scans } from "../../lambdas/services/ports/scans.ts";

/** The `Scans` port: what a browser would have sent is put straight in. */
export const memoryScans = () => {
  const stored = new Map<string, { content: Uint8Array; mediaType: string }>();
  const scans: Scans = {
    admit: async (id, mediaType) => ({ url: "https://scans.example.cz/", fields: { key: id, mediaType } }),
    fetch: async (id) => stored.get(id),
  };
  return { ...scans, stored };
};

export const aPdf = (text = "a form"): Uint8Array => new TextEncoder().encode(`%PDF-1.7 ${text}`);
