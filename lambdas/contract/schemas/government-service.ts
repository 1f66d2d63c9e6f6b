import * as z from "zod";
import { levelsOfAssurance } from "../../domain/level-of-assurance.ts";
import { instant } from "./common.ts";

const text = z.strictObject({ cs: z.string(), en: z.string() });

export const governmentServices = z.strictObject({
  /** When an operator loaded this list; absent before the first one. */
  loadedAt: instant.optional(),
  services: z.array(
    z.strictObject({
      id: z.string(),
      name: text,
      description: text,
      provider: text,
      /** Where a login begins. */
      address: z.string(),
      leastLevel: z.enum(levelsOfAssurance),
    }),
  ),
});
