import { beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import type { Route } from "../../../lambdas/contract/route.ts";
import { routes } from "../../../lambdas/contract/routes.ts";
import {
  ConfirmationNeeded,
  NotLoggedIn,
  OriginRefused,
  TooManyRequests,
} from "../../../lambdas/domain/errors.ts";
import { type Answer, endpoint } from "../../../lambdas/http/endpoint.ts";
import { problemAnswer } from "../../../lambdas/http/problem.ts";
import { confirmationView } from "../../../lambdas/http/views/confirmation.ts";
import type { Applied } from "../../../lambdas/services/limits/admit.ts";
import { makeToken } from "../../../lambdas/services/sessions/token.ts";
import { aSession } from "../../support/builders.ts";
import { anEvent, origin } from "./events.ts";

const token = "T".repeat(64);
const session = aSession([]);
const admitted: (readonly Applied[])[] = [];
let full = false;
beforeEach(() => {
  admitted.length = 0;
  full = false;
});
const call = async (
  route: Route,
  sent: Parameters<typeof anEvent>[1] = {},
  answer: Answer = {},
  stored = session,
) =>
  await endpoint(route, async () => answer)(anEvent(`${route.method} ${route.path}`, sent), {
    authenticate: async (given) => {
      if (given !== token) throw new NotLoggedIn("no living session");
      return stored;
    },
    admit: async (applied) => {
      admitted.push(applied);
      if (full) throw new TooManyRequests("of a test", 90);
    },
    origins: [origin],
    originSecret: undefined,
    now: () => "2026-11-23T09:04:00.000Z",
  });
const cookies = [`other=1`, `__Host-session=${token}`];
const { logout, securityKeyOptions, document, exportActivity } = routes;

describe("a change asked for by a browser", () => {
  it.each<[string, Record<string, string>]>([
    ["another site", { origin: "https://evil.example" }],
    ["a name that begins like ours", { origin: `${origin}.evil.example` }],
    ["nowhere", { origin: "null" }],
  ])("is refused from %s", async (_, headers) => {
    await expect(call(logout, { headers, cookies })).rejects.toThrow(OriginRefused);
  });

  it("is taken from a page of ours", async () => {
    expect(await call(logout, { cookies })).toMatchObject({ statusCode: 204 });
  });

  it("needs no origin with a bearer token", async () => {
    const headers = { origin: "", authorization: `Bearer ${token}` };
    expect(await call(logout, { headers })).toMatchObject({ statusCode: 204 });
  });

  it("is still refused where the bearer token is none", async () => {
    const headers = { origin: "https://evil.example", authorization: "Basic abc" };
    await expect(call(logout, { headers, cookies })).rejects.toThrow(OriginRefused);
  });

  it("is not what a GET is", async () => {
    const sent = { headers: { origin: "" }, cookies, params: { id: "verification-1" } };
    expect(await call(document, sent)).toMatchObject({ statusCode: 200 });
  });
});

describe("a session", () => {
  it.each<[string, Parameters<typeof anEvent>[1]]>([
    ["missing", {}],
    ["in a cookie of another name", { cookies: [`session=${token}`] }],
    ["that is dead", { cookies: ["__Host-session=dead"] }],
  ])("%s is a 401", async (_, sent) => {
    const error = await call(logout, sent).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(NotLoggedIn);
    expect(problemAnswer(error, "en", "request-1").statusCode).toBe(401);
  });

  it("may come in the plain header too", async () => {
    expect(await call(logout, { headers: { cookie: cookies.join("; ") } })).toMatchObject({
      statusCode: 204,
    });
  });
});

describe("a token that was replaced only just", () => {
  const { profile, comparison } = routes;
  const useOf = async (route: Route) => {
    const seen: string[] = [];
    const guards = {
      authenticate: async (_: string | undefined, use: string) => {
        seen.push(use);
        return await Promise.reject(new NotLoggedIn("stop here"));
      },
      admit: async () => undefined,
      originSecret: undefined,
      origins: [origin],
      now: () => "2026-11-23T09:04:00.000Z",
    };
    const called = endpoint(route, async () => ({}))(anEvent("", { cookies }), guards);
    await expect(called).rejects.toThrow(NotLoggedIn);
    return seen;
  };

  it.each<[string, Route, string]>([
    ["reads", profile, "reading"],
    ["changes nothing", logout, "changing"],
    ["reads nothing that a confirmation opened", comparison, "changing"],
  ])("%s", async (_, route, use) => {
    expect(await useOf(route)).toEqual([use]);
  });
});

describe("the certificate of a connection", () => {
  const host = "certificates.example.cz";
  const shown = { clientCert: { clientCertPem: "PEM" } };
  const take = async (
    requestContext: object,
    certificateHost: string | undefined = host,
    route: Route = routes.showCertificate,
  ) => {
    let certificate: string | undefined;
    const event = anEvent("");
    Object.assign(event.requestContext, requestContext);
    const answer = endpoint({ ...route, query: z.object({}) }, async (request) => {
      ({ certificate } = request);
      return { location: `${origin}/certificate#code=x` };
    });
    const guards = {
      authenticate: async () => session,
      origins: [origin],
      now: () => session.createdAt,
      admit: async () => undefined,
      originSecret: undefined,
      certificateHost,
    };
    const given = await answer(event, guards);
    return { certificate, ...given };
  };

  it("is taken at the host that asks for it, and the browser goes back to the web app", async () => {
    expect(await take({ domainName: host, authentication: shown })).toMatchObject({
      certificate: "PEM",
      statusCode: 303,
      headers: { location: `${origin}/certificate#code=x` },
    });
  });

  it.each<[string, object, string | undefined]>([
    ["at another host", { domainName: "api.example.cz", authentication: shown }, host],
    ["at no host that is known", { domainName: host, authentication: shown }, undefined],
    ["where none is shown", { domainName: host }, host],
    ["where it is empty", { domainName: host, authentication: { clientCert: { clientCertPem: "" } } }, host],
  ])("is not believed %s", async (_, requestContext, certificateHost) => {
    const called = endpoint(routes.showCertificate, async () => ({}))(
      Object.assign(anEvent(""), { requestContext }),
      {
        authenticate: async () => session,
        origins: [origin],
        admit: async () => undefined,
        originSecret: undefined,
        now: () => "",
        certificateHost,
      },
    );
    await expect(called).rejects.toThrow(OriginRefused);
  });

  it.each(Object.entries<Route>(routes).filter(([, { access }]) => access === "public"))(
    "tells %s nothing",
    async (_, route) => {
      const open = { ...route };
      for (const part of ["body", "params", "query", "response"] as const) delete open[part];
      const { certificate } = await take({ domainName: host, authentication: shown }, host, open);
      expect(certificate).toBeUndefined();
    },
  );
});

describe("a confirmation", () => {
  const entry = (purpose: "add-key" | "link", until: string) => ({ purpose, until, keyIds: [] });
  const body = { body: { ceremonyId: "c", options: {} } };
  const until = "2026-11-23T09:05:00.000Z";

  it.each([
    ["missing", aSession([], { confirmed: [] })],
    ["for another purpose", aSession([], { confirmed: [entry("link", until)] })],
    ["that is over", aSession([], { confirmed: [entry("add-key", "2026-11-23T09:04:00.000Z")] })],
  ])("%s is a 403 that names the purpose", async (_, stored) => {
    const error = await call(securityKeyOptions, { cookies }, body, stored).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ConfirmationNeeded);
    const answer = problemAnswer(error, "en", "request-1");
    expect(answer.statusCode).toBe(403);
    expect(JSON.parse(answer.body ?? "")).toMatchObject({ purpose: "add-key" });
  });

  it("that is there opens the route", async () => {
    const stored = aSession([], { confirmed: [entry("add-key", until)] });
    expect(await call(securityKeyOptions, { cookies }, body, stored)).toMatchObject({ statusCode: 200 });
  });
});

