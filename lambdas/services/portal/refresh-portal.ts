import type { Download } from "../ports/fido.ts";
import type { PortalCatalogue } from "../ports/portal-catalogue.ts";
import type { PortalMetadata } from "../ports/service-provider.ts";
import { audited, type Writing } from "../writing.ts";

export interface RefreshPortalPorts extends Writing {
  download: Download;
  /** Throws `PortalMetadataInvalid`. */
  readMetadata: (xml: string) => PortalMetadata;
  portal: PortalCatalogue;
}

/** What a refresh brought, for the log and the metrics. */
export interface RefreshedPortal {
  certificates: number;
  /** Those that we had not seen before; none at the very first time. */
  newCertificates: number;
  validUntil?: string;
}

/**
 * Downloads what NIA's portal says of itself and keeps it once it is verified. Whatever it throws, the last good copy
 * stays as it was. Each certificate of the document counts, so that a rollover, which names two for a while, is no outage.
 */
export const makeRefreshPortal =
  (ports: RefreshPortalPorts) =>
  async (url: string): Promise<RefreshedPortal> => {
    const { download, readMetadata, portal, records, clock } = ports;
    const metadata = readMetadata(await download(url));
    const at = clock();
    const before = await portal.current();
    const known = before?.signingCertificates ?? metadata.signingCertificates;
    const newCertificates = metadata.signingCertificates.filter((one) => !known.includes(one)).length;
    await portal.store({ ...metadata, checkedAt: at });
    const certificates = metadata.signingCertificates.length;
    const reason = `${certificates} certificates, ${newCertificates} new`;
    await records.commit([audited(ports, at, { action: "portal-refreshed", actor: "system", reason })]);
    const { validUntil } = metadata;
    return { certificates, newCertificates, ...(validUntil === undefined ? {} : { validUntil }) };
  };
