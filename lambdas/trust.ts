import { readFileSync } from "node:fs";
import * as z from "zod/mini";

const pems = z.array(z.string());
const trust = z.object({
  nia: z.object({ ipsts: pems, fpsts: pems }),
  dataBox: pems,
  metadata: pems,
  clients: pems,
  portal: pems,
});

/** Pinned certificates (PEM), laid beside the code at deployment: an environment of 4 KB does not hold them. */
export const readTrust = (): z.infer<typeof trust> =>
  trust.parse(JSON.parse(readFileSync(new URL("trust.json", import.meta.url), "utf8")));