describe("an answer that is a file", () => {
  it("bears its name", async () => {
    const confirmed = [{ purpose: "export" as const, until: "2026-11-23T09:05:00.000Z", keyIds: [] }];
    const body = { body: { events: [] }, fileName: "export.json" };
    const answer = await call(exportActivity, { cookies }, body, aSession([], { confirmed }));
    expect(answer.headers).toMatchObject({
      "content-type": "application/json",
      "content-disposition": 'attachment; filename="export.json"',
    });
  });
});

describe("a caller that keeps its token itself", () => {
  const bearerOf = async (headers: Record<string, string>) => {
    let bearer: boolean | undefined;
    await endpoint(logout, async (request) => {
      ({ bearer } = request);
      return {};
    })(anEvent("", { headers, cookies }), {
      authenticate: async () => session,
      admit: async () => undefined,
      originSecret: undefined,
      origins: [origin],
      now: () => "2026-11-23T09:04:00.000Z",
    });
    return bearer;
  };

  it.each<[string, Record<string, string>, boolean]>([
    ["sends it as bearer", { authorization: `Bearer ${token}` }, true],
    ["is not a browser with its cookie", {}, false],
    ["is not one of another scheme", { authorization: "Basic abc" }, false],
  ])("%s", async (_, headers, expected) => {
    expect(await bearerOf(headers)).toBe(expected);
  });

  const outcome = { state: "confirmed" as const, until: "2026-11-23T09:05:00.000Z", token, session };

  it("gets the new token in the body, and no cookie", async () => {
    const { until } = outcome;
    expect(confirmationView(outcome, true)).toEqual({ body: { state: "confirmed", until, token } });
    expect(confirmationView(outcome, false)).toEqual({ token, body: { state: "confirmed", until } });
  });
});

