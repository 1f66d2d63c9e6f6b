import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeDownload } from "../../../../lambdas/adapters/fido/download.ts";
import { type RunningServer, send, serve } from "../../../../local/http-server.ts";

describe("download", () => {
  let server: RunningServer;
  beforeEach(async () => {
    server = await serve(async ({ url }, response) => {
      if (url === "/text") return send(response, 200, "application/jwt", "příklad");
      if (url === "/large") return send(response, 200, "application/jwt", "x".repeat(2000));
      if (url === "/endless") return void response.writeHead(200).write("x");
      return send(response, 503, "text/plain", "later");
    }, 0);
  });
  afterEach(() => server.close());

  it("answers the text", async () => {
    expect(await makeDownload()(`${server.url}/text`)).toBe("příklad");
  });

  it("refuses another status", async () => {
    await expect(makeDownload()(server.url)).rejects.toThrow("status 503");
  });

  it("refuses more bytes than allowed", async () => {
    const download = makeDownload({ maxBytes: 1999, timeoutMs: 5000 });
    await expect(download(`${server.url}/large`)).rejects.toThrow("more than 1999 bytes");
  });

  it("does not wait for ever", async () => {
    const download = makeDownload({ maxBytes: 10, timeoutMs: 50 });
    await expect(download(`${server.url}/endless`)).rejects.toMatchObject({ name: "TimeoutError" });
  });

  it("fails where nobody answers", async () => {
    await server.close();
    await expect(makeDownload()(`${server.url}/text`)).rejects.toThrow("fetch failed");
  });
});
