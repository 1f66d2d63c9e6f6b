import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { releasableAttributes } from "../lambdas/env-shapes.ts";

const project = join(import.meta.dirname, "..");

/** SAML metadata of one entity: the XML itself, or the name of an `.xml` file of the repository that holds it. */
const metadata = z
  .string()
  .transform((entry) => (entry.endsWith(".xml") ? readFileSync(join(project, entry), "utf8") : entry))
  .refine((text) => /<(?:\w+:)?EntityDescriptor\s/u.test(text), "is no EntityDescriptor");

/** What a service provider is agreed to be told, each under its SAML name. */
const attributes = z
  .partialRecord(z.enum(releasableAttributes), z.string().min(1))
  .refine(
    (agreed) => new Set(Object.values(agreed)).size === Object.values(agreed).length,
    "has a name twice",
  );

const entityId = (xml: string): string | undefined => /\sentityID\s*=\s*["']([^"']*)/u.exec(xml)?.[1];

/** Every address in the metadata of an entity. */
export const addressesIn = (xml: string): string[] =>
  [...xml.matchAll(/(?:Response)?Location\s*=\s*["']([^"']*)/gu)].map(([, address = ""]) => address);

/**
 * Service providers whose users log in here: their metadata are trusted because they stand in the settings. NIA's test
 * and production have one entity id, so only one of them can be among these.
 */
export const serviceProviders = z
  .array(z.strictObject({ metadata, attributes: attributes.default({}) }))
  .refine(
    (all) => new Set(all.map((one) => entityId(one.metadata))).size === all.length,
    "has an entity twice",
  )
  .default([]);
