import { requireMay } from "../../domain/operator-rights.ts";
import type { ScanType } from "../../domain/reset-form.ts";
import type { Actor } from "../../domain/two-persons.ts";
import type { RandomBytes } from "../ports/platform.ts";
import type { Scans, Upload } from "../ports/scans.ts";
import { newId } from "../writing.ts";

/** Lets an operator send the scan of a form to the store. Throws `RoleNotEnough`. */
export const makeAnnounceScan =
  ({ scans, random }: { scans: Scans; random: RandomBytes }) =>
  async (command: { actor: Actor; mediaType: ScanType }): Promise<Upload & { scanId: string }> => {
    requireMay(command.actor, "register-reset-form");
    const scanId = newId(random);
    return { scanId, ...(await scans.admit(scanId, command.mediaType)) };
  };
