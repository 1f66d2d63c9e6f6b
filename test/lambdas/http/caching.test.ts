import { describe, expect, it } from "vitest";
import type { Route } from "../../../lambdas/contract/route.ts";
import { routes } from "../../../lambdas/contract/routes.ts";
import { type Answer, endpoint } from "../../../lambdas/http/endpoint.ts";
import { aSession } from "../../support/builders.ts";
import { anEvent, origin } from "./events.ts";

const guards = {
  authenticate: async () => aSession([]),
  admit: async () => undefined,
  originSecret: undefined,
  origins: [origin],
  now: () => "",
};
const call = async (route: Route, answer: Answer, headers: Record<string, string> = {}) =>
  await endpoint(route, async () => answer)(
    anEvent(`${route.method} ${route.path}`, { headers, params: { picture: "a".repeat(22) } }),
    guards,
  );

const { certifiedKeys, keyPicture, logout } = routes;
const list = (metadataNo: number) => ({
  body: { metadataNo, nextUpdate: "2026-12-01", checkedAt: "2026-11-23T08:00:00.000Z", models: [] },
});
const svg = Buffer.from("<svg><script>alert(1)</script></svg>");
const picture = { binary: { content: svg, fileName: "a.svg", mediaType: "image/svg+xml" as const } };

describe("an answer that everybody gets alike", () => {
  it("says for how long browsers and the edge may keep it", async () => {
    const { headers } = await call(certifiedKeys, list(291));
    expect(headers?.["cache-control"]).toBe("public, max-age=300, s-maxage=3600");
  });

  it("has the same tag as long as it is the same, and another one with any change", async () => {
    const tags = await Promise.all([291, 291, 292].map(async (no) => await call(certifiedKeys, list(no))));
    const [first, same, changed] = tags.map(({ headers }) => headers?.["etag"]);
    expect(first).toMatch(/^"[\w-]{22}"$/u);
    expect(same).toBe(first);
    expect(changed).not.toBe(first);
  });

  it.each([
    ["the tag alone", (tag: string) => tag],
    ["the tag that the edge weakened", (tag: string) => `W/${tag}`],
    ["one of several", (tag: string) => `"other", ${tag}`],
    ["any", () => "*"],
  ])("is not sent again to whoever holds it: %s", async (_, asked) => {
    const tag = String((await call(certifiedKeys, list(291))).headers?.["etag"]);
    const again = await call(certifiedKeys, list(291), { "if-none-match": asked(tag) });
    expect(again).toEqual({
      statusCode: 304,
      headers: { "cache-control": "public, max-age=300, s-maxage=3600", etag: tag },
    });
    const changed = await call(certifiedKeys, list(292), { "if-none-match": tag });
    expect(changed.statusCode).toBe(200);
  });

  it("sets nobody's cookie", async () => {
    expect(await call(certifiedKeys, { ...list(291), token: "somebody" })).not.toHaveProperty("cookies");
  });
});

describe("a picture of a model", () => {
  it("is kept for ever, under a name made of its bytes", async () => {
    const { headers } = await call(keyPicture, picture);
    expect(headers?.["cache-control"]).toBe("public, max-age=31536000, s-maxage=31536000, immutable");
    expect(headers?.["content-type"]).toBe("image/svg+xml");
  });

  it("may run and load nothing, whoever drew it", async () => {
    const { headers } = await call(keyPicture, picture);
    expect(headers).toMatchObject({
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "x-content-type-options": "nosniff",
    });
  });
});

describe("every other answer", () => {
  it("is kept by nobody", async () => {
    const { headers } = await call(logout, {}, { cookie: "__Host-session=t" });
    expect(headers).toEqual({ "cache-control": "no-store" });
  });

  it("can't be declared to be kept: a session's, or one that changes something", () => {
    const cache = { browser: 1, edge: 1 };
    const shape = { path: "/api/x", fn: "me-api", summary: "", status: 204 } as const;
    // @ts-expect-error -- it belongs to a session
    const own: Route = { ...shape, method: "GET", access: "session", cache };
    // @ts-expect-error -- it changes something
    const change: Route = { ...shape, method: "POST", access: "public", cache };
    const alike: Route = { ...shape, method: "GET", access: "public", cache };
    expect([own, change, alike].map(({ cache: kept }) => kept)).toEqual([cache, cache, cache]);
  });
});
