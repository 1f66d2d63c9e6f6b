import { InvalidInput } from "../../domain/errors.ts";
import { isBirthDate, type IsoDate, type IsoInstant } from "../../domain/person.ts";

/** Throws `InvalidInput` where nobody alive can have been born then. */
export const requireBirthDate = (birthDate: IsoDate | null | undefined, now: IsoInstant): void => {
  if (typeof birthDate === "string" && !isBirthDate(birthDate, now))
    throw new InvalidInput([{ pointer: "/birthDate", code: "not-a-real-date" }]);
};
