import * as z from "zod";
import {
  address,
  controlCode,
  email,
  id,
  instant,
  isoDate,
  language,
  line,
  newPassword,
  phone,
  pin,
  typedAddress,
} from "./common.ts";

export const username = z
  .string()
  .trim()
  .regex(/^[a-zA-Z0-9](?:[a-zA-Z0-9.-]{1,38}[a-zA-Z0-9])$/);

const person = {
  firstName: line(100),
  lastName: line(100),
  birthDate: isoDate.optional(),
  address: address.optional(),
};
const business = {
  organization: line(200).optional(),
  companyNumber: line(20).optional(),
  vatNumber: line(20).optional(),
};

export const registration = z.strictObject({
  username,
  ...person,
  address: typedAddress.optional(),
  ...business,
  email,
  phone,
  citizenship: z.enum(["CZ", "other"]),
  password: newPassword,
  language,
  controlCode,
});

export const registrationStarted = z.strictObject({ registrationId: id });
export const pinEntered = z.strictObject({ pin });
export const usernameQuestion = z.strictObject({ username, controlCode });
export const usernameAnswer = z.strictObject({ available: z.boolean(), suggestion: z.string().optional() });

/** Null takes a value away; a field that is left out stays. */
export const profileChange = z.strictObject({
  firstName: line(100).optional(),
  lastName: line(100).optional(),
  birthDate: isoDate.nullable().optional(),
  address: typedAddress.nullable().optional(),
  organization: line(200).nullable().optional(),
  companyNumber: line(20).nullable().optional(),
  vatNumber: line(20).nullable().optional(),
  citizenship: z.enum(["CZ", "other"]).optional(),
  language: language.optional(),
});

export const lockableFields = ["firstName", "lastName", "birthDate", "address", "organization"] as const;

/** Until `dueAt` the owner can cancel it. */
export const deletion = z.strictObject({ requestedAt: instant, dueAt: instant });
export const emailChange = z.strictObject({ email });
export const phoneChange = z.strictObject({ phone });
export const contactChange = z.strictObject({
  id,
  kind: z.enum(["email", "phone"]),
  value: z.string(),
  expiresAt: instant,
});

const contact = z.strictObject({
  value: z.string(),
  verifiedAt: instant,
  /** Absent where it is the one of the registration. For 72 hours it does not serve to reset the password. */
  changedAt: instant.optional(),
});

export const profile = z.strictObject({
  username: z.string(),
  person: z.strictObject(person),
  ...business,
  email: contact,
  phone: contact,
  /** A new contact that waits for its PIN. */
  contactChange: contactChange.optional(),
  citizenship: z.enum(["CZ", "other"]),
  language,
  createdAt: instant,
  validation: z.strictObject({ source: z.enum(["czech-point", "eobcanka"]), at: instant }).optional(),
  /** Of an account that follows the registry. */
  registry: z
    .strictObject({
      /** When a notification of the registry last changed something. */
      updatedAt: instant.optional(),
      /** The registry holds another address than the account, one that this service can't spell. */
      addressUnknown: z.boolean(),
    })
    .optional(),
  /** The verification whose table waits for the user ("Finish validation for NIA and pair your account"). */
  validationToFinish: id.optional(),
  linked: z.boolean(),
  lockedFields: z.array(z.enum(lockableFields)),
  deletion: deletion.optional(),
  /** How long after its request a deletion would be carried out. */
  deletionSeconds: z.number().int(),
});
