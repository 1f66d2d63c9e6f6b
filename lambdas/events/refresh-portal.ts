import { makeDownload } from "../adapters/fido/download.ts";
import { readPortalMetadata } from "../adapters/saml/service-provider/portal-metadata.ts";
import { log } from "../log.ts";
import { portalMetrics } from "../metric-names.ts";
import { metrics } from "../metrics.ts";
import { clock } from "../runtime/platform.ts";
import { portalCatalogue, serviceProviderSettings } from "../runtime/portal.ts";
import { writing } from "../runtime/records.ts";
import { makeRefreshPortal } from "../services/portal/refresh-portal.ts";
import { eventHandler } from "./event.ts";

const settings = serviceProviderSettings();

const refresh = makeRefreshPortal({
  ...writing(),
  download: makeDownload({ maxBytes: 1_000_000, timeoutMs: 30_000 }),
  readMetadata: (xml) => readPortalMetadata(xml, settings, Date.parse(clock())),
  portal: portalCatalogue(),
});

/** Brings up to date what NIA's portal signs with. */
export const handler = eventHandler(async () => {
  const refreshed = await refresh(settings.portal.metadataUrl);
  if (refreshed.newCertificates > 0)
    log.warn(
      "new certificate of the portal",
      metrics({ [portalMetrics.newCertificates]: refreshed.newCertificates }),
    );
  return refreshed;
});
