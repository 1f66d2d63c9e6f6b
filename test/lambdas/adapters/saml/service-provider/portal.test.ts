import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linkingAttributes } from "../../../../../lambdas/adapters/saml/service-provider/attributes.ts";
import { makeServiceProvider } from "../../../../../lambdas/adapters/saml/service-provider/service-provider.ts";
import type {
  PortalMessage,
  ServiceProvider,
} from "../../../../../lambdas/services/ports/service-provider.ts";
import {
  consumer,
  entityId,
  Person,
  posted,
  type Rig,
  startRig,
  wish,
} from "../../../../local/portal/rig.ts";

let rig: Rig;
let ours: ServiceProvider;
beforeAll(async () => {
  rig = await startRig();
  const { portal, identity } = rig;
  ours = makeServiceProvider({
    settings: {
      entityId,
      consumerUrl: consumer,
      logoutUrl: "http://localhost:9999/nia/logout",
      level: "high",
      attributes: linkingAttributes,
      portal: {
        entityId: portal.entityId,
        url: portal.endpoint,
        authorities: portal.authorities,
        organizations: ["Digitální agentura"],
      },
    },
    keys: async () => identity,
    clock: () => new Date().toISOString(),
  });
});
afterAll(async () => {
  await rig.portal.close();
});

const metadata = async () => ours.readMetadata(await (await fetch(rig.portal.metadataUrl)).text());
const manual = { redirect: "manual" } as const;
const byPost = async ({ action, fields }: PortalMessage): Promise<Response> =>
  await fetch(action, { method: "POST", body: new URLSearchParams(Object.entries(fields)), ...manual });
const byRedirect = async ({ url }: PortalMessage): Promise<Response> => await fetch(url, manual);

/** Asks, lets the person do as they please, and reads the answer. */
const logIn = async (
  choice: Record<string, string> = {},
  { send = byPost, consent = "yes" }: { send?: typeof byPost; consent?: "yes" | "no" } = {},
) => {
  const person = new Person(rig.portal);
  const request = await ours.authenticationRequest({ relayState: "state" });
  const page = await person.choose(await person.follow(await send(request)), choice);
  const reply = choice["outcome"] === undefined ? await person.consent(page, consent) : page;
  const { fields, action } = await posted(reply);
  const { signingCertificates: certificates } = await metadata();
  const answer = await ours.readAnswer(fields["SAMLResponse"] ?? "", { asked: [request], certificates });
  return { answer, action, relayState: fields["RelayState"] };
};

describe("a login at the portal", () => {
  it.each([
    ["POST", byPost],
    ["Redirect", byRedirect],
  ])("asked for by %s", async (_, send) => {
    const { answer, action, relayState } = await logIn({}, { send });
    expect({ action, relayState }).toEqual({ action: consumer, relayState: "state" });
    expect(answer).toMatchObject({
      outcome: "accepted",
      level: "high",
      person: {
        firstName: "JANA",
        lastName: "NOVÁKOVÁ",
        birthDate: "1988-04-12",
        address: { street: "Lipová 7", city: "Brno", postalCode: "60200", country: "CZ" },
        addressPlaceCode: "19143532",
        documents: [{ type: "ID", number: "900000101" }],
      },
    });
  });

  it.each([
    ["given up", { outcome: "cancel" }, { reason: "failed", statusCode: "AuthnFailed" }],
    ["failed, in disguise", { outcome: "fail" }, { reason: "failed", statusCode: "AuthnFailed" }],
  ])("%s", async (_, choice, expected) => {
    expect((await logIn(choice)).answer).toMatchObject({ outcome: "refused", ...expected });
  });

  it("without consent; and after a logout the portal asks again", async () => {
    const { answer } = await logIn({}, { consent: "no" });
    if (answer.outcome !== "refused" || answer.reason !== "consent") throw new Error("not refused");
    expect(answer.missing).toContain("CurrentGivenName");
    const sessions = async (): Promise<unknown> =>
      await (await fetch(`${rig.portal.url}/_sim/sessions`)).json();
    const before = await sessions();
    const request = await ours.logoutRequest(answer.session, { relayState: "out" });
    const { action, fields } = await posted(await byRedirect(request));
    expect(await sessions()).toHaveLength((before as unknown[]).length - 1);
    expect(action).toBe("http://localhost:9999/nia/logout");
    expect(fields["RelayState"]).toBe("out");
    const terms = { requestId: request.id, binding: "post" as const };
    expect(ours.readLogoutAnswer(fields["SAMLResponse"] ?? "", terms)).toEqual({ loggedOut: true });
  });

  it.each([
    ["unsigned", "signature"],
    ["unsigned-error", "signature"],
    ["unknown-signer", "signature"],
    ["unknown-response-signer", "signature"],
    ["unknown-assertion-signer", "assertion-signature"],
    ["changed-after-signing", "signature"],
    ["in-clear", "assertion"],
    ["expired", "assertion-issuer"],
    ["not-yet-valid", "assertion-issuer"],
    ["old-authentication", "authentication"],
    ["other-destination", "destination"],
    ["other-recipient", "subject"],
    ["other-audience", "conditions"],
    ["other-request", "subject"],
    ["other-issuer", "assertion-issuer"],
    ["other-person", "person"],
    ["lower-level", "level"],
  ])("%s is refused", async (kind, fault) => {
    await wish(rig.portal, "faults", { kind });
    await expect(logIn()).rejects.toMatchObject({ name: "PortalAnswerInvalid", fault });
  });

  it("answered with the answer to another request is refused", async () => {
    await logIn();
    await wish(rig.portal, "faults", { kind: "last-answer" });
    await expect(logIn()).rejects.toMatchObject({ fault: "request" });
  });

  it.each([
    ["authn-failed", { reason: "failed" }],
    ["request-denied", { reason: "cancelled" }],
    ["no-authn-context", { reason: "level" }],
    ["missing-attributes", { reason: "consent" }],
    ["failure-in-disguise", { reason: "failed" }],
  ])("%s is a no", async (kind, expected) => {
    await wish(rig.portal, "faults", { kind });
    expect((await logIn()).answer).toMatchObject({ outcome: "refused", ...expected });
  });
});

it("a change of the portal's certificates needs no pause", async () => {
  const known = (await metadata()).signingCertificates;
  expect(known).toHaveLength(2);
  for (const step of ["announce", "switch", "retire"]) {
    await wish(rig.portal, "certificates", { step });
    expect((await logIn()).answer).toMatchObject({ outcome: "accepted" });
  }
  const now = (await metadata()).signingCertificates;
  expect(now).toHaveLength(1);
  expect(known).not.toContain(now[0]);
});
