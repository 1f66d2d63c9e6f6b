import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Identity, selfSigned } from "../../../local/certificates.ts";
import { type RunningServer, send, serve } from "../../../local/http-server.ts";
import { residents } from "../../../local/nia/residents.ts";
import { change, register } from "../../../local/nia/world/authenticators.ts";
import { pseudonymFor } from "../../../local/nia/world/pseudonyms.ts";
import { type World, openWorld } from "../../../local/nia/world/world.ts";
import { makeIdentityProvider } from "../../../lambdas/adapters/saml/identity-provider/identity-provider.ts";
import type { IdentityProvider, SamlForm } from "../../../lambdas/services/ports/identity-provider.ts";
import { freePorts } from "../../support/free-port.ts";
import {
  Person,
  type Rig,
  authnRequest,
  byPost,
  decrypted,
  logoutRequest,
  messageIn,
  posted,
  signedBy,
  startRig,
  wish,
} from "./rig.ts";

const provider = "0000000000000001";
const authenticatorId = "authenticator-of-jana";
const jana = residents.find(({ id }) => id === "jana")!;

let world: World;
let bsi: string;
let keys: Identity;
let server: RunningServer;
let rig: Rig;
let idp: IdentityProvider;

beforeAll(async () => {
  world = openWorld({ now: () => new Date(), residents });
  const [port = 0] = await freePorts(1);
  const url = `http://localhost:${port}/saml/idp`;
  rig = await startRig({
    world,
    identityProvider: { name: "nia-link", metadataUrl: `http://127.0.0.1:${port}/metadata`, provider },
  });
  keys = await selfSigned({ commonName: "identity provider" });
  const { metadata } = rig.portal.hub;
  const claims = "http://schemas.eidentita.cz/moris/2016/identity/claims";
  idp = makeIdentityProvider({
    settings: {
      entityId: url,
      loginUrl: `${url}/sso`,
      logoutUrl: `${url}/slo`,
      highestLevel: "substantial",
      serviceProviders: [{ metadata, attributes: { authenticatorId: `${claims}/identifikaceprostredku` } }],
    },
    keys: () => Promise.resolve(keys),
    clock: () => new Date().toISOString(),
  });
  server = await serve(async (_request, response) => {
    send(response, 200, "application/xml", await idp.metadata());
  }, port);
});
afterAll(async () => {
  await rig.portal.close();
  await server.close();
});
beforeEach(() => {
  world.reset();
  bsi = pseudonymFor(world, provider, jana);
  const record = { provider, bsi, id: authenticatorId, loa: "Substantial", state: "Aktivni" } as const;
  register(world, { ...record, verifiedByDocument: true });
});

/** As far as the hub's request to the identity provider, as the browser brings it there. */
async function asked(person: Person): Promise<{ url: string; fields: Record<string, string> }> {
  const reply = await byPost(rig.portal, signedBy(rig.identity, authnRequest(rig.portal)));
  const page = await person.choose(await person.follow(reply), { means: "idp" }, "stay");
  const { action, fields } = await posted(page);
  return { url: action, fields };
}

const login = () => ({
  pseudonym: bsi,
  level: "substantial" as const,
  authenticatedAt: new Date().toISOString(),
  sessionIndex: `_${randomBytes(8).toString("hex")}`,
  attributes: { authenticatorId },
});

const request = async ({ fields }: { fields: Record<string, string> }) => {
  const body = new URLSearchParams(fields).toString();
  return (await idp.readLoginRequest({ binding: "post", body })).request;
};

const lastReason = async (): Promise<string | undefined> =>
  ((await (await fetch(`${rig.portal.url}/_sim/received`)).json()) as { reason?: string }[])[0]?.reason;

const sessions = async (): Promise<number> =>
  ((await (await fetch(`${rig.portal.url}/_sim/sessions`)).json()) as unknown[]).length;

const carried = (person: Person, { url, fields }: SamlForm): Promise<Response> => person.post(url, fields);

/** The person arrives with that answer; the portal asks for consent, and tells the service. */
async function told(person: Person, answer: SamlForm): Promise<string> {
  const consent = await person.follow(await carried(person, answer));
  return decrypted(messageIn(await posted(await person.consent(consent))), rig.identity.privateKeyPem);
}

