import * as z from "zod";

/** Where the browser goes now. */
export const portalLogin = z.strictObject({ location: z.string() });

/** What NIA's portal posts, by way of the browser: 1.5 MB at most; what it gives back beside it decides nothing. */
export const portalAnswer = z.strictObject({
  SAMLResponse: z.string().min(1).max(1_500_000),
  RelayState: z.string().max(2000).optional(),
});
