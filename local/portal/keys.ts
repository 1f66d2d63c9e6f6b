import { type Identity, issue, selfSigned } from "../certificates.ts";
import { stateFile } from "../state-file.ts";

/** The portal's certificates: an authority like PostSignum's, what it issued, and how far a change of them has come. */
export interface PortalKeys {
  readonly root: Identity;
  /** Issues the portal's certificates: what a service provider pins. */
  readonly authority: Identity;
  /** In the metadata, the older first. */
  readonly announced: readonly Identity[];
  /** Which of them signs. */
  readonly signing: number;
  /** Of the portal as a service provider towards identity providers. */
  readonly hub: Identity;
}

/** A change of certificates as the portal goes about it: both stand in the metadata before the new one signs. */
export type RolloverStep = "announce" | "switch" | "retire";

export class KeyRing {
  #keys: PortalKeys;
  readonly #save: (keys: PortalKeys) => void;

  constructor(keys: PortalKeys, save: (keys: PortalKeys) => void) {
    this.#keys = keys;
    this.#save = save;
  }

  get keys(): PortalKeys {
    return this.#keys;
  }

  get signer(): Identity {
    const { announced, signing } = this.#keys;
    const signer = announced[signing];
    if (signer === undefined) throw new Error("The portal has no certificate to sign with.");
    return signer;
  }

  async step(step: RolloverStep): Promise<void> {
    this.#keys = { ...this.#keys, ...(await this.#after(step)) };
    this.#save(this.#keys);
  }

  async #after(step: RolloverStep): Promise<Pick<PortalKeys, "announced" | "signing">> {
    const { announced, signing, authority } = this.#keys;
    if (step === "announce")
      return { announced: [...announced, await portalCertificate(authority)], signing };
    if (step === "switch") return { announced, signing: announced.length - 1 };
    return { announced: [this.signer], signing: 0 };
  }
}

/** Those that an earlier run left in the file, or new ones. */
export async function openKeyRing(path: string | undefined): Promise<KeyRing> {
  const file = stateFile<PortalKeys>(path);
  const keys = file.read() ?? (await newKeys());
  file.write(keys);
  return new KeyRing(keys, (changed) => file.write(changed));
}

/** Whom the portal's certificates name. */
export const portalOrganization = "Digitální agentura";
const organization = "Místní pošta, s. p. [IČ 00000000]";

async function newKeys(): Promise<PortalKeys> {
  const root = await selfSigned({
    commonName: "Local PostSignum Root QCA 4",
    organization,
    ca: true,
    days: 3650,
  });
  const authority = await issue(root, {
    commonName: "Local PostSignum Qualified CA 4",
    organization,
    ca: true,
    pathLength: 0,
    days: 1825,
  });
  return {
    root,
    authority,
    announced: [await portalCertificate(authority), await portalCertificate(authority)],
    signing: 0,
    hub: await issue(authority, { commonName: "GG_FPSTS_LOCAL_HUB", organization: portalOrganization }),
  };
}

const portalCertificate = (authority: Identity): Promise<Identity> =>
  issue(authority, { commonName: "GG_FPSTS_LOCAL", organization: portalOrganization });
