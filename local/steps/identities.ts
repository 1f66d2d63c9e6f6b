import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { type Identity, selfSigned } from "../certificates.ts";
import { type Seal, makeSeal } from "../data-box/zfo.ts";
import { stateFile } from "../state-file.ts";

/** The throw-away keys of one product: each made when it is first needed, kept beside its data. */
export interface Identities {
  /** Ours towards NIA: signs each request. */
  readonly nia: Identity;
  /** Ours in SAML: towards NIA's portal, and as an identity provider. */
  readonly serviceProvider: Identity;
  readonly identityProvider: Identity;
  /** What NIA's two token services sign with. */
  readonly tokenServices: { readonly ipsts: Identity; readonly fpsts: Identity };
  /** Ours towards the data box. */
  readonly dataBox: { readonly username: string; readonly password: string };
  /** The data box system's, on every message. */
  readonly seal: Seal;
}

export const identitiesOf = async (runFolder: string): Promise<Identities> => {
  const file = stateFile<Partial<Identities>>(join(runFolder, "identities.json"));
  const kept = file.read();
  const ours = (commonName: string): Promise<Identity> =>
    selfSigned({ commonName, organization: "nia-link" });
  const made: Identities = {
    nia: kept?.nia ?? (await ours("nia-link local")),
    serviceProvider: kept?.serviceProvider ?? (await ours("nia-link local service provider")),
    identityProvider: kept?.identityProvider ?? (await ours("nia-link local identity provider")),
    tokenServices: kept?.tokenServices ?? {
      ipsts: await selfSigned({ commonName: "Local NIA IPSTS" }),
      fpsts: await selfSigned({ commonName: "Local NIA FPSTS" }),
    },
    dataBox: kept?.dataBox ?? { username: "nialink", password: randomBytes(12).toString("base64url") },
    seal: kept?.seal ?? (await makeSeal()),
  };
  file.write(made);
  return made;
};