describe("a limit", () => {
  const refused = async (...sent: Parameters<typeof call>) =>
    await call(...sent).catch((error: unknown) => error);

  it("is counted for the account of the session before the route's code runs", async () => {
    full = true;
    const body = JSON.stringify({ name: "Blue" });
    const params = { keyId: "k".repeat(16) };
    const ours = makeToken(session, () => Buffer.alloc(32, 1));
    const sent = { cookies: [`__Host-session=${ours}`], body, params };
    let ran = false;
    const guards = {
      authenticate: async () => session,
      admit: async (applied: readonly Applied[]) => {
        admitted.push(applied);
        throw new TooManyRequests("changes-of-account", 90);
      },
      origins: [origin],
      originSecret: undefined,
      now: () => "2026-11-23T09:04:00.000Z",
    };
    const route = endpoint(routes.renameSecurityKey, async () => {
      ran = true;
      return {};
    });
    await expect(route(anEvent("PATCH /", sent), guards)).rejects.toThrow(TooManyRequests);
    expect(ran).toBe(false);
    expect(admitted).toEqual([[{ limit: "changes-of-account", subject: session.accountId }]]);
  });

  it("is told to nobody without a session", async () => {
    full = true;
    expect(await refused(logout)).toBeInstanceOf(NotLoggedIn);
  });

  it("counts by address and by what was typed, in one spelling", async () => {
    const body = JSON.stringify({ login: " Jana@Example.cz", password: "x" });
    await refused(routes.login, { body, sourceIp: "2001:db8:1:2:3:4:5:6" });
    expect(admitted).toEqual([
      [
        { limit: "logins-from-address", subject: "2001:db8:1:2::/64" },
        { limit: "logins-with-name", subject: "jana@example.cz" },
      ],
    ]);
  });

  it("counts nothing that is malformed", async () => {
    await refused(routes.login, { body: "{}" });
    expect(admitted).toEqual([]);
  });

  it.each([
    ["cs", "Zkuste to znovu za 2\u00a0minuty."],
    ["en", "Try again in 2 minutes."],
  ] as const)("that is reached is a 429 that says when to come back: %s", (language, detail) => {
    const answer = problemAnswer(new TooManyRequests("logins-from-address", 90), language, "request-1");
    expect(answer).toMatchObject({ statusCode: 429, headers: { "retry-after": "90" } });
    const problem = JSON.parse(answer.body ?? "") as { detail: string };
    expect(problem).toMatchObject({ type: "urn:nia-link:problem:too-many-requests", retryAfter: 90 });
    expect(problem.detail.replaceAll(/\s/gu, " ")).toBe(detail.replaceAll(/\s/gu, " "));
    expect(answer.body).not.toContain("logins-from-address");
  });
});

describe("an answer", () => {
  const attributes = (set: string) => set.split("; ").slice(1).toSorted();

  it.each<[string, string | null, string, string[]]>([
    ["a new token", "new", "__Host-session=new", []],
    ["the end of a session", null, "__Host-session=", ["Max-Age=0"]],
  ])("sets %s in a cookie that scripts and other sites don't get", async (_, given, value, more) => {
    const { cookies: set } = await call(logout, { cookies }, { token: given });
    expect(set?.map((cookie) => cookie.split("; ")[0])).toEqual([value]);
    expect(attributes(set?.[0] ?? "")).toEqual(
      ["HttpOnly", "Path=/", "SameSite=Lax", "Secure", ...more].toSorted(),
    );
  });

  it("sets no cookie where the token stays", async () => {
    expect(await call(logout, { cookies })).not.toHaveProperty("cookies");
  });

  it("may be bytes", async () => {
    const content = Uint8Array.from([0x25, 0x50, 0xff, 0x00]);
    const sent = { cookies, params: { id: "verification-1" } };
    expect(await call(document, sent, { binary: { content, fileName: "sheet.pdf" } })).toMatchObject({
      statusCode: 200,
      headers: {
        "content-type": "application/pdf",
        "content-disposition": 'inline; filename="sheet.pdf"',
        "cache-control": "no-store",
      },
      body: "JVD/AA==",
      isBase64Encoded: true,
    });
  });
});
