import { type RequestListener, createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import type { TLSSocket } from "node:tls";
import tls from "node:tls";
import { afterEach, describe, expect, it } from "vitest";
import { type DataBoxCredentials, makePost } from "../../../../lambdas/adapters/data-box/post.ts";
import { issue, selfSigned } from "../../../../local/certificates.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const listening = async (server: Server): Promise<number> => {
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  return (server.address() as AddressInfo).port;
};

const post = (baseUrl: string, login: "password" | "certificate", credentials: DataBoxCredentials) =>
  makePost({ baseUrl, login, timeoutMs: 300, maxBytes: 1000 }, async () => credentials)(
    `${baseUrl}dx`,
    "<body/>",
  );

const askedBy = async (listener: RequestListener): Promise<Uint8Array> => {
  const port = await listening(createServer(listener));
  return await post(`http://127.0.0.1:${port}/DS/`, "password", { username: "a", password: "b" });
};

const breakingOff: RequestListener = (_, response) => {
  response.writeHead(200, { "content-length": 9 });
  response.write("x", () => response.destroy());
};

describe("over the password login", () => {
  it("sends the body and answers the reply's", async () => {
    const reply = await askedBy((request, response) => {
      void request.toArray().then((chunks) => response.end(Buffer.concat(chunks)));
    });
    expect(Buffer.from(reply).toString()).toBe("<body/>");
  });
  it.each<[string, RequestListener]>([
    ["never comes", () => undefined],
    ["drips for ever", (_, response) => void setInterval(() => response.write("x"), 50).unref()],
    ["breaks off", breakingOff],
    ["is too long", (_, response) => response.end("x".repeat(1001))],
  ])("a reply that %s is another call's chance", async (_, listener) => {
    await expect(askedBy(listener)).rejects.toMatchObject({ name: "MessageNotReady" });
  });
  it("does not carry the password to where a redirect leads", async () => {
    let followed = false;
    const other = await listening(createServer((_, response) => response.end(String((followed = true)))));
    const redirect: RequestListener = (_, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${other}/as/login` }).end();
    await expect(askedBy(redirect)).rejects.toMatchObject({ name: "DataBoxRefused" });
    expect(followed).toBe(false);
  });
  it("does not go over plain http to another machine", () => {
    const settings = {
      baseUrl: "http://ws1.example.test/DS/",
      login: "password",
      timeoutMs: 1,
      maxBytes: 1,
    } as const;
    expect(() => makePost(settings, async () => ({}))).toThrow(TypeError);
  });
});

describe("over the certificate login", () => {
  it("shows its certificate, and a server that wants another one is a refusal", async () => {
    const root = await selfSigned({ commonName: "Test root", ca: true });
    const host = await issue(root, { commonName: "localhost", dnsNames: ["localhost"] });
    const client = await issue(root, { commonName: "our box" });
    const before = tls.getCACertificates("default");
    tls.setDefaultCACertificates([...before, root.certificatePem]);
    const server = createTlsServer(
      {
        cert: host.certificatePem,
        key: host.privateKeyPem,
        ca: root.certificatePem,
        requestCert: true,
        rejectUnauthorized: false,
      },
      (request, response) => {
        const socket = request.socket as TLSSocket;
        response.writeHead(socket.authorized ? 200 : 401).end(socket.getPeerCertificate().subject?.CN ?? "");
      },
    );
    const baseUrl = `https://localhost:${await listening(server)}/cert/DS/`;
    try {
      expect(Buffer.from(await post(baseUrl, "certificate", client)).toString()).toBe("our box");
      const stranger = await selfSigned({ commonName: "stranger" });
      await expect(post(baseUrl, "certificate", stranger)).rejects.toMatchObject({ name: "DataBoxRefused" });
      await expect(post(baseUrl, "certificate", {})).rejects.toMatchObject({ name: "DataBoxUnavailable" });
    } finally {
      tls.setDefaultCACertificates(before);
    }
  });
});
