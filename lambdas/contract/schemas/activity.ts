import * as z from "zod";
import { activityKinds } from "../../domain/audit.ts";
import { base64url } from "./common.ts";

export const activityQuery = z.strictObject({
  kind: z.enum(activityKinds).optional(),
  /** `before` of the page that was read last: this one goes on with what is older. */
  before: base64url.min(1).max(120).optional(),
});

export const activity = z.strictObject({
  events: z.array(
    z.strictObject({
      id: z.string(),
      at: z.string(),
      kind: z.enum(activityKinds),
      action: z.string(),
      actor: z.string(),
      /** Why, or which: a code. */
      reason: z.string().optional(),
      /** The government service it is about. */
      service: z.string().optional(),
      /** The key that it happened to, where the account still has it. */
      keyName: z.string().optional(),
    }),
  ),
  /** Absent with the oldest page. */
  before: z.string().optional(),
});
