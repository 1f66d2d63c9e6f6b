import { readFileSync } from "node:fs";
import * as z from "zod";
import { levelsOfAssurance } from "../lambdas/domain/level-of-assurance.ts";
import type { GovernmentService } from "../lambdas/domain/government-service.ts";

/** An item of DynamoDB holds 400 kB; JSON is a little longer than what it counts. */
const MAX_BYTES = 300_000;

const line = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^(?=\S)[^\p{Cc}]*\S$/u, "is empty, begins or ends with a space, or has more than one line");
const text = (max: number) => z.strictObject({ cs: line(max), en: line(max) });

const isOnThisMachine = (url: string): boolean => ["localhost", "127.0.0.1"].includes(new URL(url).hostname);
const address = z
  .url({ protocol: /^https?$/, error: "is not a web address" })
  .refine((url) => !URL.canParse(url) || url.startsWith("https:") || isOnThisMachine(url), "is not https");

const service = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{2,40}$/, "is not 2 to 40 of a to z, 0 to 9 and -"),
  name: text(100),
  description: text(400),
  provider: text(120),
  address,
  leastLevel: z.enum(levelsOfAssurance),
});

const file = z.strictObject({ services: z.array(service).min(1) }).superRefine(({ services }, context) => {
  for (const [index, { id }] of services.entries()) {
    if (services.findIndex((other) => other.id === id) === index) continue;
    context.addIssue({ code: "custom", path: ["services", index, "id"], message: `${id} is there twice` });
  }
});

/** The file can't be loaded. Says all that is wrong with it, each with its place. */
export class ServicesInvalid extends Error {
  override readonly name = "ServicesInvalid";
}

/** The services of a file. Throws `ServicesInvalid`: half a list would be worse than the one before. */
export const readServices = (path: string): GovernmentService[] => {
  const parsed = file.safeParse(readJson(path));
  if (!parsed.success) throw new ServicesInvalid(`${path}:\n${z.prettifyError(parsed.error)}`);
  const { services } = parsed.data;
  if (Buffer.byteLength(JSON.stringify(services)) > MAX_BYTES)
    throw new ServicesInvalid(`${path}: is longer than ${MAX_BYTES} bytes`);
  return services;
};

const readJson = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new ServicesInvalid(`${path}: ${error instanceof Error ? error.message : "can't be read"}`);
  }
};
