import * as z from "zod";

/** One line of text as a person types it: trimmed, no control characters. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Co}\p{Cn}]*$/u);

export const isoDate = z.iso.date();
export const instant = z.iso.datetime();
export const pin = z.string().regex(/^\d{6}$/);
/** Base64url without padding, as WebAuthn's JSON has it. */
export const base64url = z
  .string()
  .regex(/^[A-Za-z0-9_-]*$/)
  .max(65536);
/** Identifiers that this service made. */
export const id = z.string().regex(/^[a-z0-9-]{8,64}$/);
export const keyId = base64url.min(16).max(1400);
export const email = z.email().max(254);
export const phone = z.string().regex(/^\+(?:420[2-9]\d{8}|(?!420)[1-9]\d{6,14})$/);
export const controlCode = z.string().min(16).max(4096);
export const language = z.enum(["cs", "en"]);
export const password = z.string().min(1).max(256);
/** Rules of product.md, "Accounts"; the list of common passwords is checked by the service. */
export const newPassword = z.string().min(10).max(256);

export const address = z.strictObject({
  street: line(120),
  city: line(80),
  postalCode: line(12),
  country: z.string().regex(/^[A-Z]{2}$/),
});

/** An address as somebody types it; the registry's may be of another form. */
export const typedAddress = address.refine(
  ({ country, postalCode }) => country !== "CZ" || /^\d{5}$/.test(postalCode),
  { path: ["postalCode"] },
);

/** Path parameters. */
export const byId = z.strictObject({ id });
export const byKey = z.strictObject({ keyId });
