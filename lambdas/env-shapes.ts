import * as z from "zod/mini";
import { levelsOfAssurance } from "./domain/level-of-assurance.ts";
import { type LimitName, limits } from "./domain/limits.ts";

/** Names that settings have to use too. */
export { releasableAttributes } from "./domain/login-request.ts";

/** The shapes of the variables of the environment (`env.ts`). */
const parsed = z.transform((text: string, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.issues.push({ code: "custom", message: "is not JSON", input: undefined });
    return z.NEVER;
  }
});
export const json = <T extends z.ZodMiniType>(schema: T) => z.pipe(z.pipe(z.string(), parsed), schema);
export const text = z.string().check(z.minLength(1));
export const seconds = z.coerce.number().check(z.int(), z.positive());

export const nia = z.object({
  endpoints: z.object({ ipsts: z.url(), fpsts: z.url(), public: z.url() }),
  realms: z.object({ fpsts: text, public: text }),
  /** Of the message signatures; NIA's policy asks for SHA-1 (nia-soap.md, 4.3). */
  algorithm: z.enum(["sha1", "sha256"]),
  timeoutMs: z.int().check(z.positive()),
  clockSkewSeconds: z.int().check(z.nonnegative()),
  reuseTokens: z.boolean(),
});
export const dataBox = z.object({
  /** With a trailing slash: `https://ws1.datovka.gov.cz/DS/`. */
  baseUrl: z.url(),
  login: z.enum(["password", "certificate"]),
  /** Our own box. */
  boxId: text,
  /** Empty refuses every sender. */
  allowedSenders: z.array(text),
  /** Organizations that may seal its messages, as their certificates name them; empty where the roots serve no other. */
  sealOrganizations: z.array(text),
});
export const metadata = z.object({
  url: z.url(),
  /** The name that the signer's certificate must be for. */
  hostName: text,
  toleratePastNextUpdateSeconds: z.int().check(z.nonnegative()),
  admitOldFidoCertified: z.boolean(),
});
export const serviceProvider = z.object({
  /** "Unikátní URL adresa zabezpečené části" at the portal: what it knows us by. */
  entityId: z.url(),
  consumerUrl: z.url(),
  logoutUrl: z.url(),
  /** Asked for, and the least that is taken. */
  level: z.enum(levelsOfAssurance),
  portal: z.object({
    entityId: text,
    url: z.url(),
    metadataUrl: z.url(),
    /** Who the portal's certificates name; its authority serves anyone. */
    organizations: z.array(text),
  }),
});
export const identityProvider = z.object({
  /** The name that service providers know us by. */
  entityId: z.url(),
  /** Where requests come to, in either binding. */
  loginUrl: z.url(),
  logoutUrl: z.url(),
});
export const limitSettings = z.object({
  scale: z.number().check(z.positive()),
  times: z.partialRecord(z.enum(Object.keys(limits) as LimitName[]), z.int().check(z.positive())),
});
const address = z.object({ street: text, city: text, postalCode: text, country: text });
export const provider = z.object({ name: text, companyNumber: text, dataBoxId: text, address });
export const helpdesk = z.object({ phones: z.array(text), email: text, address });
