import * as z from "zod";
import { instant, line } from "./common.ts";

const banner = z.strictObject({
  text: z.strictObject({ cs: line(500), en: line(500) }),
  from: instant,
  until: instant.optional(),
});

export const outage = z.strictObject({ banner: banner.optional() });
export const newBanner = banner;

/** What the helpdesk sees of it. */
export const outageDesk = z.strictObject({
  banner: banner.extend({ setBy: z.string(), setAt: instant }).optional(),
  /** Since when no deadline runs. */
  pausedSince: instant.optional(),
});
export const pausing = z.strictObject({ paused: z.boolean() });
