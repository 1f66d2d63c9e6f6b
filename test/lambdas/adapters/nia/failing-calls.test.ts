import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { makeNia } from "../../../../lambdas/adapters/nia/nia.ts";
import type { Nia } from "../../../../lambdas/services/ports/nia.ts";
import { hasShared } from "../../../support/shared.ts";
import { nameOf } from "./support/outcome.ts";
import {
  callOf,
  keys,
  person,
  playBack,
  record,
  recordedSettings,
  replyTo,
  soapResponse,
  transcript,
} from "./support/recorded.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

/** The recorded tokens, and a real connection for the call that goes wrong. */
const withRealCall = (conversation: string, which: number, url: string): Nia => {
  const recorded = transcript(conversation);
  const fetch = ((address: string, init: RequestInit) => {
    const call = callOf(address);
    return call === which
      ? globalThis.fetch(url, init)
      : Promise.resolve(soapResponse(replyTo(recorded, call, String(init.body))));
  }) as typeof globalThis.fetch;
  const { rsa_key: privateKeyPem, rsa_certificate: certificatePem } = keys();
  return makeNia({
    settings: { ...recordedSettings(), timeoutMs: 300 },
    credentials: async () => ({ privateKeyPem, certificatePem }),
    clock: () => recorded.meta.recorded_at,
    fetch,
  });
};
const write = (which: number, url: string) =>
  nameOf(withRealCall("write-ok", which, url).writeAuthenticator(record));
const question = (which: number, url: string) =>
  nameOf(withRealCall("identify-ok", which, url).identify(person));

const behaviours: [string, RequestListener, string][] = [
  ["never answers", () => undefined, "timed out"],
  [
    "begins an answer and never ends it",
    (_, response) =>
      void response.writeHead(200, { "content-type": "application/soap+xml" }).write("<s:Envelope"),
    "timed out",
  ],
  [
    "breaks the connection",
    (request) => void request.on("data", () => request.socket.destroy()),
    "UND_ERR_SOCKET",
  ],
  [
    "answers an HTML page, 503",
    (_, response) => void response.writeHead(503, { "content-type": "text/html" }).end("<html>"),
    "HTTP 503",
  ],
  [
    "answers 500 without a body",
    (_, response) => void response.writeHead(500, { "content-type": "application/soap+xml" }).end(),
    "HTTP 500",
  ],
  [
    "redirects",
    (_, response) => void response.writeHead(307, { location: "http://127.0.0.1:1/" }).end(),
    "HTTP 307",
  ],
];

describe.skipIf(!hasShared)("a service that", () => {
  it.each(behaviours)("%s", async (_, listener, code) => {
    const url = await serve(listener);
    expect([await write(0, url), await write(1, url), await write(2, url), await question(2, url)]).toEqual([
      `NiaUnavailable: ${code}`,
      `NiaUnavailable: ${code}`,
      `NiaOutcomeUnknown: ${code}`,
      `NiaUnavailable: ${code}`,
    ]);
  });

  it("is not there was not written to", async () => {
    const url = await serve(() => undefined);
    servers.splice(0).forEach((server) => server.close());
    expect([await write(0, url), await write(2, url), await question(2, url)]).toEqual(
      Array.from({ length: 3 }, () => "NiaUnavailable: ECONNREFUSED"),
    );
  });

  it("has a certificate that nobody trusts was not written to", async () => {
    const untrusted = Object.assign(new TypeError("fetch failed"), {
      cause: Object.assign(new Error("self-signed certificate"), { code: "DEPTH_ZERO_SELF_SIGNED_CERT" }),
    });
    const { nia } = playBack(transcript("write-ok"), {
      reply: (call, { body }) => (call === 2 ? Promise.reject(untrusted) : soapResponse(body)),
    });
    expect(await nameOf(nia.writeAuthenticator(record))).toBe("NiaUnavailable: DEPTH_ZERO_SELF_SIGNED_CERT");
  });

  it("redirects is not followed", async () => {
    let followed = 0;
    const target = await serve((_, response) => void response.end(String((followed += 1))));
    const url = await serve((_, response) => void response.writeHead(308, { location: target }).end());
    await write(2, url);
    expect(followed).toBe(0);
  });

  it("does not know the path did nothing", async () => {
    const url = await serve((_, response) => void response.writeHead(404).end());
    expect(await write(2, url)).toBe("NiaUnavailable: HTTP 404");
  });
});

describe.skipIf(!hasShared)("credentials", () => {
  it.each([
    ["cannot be read", async () => Promise.reject(new Error("AccessDenied for arn:aws:secret"))],
    ["are no key", async () => ({ privateKeyPem: "MIIsecret", certificatePem: keys().rsa_certificate })],
    ["are no certificate", async () => ({ privateKeyPem: keys().rsa_key, certificatePem: "MIIsecret" })],
  ])("%s: nothing goes out, and nothing of them is told", async (_, credentials) => {
    let calls = 0;
    const fetch = (async () => {
      calls += 1;
      return new Response();
    }) as typeof globalThis.fetch;
    const clock = () => "2026-11-23T01:26:10.000Z";
    const nia = makeNia({ settings: recordedSettings(), credentials, clock, fetch });
    const outcome = await nameOf(nia.identify(person));
    expect(outcome).toMatch(/^NiaUnavailable: [a-z A-Z]+$/);
    expect(outcome).not.toContain("secret");
    expect(calls).toBe(0);
  });
});

describe.skipIf(!hasShared)("reused tokens", () => {
  const reuse = { settings: { reuseTokens: true } };

  it("spare two calls of three", async () => {
    const recorded = transcript("identify-ok");
    const bodies: string[] = [];
    const fetch = (async (url: string, init: RequestInit) => {
      bodies.push(String(init.body));
      return soapResponse(replyTo(recorded, callOf(url), String(init.body)));
    }) as typeof globalThis.fetch;
    const { rsa_key: privateKeyPem, rsa_certificate: certificatePem } = keys();
    const nia = makeNia({
      settings: { ...recordedSettings(), reuseTokens: true },
      credentials: async () => ({ privateKeyPem, certificatePem }),
      clock: () => recorded.meta.recorded_at,
      fetch,
    });
    const [first, second] = [await nia.identify(person), await nia.identify(person)];
    expect(second).toEqual(first);
    expect(bodies.map((body) => /RequestSecurityToken|Submit/.exec(body)?.[0])).toHaveLength(4);
  });

  it("are given up after a call that failed", async () => {
    let failing = true;
    const { nia, sent } = playBack(transcript("identify-ok"), {
      ...reuse,
      reply: (call, { body }) =>
        call === 2 && failing ? new Response("", { status: 503 }) : soapResponse(body),
    });
    expect(await nameOf(nia.identify(person))).toBe("NiaUnavailable: HTTP 503");
    failing = false;
    expect(await nameOf(nia.identify(person))).toBe("accepted");
    expect(sent).toHaveLength(6);
  });
});
