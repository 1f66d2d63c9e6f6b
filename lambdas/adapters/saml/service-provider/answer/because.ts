import { PortalAnswerInvalid } from "../../../../domain/errors.ts";
import type { PortalAnswerFault } from "../../../../domain/portal-answer.ts";
import { Malformed } from "../../../xml/xml.ts";

/** Runs one of the checks; where it does not pass, the answer is refused for that fault. */
export const because = <T>(fault: PortalAnswerFault, check: () => T): T => {
  try {
    return check();
  } catch (error) {
    if (error instanceof Malformed) throw new PortalAnswerInvalid(fault, `${fault}: ${error.message}`);
    throw error;
  }
};
