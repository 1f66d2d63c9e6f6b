import { certificateLoginRoutes } from "../contract/routes/certificate-login.ts";
import { publicRoutes } from "../contract/routes/public-api.ts";
import { readEnv } from "../env.ts";
import { publicApi, unlimited } from "../runtime/api.ts";
import { stillToShow } from "../domain/outage-banner.ts";
import { readBanner } from "../runtime/banners.ts";
import { models } from "../runtime/catalogue.ts";
import { clock } from "../runtime/platform.ts";
import { governmentServices } from "../runtime/government-services.ts";
import { certifiedKeysView } from "./views/certified-keys.ts";
import { keyPictureView } from "./views/key-picture.ts";
import { handler as handlerOf } from "./handler.ts";

const settings = readEnv("PROVIDER", "HELPDESK", "OFFICES_URL", "VERIFICATION_SECONDS", "CERTIFICATE_LOGIN");
const { origin: certificateOrigin } = settings.CERTIFICATE_LOGIN;
const catalogue = models();
const currentBanner = readBanner();
const services = governmentServices();

const addressLine = ({ street, postalCode, city }: { street: string; postalCode: string; city: string }) =>
  `${street}, ${postalCode} ${city}`;

/** What anyone may see. */
export const handler = handlerOf(
  publicRoutes,
  {
    health: async () => ({ body: { status: "ok" } }),
    serviceInformation: async () => ({
      body: {
        provider: { ...settings.PROVIDER, address: addressLine(settings.PROVIDER.address) },
        helpdesk: { ...settings.HELPDESK, address: addressLine(settings.HELPDESK.address) },
        officesUrl: settings.OFFICES_URL,
        deadlineDays: settings.VERIFICATION_SECONDS / 86_400,
        ...(certificateOrigin === undefined
          ? {}
          : { certificateLogin: `${certificateOrigin}${certificateLoginRoutes.showCertificate.path}` }),
      },
    }),
    outage: async () => ({ body: { banner: stillToShow(await currentBanner(), clock()) } }),
    certifiedKeys: async () => ({ body: await certifiedKeysView(catalogue) }),
    governmentServices: async () => ({ body: (await services.list()) ?? { services: [] } }),
    keyPicture: async ({ params }) => ({ binary: await keyPictureView(catalogue, params.picture) }),
  },
  publicApi(unlimited),
);
