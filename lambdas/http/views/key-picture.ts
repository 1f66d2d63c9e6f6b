import { NotFound } from "../../domain/errors.ts";
import type { Models } from "../../services/ports/fido.ts";
import type { Answer } from "../endpoint.ts";

const endings = { "image/png": "png", "image/svg+xml": "svg" } as const;

/** The picture of a model as it stands in the metadata. Throws `NotFound` for a name that none has. */
export const keyPictureView = async (
  models: Pick<Models, "icon">,
  name: string,
): Promise<NonNullable<Answer["binary"]>> => {
  const icon = await models.icon(name);
  if (icon === undefined) throw new NotFound("no such picture");
  const { mediaType, base64 } = icon;
  return { content: Buffer.from(base64, "base64"), fileName: `${name}.${endings[mediaType]}`, mediaType };
};
