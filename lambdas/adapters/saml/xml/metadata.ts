import type { KeyPair } from "../../key-pairs.ts";
import { escapeAttribute } from "../../xml/escape.ts";
import { type bindings, ns } from "./names.ts";
import { certificateText, signEnveloped } from "./sign.ts";
import { newId, wholeSeconds } from "./writing.ts";

const VALID_MS = 14 * 24 * 60 * 60_000;
const CACHE_DURATION = "P1D";

export const keyDescriptor = (use: "signing" | "encryption", { certificatePem }: KeyPair): string =>
  `<md:KeyDescriptor use="${use}"><ds:KeyInfo xmlns:ds="${ns.signature}"><ds:X509Data><ds:X509Certificate>` +
  `${certificateText(certificatePem)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;

/** An endpoint; `more` are attributes of its own. */
export const service = (
  name: string,
  binding: (typeof bindings)[keyof typeof bindings],
  url: string,
  more = "",
): string => `<md:${name} Binding="${binding}" Location="${escapeAttribute(url)}"${more}/>`;

/** Metadata of ours: the roles of one entity, good for two weeks from `now` (milliseconds), signed. */
export const signedMetadata = (
  { entityId, roles, now }: { entityId: string; roles: string; now: number },
  key: KeyPair,
): string => {
  const id = newId();
  return signEnveloped(
    (signature) =>
      `<md:EntityDescriptor xmlns:md="${ns.metadata}" ID="${id}" entityID="${escapeAttribute(entityId)}" ` +
      `validUntil="${wholeSeconds(now + VALID_MS)}" cacheDuration="${CACHE_DURATION}">${signature}${roles}` +
      `</md:EntityDescriptor>`,
    key,
  );
};
