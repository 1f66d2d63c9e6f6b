import { X509Certificate } from "node:crypto";
import { join } from "node:path";
import { type Identity, selfSigned } from "../certificates.ts";
import { residents } from "../nia/residents.ts";
import { profileId } from "../nia/services/tokens/claims.ts";
import { openWorld } from "../nia/world/world.ts";
import { authenticatorAttribute } from "../portal/hub/take.ts";
import { startPortal } from "../portal/portal.ts";
import { sampleService } from "../service/pages.ts";
import { serviceAddresses, startService } from "../service/service.ts";
import { stateFile } from "../state-file.ts";
import { textAt } from "./settings.ts";
import type { Simulated, World } from "./simulators.ts";

/** NIA's portal, where this product is registered in both of its roles, and a service to log in to. */
export async function startPortalAndService(world: World): Promise<Simulated> {
  const { ports, runFolder, identities, settings } = world;
  const register = world.register ?? openWorld({ now: () => new Date(), residents });
  const identity = await serviceIdentity(runFolder);
  const ofService = serviceAddresses(ports.service);
  const product = `http://localhost:${ports.web}`;
  const portal = await startPortal({
    port: ports.portal,
    world: register,
    stateFile: join(runFolder, "portal.json"),
    serviceProviders: [
      {
        name: textAt(settings, "provider.name"),
        entityId: `${product}/saml/sp`,
        assertionConsumerService: `${product}/saml/acs`,
        logoutService: `${product}/saml/sp/logout`,
        certificate: { metadataUrl: `${product}/saml/sp/metadata` },
      },
      {
        name: sampleService.name.cs,
        entityId: ofService.entityId,
        assertionConsumerService: ofService.consumer,
        logoutService: ofService.logout,
        certificate: identity.certificatePem,
      },
    ],
    identityProvider: {
      name: "nia-link",
      metadataUrl: `${product}/saml/idp/metadata`,
      provider: profileId(new X509Certificate(identities.nia.certificatePem)),
    },
  });
  const service = await startService({ port: ports.service, identity, portal });
  return {
    name: "portal",
    settings: {
      portal: {
        url: portal.endpoint,
        metadataUrl: portal.metadataUrl,
        authorities: [...portal.authorities],
        organizations: [portal.organization],
      },
      identityProvider: {
        serviceProviders: [
          { metadata: portal.hub.metadata, attributes: { authenticatorId: authenticatorAttribute } },
        ],
      },
    },
    endpoints: { portal: portal.url, service: service.url },
    close: async () => {
      await service.close();
      await portal.close();
    },
  };
}

/** The service's throw-away key, kept beside the product's data. */
async function serviceIdentity(runFolder: string): Promise<Identity> {
  const file = stateFile<Identity>(join(runFolder, "service.json"));
  const kept = file.read();
  if (kept !== undefined) return kept;
  const made = await selfSigned({ commonName: "Local government service", organization: "Vzorná Lhota" });
  file.write(made);
  return made;
}