describe("The portal as a hub", () => {
  it("logs a person in by our identity provider, at the level of the record", async () => {
    const person = new Person(rig.portal);
    const answer = await idp.answer(await request(await asked(person)), login());
    const assertion = await told(person, answer);
    expect(assertion).toContain(">JANA<");
    expect(assertion).toContain("http://eidas.europa.eu/LoA/substantial");
    expect(assertion).not.toContain(bsi);
  });

  it("asks by Redirect too, signed over the query", async () => {
    await wish(rig.portal, "hub", { binding: "redirect" });
    const person = new Person(rig.portal);
    const reply = await byPost(rig.portal, signedBy(rig.identity, authnRequest(rig.portal)));
    const page = await person.choose(await person.follow(reply), { means: "idp" }, "stay");
    await wish(rig.portal, "hub", { binding: "post" });
    const query = new URL(page.headers.get("location") ?? "").search.slice(1);
    const { request: read } = await idp.readLoginRequest({ binding: "redirect", query });
    expect(await told(person, await idp.answer(read, login()))).toContain(">JANA<");
  });

  it("comes back to its own page where the identity provider refuses", async () => {
    const person = new Person(rig.portal);
    const answer = await idp.refuse(await request(await asked(person)), "cancelled");
    const page = await carried(person, answer);
    expect(await page.text()).toContain("nia-link: přihlášení se nepodařilo.");
  });

  it("takes an answer once", async () => {
    const person = new Person(rig.portal);
    const answer = await idp.answer(await request(await asked(person)), login());
    await told(person, answer);
    expect((await carried(person, answer)).status).toBe(400);
    expect(await lastReason()).toBe("No such question waits for an answer");
  });

  it("refuses the answer to another question", async () => {
    const person = new Person(rig.portal);
    const first = await asked(person);
    const second = await asked(person);
    const answer = await idp.answer(await request(first), login());
    await carried(person, {
      ...answer,
      fields: { ...answer.fields, RelayState: second.fields["RelayState"] ?? "" },
    });
    expect(await lastReason()).toBe("The Response is to another request");
  });

  it("refuses what somebody else signed", async () => {
    const person = new Person(rig.portal);
    const read = await request(await asked(person));
    const own = keys;
    keys = await selfSigned({ commonName: "identity provider" });
    const answer = await idp.answer(read, login());
    keys = own;
    await carried(person, answer);
    expect(await lastReason()).toBe("The signature is not by a known certificate");
  });

  it.each([
    [
      "suspended",
      () => change(world, { provider, bsi, id: authenticatorId, state: "Neaktivni", message: "m" }),
    ],
    ["ended", () => change(world, { provider, bsi, id: authenticatorId, state: "Ukonceny", message: "m" })],
    ["unknown", () => world.reset()],
  ])("refuses an authenticator that is %s at NIA", async (_state, happens) => {
    const person = new Person(rig.portal);
    const answer = await idp.answer(await request(await asked(person)), login());
    happens();
    await carried(person, answer);
    expect(await lastReason()).toBe("The authenticator is not an active one");
  });

  it("logs out at the identity provider before it answers the service", async () => {
    const person = new Person(rig.portal);
    const assertion = await told(person, await idp.answer(await request(await asked(person)), login()));
    const nameId = /<NameID[^>]*>([^<]*)/u.exec(assertion)?.[1] ?? "";
    const index = /SessionIndex="([^"]*)"/u.exec(assertion)?.[1] ?? "";
    const leaving = await posted(
      await byPost(rig.portal, signedBy(rig.identity, logoutRequest(rig.portal, nameId, index))),
    );
    const body = new URLSearchParams(leaving.fields).toString();
    const { request: logout } = await idp.readLogoutRequest({ binding: "post", body });
    expect(logout.pseudonym).toBe(bsi);
    const answer = (await idp.answerLogout(logout, "success")) as SamlForm;
    const last = await posted(await carried(person, answer));
    expect(messageIn(last)).toContain("status:Success");
    expect(messageIn(last)).toContain("LogoutResponse");
  });

  it("ends its session when the identity provider says so", async () => {
    const person = new Person(rig.portal);
    const done = login();
    await told(person, await idp.answer(await request(await asked(person)), done));
    const before = await sessions();
    const { pseudonym, sessionIndex } = done;
    const wanted = await idp.requestLogout({
      serviceProvider: rig.portal.hub.entityId,
      pseudonym,
      sessionIndex,
    });
    const answer = await posted(await carried(person, wanted?.delivery as SamlForm));
    const body = new URLSearchParams(answer.fields).toString();
    expect((await idp.readLogoutAnswer({ binding: "post", body })).success).toBe(true);
    expect(await sessions()).toBe(before - 1);
  });
});
