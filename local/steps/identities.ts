import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { type Identity, selfSigned } from "../certificates.ts";
import { type Seal, makeSeal } from "../data-box/zfo.ts";
import { stateFile } from "../state-file.ts";

/** The throw-away keys of one product: made when it first starts, kept beside its data. */
export interface Identities {
  /** Ours towards NIA: signs each request. */
  readonly nia: Identity;
  /** What NIA's two token services sign with. */
  readonly tokenServices: { readonly ipsts: Identity; readonly fpsts: Identity };
  /** Ours towards the data box. */
  readonly dataBox: { readonly username: string; readonly password: string };
  /** The data box system's, on every message. */
  readonly seal: Seal;
}

export const identitiesOf = async (runFolder: string): Promise<Identities> => {
  const file = stateFile<Identities>(join(runFolder, "identities.json"));
  const kept = file.read();
  if (kept !== undefined) return kept;
  const made: Identities = {
    nia: await selfSigned({ commonName: "nia-link local", organization: "nia-link" }),
    tokenServices: {
      ipsts: await selfSigned({ commonName: "Local NIA IPSTS" }),
      fpsts: await selfSigned({ commonName: "Local NIA FPSTS" }),
    },
    dataBox: { username: "nialink", password: randomBytes(12).toString("base64url") },
    seal: await makeSeal(),
  };
  file.write(made);
  return made;
};
