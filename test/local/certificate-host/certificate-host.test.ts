import { X509Certificate } from "node:crypto";
import { request } from "node:https";
import { createSecureContext } from "node:tls";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeReadCertificate } from "../../../lambdas/adapters/certificates/read-certificate.ts";
import { certificateLoginRoutes } from "../../../lambdas/contract/routes/certificate-login.ts";
import { endpoint } from "../../../lambdas/http/endpoint.ts";
import { startCertificateHost } from "../../../local/certificate-host/certificate-host.ts";
import { type GatewayEvent, hostName } from "../../../local/certificate-host/event.ts";
import { pkcs12 } from "../../../local/certificate-host/pkcs12.ts";
import { type Identity, issue, selfSigned } from "../../../local/certificates.ts";
import type { RunningServer } from "../../../local/http-server.ts";
import { anAuthority, aUserCertificate, SERVERS } from "../../support/client-certificates.ts";

const authority = await anAuthority();
const user = await aUserCertificate(authority);
const tls = await issue(authority, { commonName: hostName, keyType: "ec", ipAddresses: [hostName] });
const challenge = "c".repeat(43);
const seen: GatewayEvent[] = [];
const read = makeReadCertificate([authority.certificatePem]);

/** The function behind it, as far as it takes the certificate: the real wrapper of the real route. */
const take = endpoint(certificateLoginRoutes.showCertificate, async ({ certificate, query }) => ({
  location: `https://app.example.cz/certificate#${read(certificate).id}.${query.challenge}`,
}));

let host: RunningServer;
beforeAll(async () => {
  host = await startCertificateHost({
    port: 0,
    identity: tls,
    authorities: [authority.certificatePem],
    call: async (event) => {
      seen.push(event);
      const answer = await take(event as unknown as Parameters<typeof take>[0], {
        authenticate: async () => await Promise.reject(new Error("no session here")),
        admit: async () => undefined,
        origins: [],
        originSecret: undefined,
        now: () => "",
        certificateHost: hostName,
      });
      return answer as { statusCode: number; headers: Record<string, string> };
    },
  });
});
afterAll(async () => await host.close());
beforeEach(() => {
  seen.length = 0;
});

/** One handshake and one request of a browser that shows this certificate, or none. */
const visit = async (identity?: Identity, path = `/api/certificate?challenge=${challenge}`) =>
  await new Promise<{ status: number; location: string | undefined }>((resolve, reject) => {
    const asked = request(
      `${host.url}${path}`,
      {
        ca: authority.certificatePem,
        agent: false,
        headers: { "x-forwarded-client-cert": user.certificatePem.replaceAll("\n", " ") },
        ...(identity === undefined ? {} : { cert: identity.certificatePem, key: identity.privateKeyPem }),
      },
      (answer) => {
        answer.resume();
        resolve({ status: answer.statusCode ?? 0, location: answer.headers.location });
      },
    );
    asked.once("error", reject).end();
  });

describe("the host for certificates", () => {
  it("lets a certificate of a listed authority in, and says of it what API Gateway says", async () => {
    const { raw, subject, serialNumber, validFrom, fingerprint256 } = new X509Certificate(
      user.certificatePem,
    );
    const id = fingerprint256.replaceAll(":", "").toLowerCase();
    expect(await visit(user)).toEqual({
      status: 303,
      location: `https://app.example.cz/certificate#${id}.${challenge}`,
    });
    const { domainName, authentication } = seen[0]?.requestContext ?? {};
    expect(seen[0]).toMatchObject({ version: "2.0", routeKey: "GET /api/certificate" });
    expect(domainName).toBe("127.0.0.1");
    expect(authentication?.clientCert).toMatchObject({
      subjectDN: subject.split("\n").toReversed().join(","),
      serialNumber,
      validity: { notBefore: validFrom },
    });
    expect(new X509Certificate(authentication?.clientCert.clientCertPem ?? "").raw).toEqual(raw);
  });

  it.each<[string, () => Promise<Identity | undefined>]>([
    ["no certificate", async () => undefined],
    ["one of a foreign authority", async () => await aUserCertificate(await anAuthority("Elsewhere"))],
    [
      "one of a foreign authority with the same name",
      async () => await aUserCertificate(await anAuthority()),
    ],
    ["one signed by itself", async () => await selfSigned({ commonName: "Jana Nováková", keyType: "ec" })],
    [
      "one that has expired",
      async () => await aUserCertificate(authority, { notBefore: new Date(Date.now() - 2e8), days: 1 }),
    ],
    [
      "one not valid yet",
      async () => await aUserCertificate(authority, { notBefore: new Date(Date.now() + 1e8) }),
    ],
    ["one for servers", async () => await aUserCertificate(authority, { extendedKeyUsage: [SERVERS] })],
  ])("turns away whoever shows %s, before any function is called", async (_, make) => {
    const identity = await make();
    await expect(visit(identity)).rejects.toThrow(/alert|ECONNRESET|EPIPE|hang up/iu);
    expect(seen).toEqual([]);
  });

  it.each([["/"], ["/api/me"], ["/api/login"], ["/api/certificate/"]])(
    "has no other route: %s",
    async (path) => {
      expect(await visit(user, path)).toMatchObject({ status: 404 });
      expect(seen).toEqual([]);
    },
  );
});

describe("the file that a browser imports", () => {
  it("holds key and certificate, locked by its password", async () => {
    const pfx = await pkcs12(user, "demo", "heslo");
    expect(() => createSecureContext({ pfx, passphrase: "heslo" })).not.toThrow();
    expect(() => createSecureContext({ pfx, passphrase: "jiné" })).toThrow(/mac verify failure/u);
  });
});
