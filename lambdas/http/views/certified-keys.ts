import type * as z from "zod";
import type { certifiedKeys } from "../../contract/schemas/security-key.ts";
import { NotFound } from "../../domain/errors.ts";
import type { Models } from "../../services/ports/fido.ts";

/** The public list of models. Throws `NotFound` before the first metadata have come. */
export const certifiedKeysView = async (
  models: Pick<Models, "current" | "certified">,
): Promise<z.input<typeof certifiedKeys>> => {
  const [current, certified] = await Promise.all([models.current(), models.certified()]);
  if (current === undefined) throw new NotFound("no metadata yet");
  return {
    metadataNo: current.no,
    nextUpdate: current.nextUpdate,
    checkedAt: current.checkedAt,
    models: certified.map(
      ({ key, name, vendor, level, levelDate, transports, kind, userVerification, icon: picture }) => ({
        key,
        name,
        vendor,
        level,
        levelDate,
        transports,
        kind,
        userVerification,
        picture,
      }),
    ),
  };
};
