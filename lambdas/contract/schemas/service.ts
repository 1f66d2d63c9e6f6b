import * as z from "zod";

export const health = z.strictObject({ status: z.literal("ok") });

/** ALTCHA's challenge, as its widget takes it. */
export const controlCodeChallenge = z.record(z.string(), z.unknown());

export const serviceInformation = z.strictObject({
  provider: z.strictObject({
    name: z.string(),
    companyNumber: z.string(),
    dataBoxId: z.string(),
    address: z.string().optional(),
  }),
  helpdesk: z.strictObject({
    phones: z.array(z.string()),
    email: z.string(),
    address: z.string().optional(),
  }),
  officesUrl: z.string(),
  deadlineDays: z.number(),
  /** Where a browser shows its certificate; absent where the provider takes none. */
  certificateLogin: z.string().optional(),
});
