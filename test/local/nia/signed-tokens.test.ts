import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Identity, selfSigned } from "../../../local/certificates.ts";
import { renderTokenResponse } from "../../../local/nia/services/tokens/token-response.ts";
import { type AssertionContent, issueAssertion } from "../../../local/nia/soap/assertion.ts";
import { clientOf } from "./client.ts";
import { type Rig, startRig } from "./rig.ts";

/** Tokens that the right service has signed, and that are wrong all the same. */

let rig: Rig;
let ipsts: Identity;
beforeAll(async () => {
  ipsts = await selfSigned({ commonName: "Identity service" });
  const fpsts = await selfSigned({ commonName: "Federation service" });
  rig = await startRig({ identities: { ipsts, fpsts } });
});
afterAll(() => rig.simulator.close());

const HOUR = 3_600_000;
const content = (change: Partial<AssertionContent>): AssertionContent => ({
  issuer: "Microsoft CGG Identity Provider",
  audience: rig.simulator.realms.fpsts,
  issuedAt: new Date(),
  expiresAt: new Date(Date.now() + HOUR),
  secret: randomBytes(32),
  claims: [],
  authenticationMethod: "urn:oasis:names:tc:SAML:1.0:am:X509-PKI",
  ...change,
});

/** Another body in the reply of the first service. */
const replacing = (body: string) =>
  (async (url: string, init: RequestInit) => {
    const response = await fetch(url, init);
    if (url !== rig.simulator.endpoints.ipsts) return response;
    const text = (await response.text()).replace(/<s:Body>.*<\/s:Body>/s, () => `<s:Body>${body}</s:Body>`);
    return new Response(text, { headers: { "content-type": "application/soap+xml" } });
  }) as typeof globalThis.fetch;

const askedWith = async (made: AssertionContent, change = (xml: string): string => xml): Promise<unknown> => {
  const { id, xml } = issueAssertion(made, ipsts);
  const body = change(renderTokenResponse({ ...made, audience: rig.simulator.realms.fpsts }, { id, xml }));
  return await clientOf(rig, {}, { fetch: replacing(body) })
    .notifications()
    .then(
      () => "accepted",
      (error: Error) => `${error.name}: ${error.message}`,
    );
};

it("a good one is taken, so that it is the change that is refused", async () => {
  expect(await askedWith(content({}))).toBe("accepted");
});

it.each([
  [
    "for another audience",
    () => ({ audience: "https://elsewhere.example/issue.svc" }),
    "the token is for another audience",
  ],
  [
    "for the audience in other letters",
    () => ({ audience: rig.simulator.endpoints.fpsts }),
    "the token is for another audience",
  ],
  [
    "of yesterday",
    () => ({ issuedAt: new Date(Date.now() - 25 * HOUR), expiresAt: new Date(Date.now() - 24 * HOUR) }),
    "the token has expired",
  ],
  [
    "of tomorrow",
    () => ({ issuedAt: new Date(Date.now() + 24 * HOUR), expiresAt: new Date(Date.now() + 25 * HOUR) }),
    "the token is not valid yet",
  ],
  ["with a short secret", () => ({ secret: randomBytes(16) }), "the secret does not have 32 bytes"],
] as [string, () => Partial<AssertionContent>, string][])("one %s", async (_, change, why) => {
  expect(await askedWith(content(change()))).toBe(`NiaReplyInvalid: IPSTS: ${why}`);
});

it("one signed, and another put around it", async () => {
  const wrapped = (xml: string): string =>
    xml.replace(/(<saml:Assertion [^>]*AssertionID=")([^"]*)("[^]*<\/saml:Assertion>)/, "$1_x$3$&");
  expect(await askedWith(content({}), wrapped)).toMatch(/^NiaReplyInvalid: IPSTS: /);
});

it("a small reply that unpacks to a huge one is not read to its end", async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 32));
  expect(bomb.length).toBeLessThan(100_000);
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "application/soap+xml", "content-encoding": "gzip" }).end(bomb);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const ipstsUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const endpoints = { ...rig.simulator.endpoints, ipsts: ipstsUrl };
  await expect(clientOf(rig, { endpoints }).notifications()).rejects.toThrow("IPSTS: reply too large");
  server.closeAllConnections();
  server.close();
});
