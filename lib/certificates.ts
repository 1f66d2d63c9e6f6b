import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
const project = join(import.meta.dirname, "..");

const isCertificate = (pem: string): boolean => {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
};

/** Certificates as PEM: each entry holds one or more, or names a `.pem` file of the repository that does. */
export const certificates = z
  .array(z.string())
  .transform((entries, context) =>
    entries.flatMap((entry) => {
      const text = entry.endsWith(".pem") ? readFileSync(join(project, entry), "utf8") : entry;
      const blocks = text.match(BLOCK) ?? [];
      if (blocks.length > 0 && blocks.every((block) => isCertificate(block))) return blocks;
      context.addIssue({ code: "custom", message: "is no certificate in PEM" });
      return [];
    }),
  )
  .default([]);
