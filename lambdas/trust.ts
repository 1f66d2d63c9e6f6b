import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import { releasableAttributes } from "./domain/login-request.ts";

const pems = z.array(z.string());
const attributes = z.partialRecord(z.enum(releasableAttributes), z.string());
const trust = z.object({
  nia: z.object({ ipsts: pems, fpsts: pems }),
  dataBox: pems,
  metadata: pems,
  clients: pems,
  portal: pems,
  /** Metadata of the service providers that users log in to, and what each is agreed to be told. */
  serviceProviders: z.array(z.object({ metadata: z.string(), attributes })),
});

/** Pinned certificates (PEM), laid beside the code at deployment: an environment of 4 KB does not hold them. */
export const readTrust = (): z.infer<typeof trust> =>
  trust.parse(JSON.parse(readFileSync(new URL("trust.json", import.meta.url), "utf8")));
