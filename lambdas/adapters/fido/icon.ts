import { createHash } from "node:crypto";
import type { ModelIcon } from "../../services/ports/fido.ts";

/** An item of the catalogue holds 400 kB; the largest real icon has 81 kB. */
const MAX_BYTES = 200_000;
const dataUri = /^data:(image\/(?:png|svg\+xml));base64,([A-Za-z0-9+/]+={0,2})$/;
const PNG = Buffer.from("89504e470d0a1a0a", "hex");

/** The icon of a statement, named after its contents: models share few. Undefined where it is none that can be shown. */
export const iconOf = (uri: string): ModelIcon | undefined => {
  const [, mediaType, base64] = dataUri.exec(uri.replaceAll(/\s/g, "")) ?? [];
  if (base64 === undefined) return undefined;
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length > MAX_BYTES) return undefined;
  if (mediaType === "image/png" ? !bytes.subarray(0, 8).equals(PNG) : !bytes.includes("<svg"))
    return undefined;
  const name = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
  return { name, mediaType: mediaType as ModelIcon["mediaType"], base64 };
};
