import * as z from "zod";
import { line } from "./common.ts";

/** Exactly one of the three, whole: nothing is found by a part. */
export const accountQuestion = z.strictObject({
  by: z.enum(["username", "email", "phone"]),
  value: line(254),
});
/** Of several only where they share a phone. */
export const accountsFound = z.strictObject({
  accounts: z.array(z.strictObject({ id: z.string(), username: z.string() })),
});
