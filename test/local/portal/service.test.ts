import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { selfSigned } from "../../../local/certificates.ts";
import type { RunningServer } from "../../../local/http-server.ts";
import { residents } from "../../../local/nia/residents.ts";
import { openWorld } from "../../../local/nia/world/world.ts";
import { type Portal, startPortal } from "../../../local/portal/portal.ts";
import { serviceAddresses, startService } from "../../../local/service/service.ts";
import { freePorts } from "../../support/free-port.ts";
import { Person, posted, wish } from "./rig.ts";

let portal: Portal;
let service: RunningServer;

beforeAll(async () => {
  const [port = 0] = await freePorts(1);
  const identity = await selfSigned({ commonName: "Local government service" });
  const { entityId, consumer, logout } = serviceAddresses(port);
  portal = await startPortal({
    port: 0,
    world: openWorld({ now: () => new Date(), residents }),
    serviceProviders: [
      {
        name: "Služba",
        entityId,
        assertionConsumerService: consumer,
        logoutService: logout,
        certificate: identity.certificatePem,
      },
    ],
  });
  service = await startService({ port, identity, portal });
});
afterAll(async () => {
  await service.close();
  await portal.close();
});

/** From the service to the portal's answer, which is not delivered yet. */
const answered = async (person = new Person(portal)) => {
  const page = await (await fetch(`${service.url}/login`, { method: "POST" })).text();
  const SAMLRequest = /name="SAMLRequest" value="([^"]*)"/u.exec(page)?.[1] ?? "";
  const taken = await fetch(portal.endpoint, {
    method: "POST",
    body: new URLSearchParams({ SAMLRequest }),
    redirect: "manual",
  });
  return posted(await person.logIn(taken));
};

const delivered = ({
  action,
  fields,
}: {
  action: string;
  fields: Record<string, string>;
}): Promise<Response> =>
  fetch(action, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });

const cookieOf = (reply: Response): string => reply.headers.getSetCookie()[0]?.split(";")[0] ?? "";

describe("A service provider that is not ours", () => {
  it("logs a person in by the portal, and out again", async () => {
    const person = new Person(portal);
    const cookie = cookieOf(await delivered(await answered(person)));
    const page = await (await fetch(service.url, { headers: { cookie } })).text();
    expect(page).toContain("JANA NOVÁKOVÁ");
    expect(page).toContain("12. 4. 1988");
    expect(page).toContain("Lipová 7, 60200 Brno");
    expect(page).toContain("vysoká");

    const leaving = await fetch(`${service.url}/logout`, {
      method: "POST",
      headers: { cookie },
      redirect: "manual",
    });
    const answer = await posted(await fetch(leaving.headers.get("location") ?? ""));
    expect(await (await delivered(answer)).text()).toContain("Byli jste odhlášeni.");
    expect(await (await fetch(`${portal.url}/_sim/sessions`)).json()).toEqual([]);
  });

  const faults = [
    "unsigned",
    "unknown-response-signer",
    "unknown-assertion-signer",
    "changed-after-signing",
    "expired",
    "other-audience",
    "authn-failed",
  ];
  it.each(faults)("refuses an answer that is %s", async (kind) => {
    await wish(portal, "faults", { kind });
    expect((await delivered(await answered())).status).toBe(403);
  });

  it("takes an answer once", async () => {
    const answer = await answered();
    expect((await delivered(answer)).status).toBe(303);
    expect((await delivered(answer)).status).toBe(403);
  });

  it("goes on while the portal changes its certificate", async () => {
    for (const step of ["announce", "switch", "retire"]) {
      await wish(portal, "certificates", { step });
      expect((await delivered(await answered())).status).toBe(303);
    }
  });
});
