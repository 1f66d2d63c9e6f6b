import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startFront } from "../../../local/front/front.ts";
import { type RunningServer, readBody, sendJson, serve } from "../../../local/http-server.ts";

let folder: string;
let api: RunningServer;
let front: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "nia-link-front-"));
  await mkdir(join(folder, "web/assets"), { recursive: true });
  await writeFile(join(folder, "web/index.html"), "<title>nia-link</title>");
  await writeFile(join(folder, "web/assets/app-1a2b.js"), "export {}");
  await writeFile(join(folder, "outside.txt"), "not for you");
  api = await serve(async (asked, response) => {
    const body = (await readBody(asked)).toString();
    response.setHeader("set-cookie", ["a=1", "b=2"]);
    sendJson(response, 201, { method: asked.method, url: asked.url, headers: asked.headers, body });
  }, 0);
  front = await startFront({
    port: 0,
    webFolder: join(folder, "web"),
    api: { endpoint: api.url, host: "abcd1234.execute-api.localhost" },
    originSecret: "s".repeat(32),
  });
});
afterAll(async () => {
  await Promise.all([front.close(), api.close()]);
  await rm(folder, { recursive: true });
});

type Echo = { method: string; url: string; headers: IncomingHttpHeaders; body: string };
const echo = async (path: string, init: RequestInit = {}): Promise<Echo> =>
  (await (await fetch(`${front.url}${path}`, init)).json()) as Echo;

describe("The way to the API", () => {
  it.each(["/api/accounts?x=1%2F2", "/saml/acs"])("leads %s there as it came", async (path) => {
    const seen = await echo(path, { method: "POST", body: "žluť" });
    expect(seen).toMatchObject({ method: "POST", url: path, body: "žluť" });
    expect(seen.headers.host).toBe("abcd1234.execute-api.localhost");
  });

  it("says the secret and the viewer's address itself, whatever the client claims", async () => {
    const { headers } = await echo("/api/x", {
      headers: {
        "X-Origin-Secret": "guess",
        "CloudFront-Viewer-Address": "198.51.100.1:1",
        "cloudfront-viewer-country": "XX",
        cookie: "__Host-session=abc",
        "x-forwarded-for": "198.51.100.1",
      },
    });
    expect(headers["x-origin-secret"]).toBe("s".repeat(32));
    expect(headers["cloudfront-viewer-address"]).toMatch(/^127\.0\.0\.1:\d+$/u);
    expect(headers["cloudfront-viewer-country"]).toBeUndefined();
    expect(headers["x-forwarded-for"]).toBeUndefined();
    expect(headers.cookie).toBe("__Host-session=abc");
  });

  it("brings back status and every cookie", async () => {
    const answer = await fetch(`${front.url}/api/x`);
    expect(answer.status).toBe(201);
    expect(answer.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("ends in 502 when the API does not answer", async () => {
    const alone = await startFront({
      port: 0,
      webFolder: folder,
      api: { endpoint: "http://127.0.0.1:1", host: "x" },
    });
    expect((await fetch(`${alone.url}/api/x`)).status).toBe(502);
    await alone.close();
  });
});

describe("The web app's files", () => {
  it.each(["/", "/nia", "/settings/keys"])("are index.html for the page %s, asked for anew", async (path) => {
    const answer = await fetch(`${front.url}${path}`);
    expect(await answer.text()).toContain("nia-link");
    expect(answer.headers.get("cache-control")).toBe("no-cache");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("are kept by the browser where their name tells their content", async () => {
    const answer = await fetch(`${front.url}/assets/app-1a2b.js`);
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect(answer.headers.get("content-type")).toContain("text/javascript");
  });

  it.each(["/assets/old.js", "/../outside.txt", "/..%2Foutside.txt", "/%2e%2e/outside.txt"])(
    "do not include %s",
    async (path) => {
      const status = await new Promise((resolve) =>
        // Not fetch, which would tidy the path up.
        request(`${front.url}/`, { path }, (answer) => resolve(answer.resume().statusCode)).end(),
      );
      expect(status).toBe(404);
    },
  );

  it.each(["/%", "/%00.js"])("are not looked for at the malformed address %s", async (path) => {
    expect((await fetch(`${front.url}${path}`)).status).toBe(400);
  });

  it("can't be posted to", async () => {
    expect((await fetch(`${front.url}/`, { method: "POST" })).status).toBe(405);
  });
});
