import { beforeEach, describe, expect, it, vi } from "vitest";
import { FieldLocked, NotLoggedIn, UsernameTaken } from "../../../lambdas/domain/errors.ts";
import { accountsRoutes } from "../../../lambdas/contract/routes/accounts-api.ts";
import { handler } from "../../../lambdas/http/handler.ts";
import { log } from "../../../lambdas/log.ts";
import { anEvent, context, origin } from "./events.ts";

const id = "0123456789abcdef";
const pinRoute = "POST /api/registrations/{id}/email-pin";
const seen: unknown[] = [];
let failure: Error | undefined;

const settings = {
  authenticate: () => Promise.reject(new NotLoggedIn("no session")),
  admit: async () => undefined,
  origins: [origin],
  originSecret: undefined as string | undefined,
  now: () => "2026-11-23T09:00:00.000Z",
};
const call = async (event: Parameters<typeof anEvent>, change: Partial<typeof settings> = {}) => {
  const api = handler(
    accountsRoutes,
    {
      controlCode: async () => ({ body: { challenge: {} } }),
      usernameAvailable: async () => ({ body: { available: "perhaps", secret: "of the answer" } }),
      register: async ({ body }) => {
        seen.push(body);
        return { body: { registrationId: id } };
      },
      enterEmailPin: async ({ params, body, language, userAgent }) => {
        if (failure !== undefined) throw failure;
        seen.push({ params, body, language, userAgent });
        return {};
      },
      enterPhonePin: async () => ({}),
      resendPin: async () => ({}),
      requestPasswordReset: async () => ({}),
      openPasswordReset: async () => ({}),
      enterPasswordResetPin: async () => ({}),
      resetPasswordWithKey: async () => ({}),
      resetPassword: async () => ({}),
      setPasswordAfterForm: async () => ({}),
      requestUnblocking: async () => ({}),
      unblock: async () => ({}),
      requestTwoFactorReset: async () => ({}),
      removeSecondFactors: async () => ({}),
    },
    { ...settings, ...change },
  );
  const answer = await api(anEvent(...event), context);
  return { ...answer, problem: JSON.parse(answer.body ?? "{}") as Record<string, unknown> };
};
const enter = (sent: Parameters<typeof anEvent>[1] = {}): Parameters<typeof anEvent> => [
  pinRoute,
  { params: { id }, body: JSON.stringify({ pin: "123456" }), ...sent },
];

beforeEach(() => {
  seen.length = 0;
  failure = undefined;
  for (const level of ["info", "error"] as const) vi.spyOn(log, level).mockReturnValue(undefined);
});

describe("a request", () => {
  it("is parsed part by part and answered by the contract's status", async () => {
    const answer = await call(enter({ headers: { "user-agent": "test" } }));
    expect(answer).toMatchObject({ statusCode: 204, headers: { "cache-control": "no-store" } });
    expect(seen).toEqual([{ params: { id }, body: { pin: "123456" }, language: "cs", userAgent: "test" }]);
  });

  it("may come in base64 and with a charset", async () => {
    const body = Buffer.from(JSON.stringify({ pin: "123456" })).toString("base64");
    const headers = { "content-type": "application/json; charset=utf-8" };
    expect(await call(enter({ body, headers, isBase64Encoded: true }))).toMatchObject({ statusCode: 204 });
  });

  it("can't put the path's id into the body", async () => {
    const answer = await call(enter({ body: JSON.stringify({ pin: "123456", id: "fedcba9876543210" }) }));
    expect(answer.problem).toMatchObject({ status: 400, errors: [{ pointer: "/id", code: "unknown" }] });
    expect(seen).toEqual([]);
  });

  it.each<[string, Parameters<typeof enter>[0], number, object]>([
    [
      "a field unknown",
      { body: '{"pin":"123456","a/b":1}' },
      400,
      { errors: [{ pointer: "/a~1b", code: "unknown" }] },
    ],
    ["a field missing", { body: "{}" }, 400, { errors: [{ pointer: "/pin", code: "missing" }] }],
    [
      "a field malformed",
      { body: '{"pin":"12"}' },
      400,
      { errors: [{ pointer: "/pin", code: "malformed" }] },
    ],
    ["JSON malformed", { body: '{"pin":' }, 400, { errors: [{ pointer: "", code: "malformed" }] }],
    [
      "a path malformed",
      { params: { id: "../x" } },
      400,
      { errors: [{ pointer: "{id}", code: "malformed" }] },
    ],
    ["another media type", { headers: { "content-type": "text/plain" } }, 415, {}],
    ["no media type", { headers: { "content-type": "" } }, 415, {}],
    ["a body too large", { body: `"${"x".repeat(128 * 1024)}"` }, 413, {}],
  ])("with %s is refused", async (_, sent, status, members) => {
    const answer = await call(enter(sent));
    expect(answer.statusCode).toBe(status);
    expect(answer.headers).toMatchObject({ "content-type": "application/problem+json" });
    expect(answer.problem).toMatchObject({ status, ...members });
    expect(seen).toEqual([]);
  });

  it("with a field named after somebody does not bring the name into the log", async () => {
    const answer = await call(enter({ body: '{"pin":"12","jana@example.cz":1}' }));
    expect(answer.problem).toMatchObject({ errors: [{ pointer: "/pin" }, { pointer: "/jana@example.cz" }] });
    expect(log.info).toHaveBeenCalledWith(
      "request refused",
      expect.objectContaining({ reason: "/pin: malformed, a field that is unknown" }),
    );
    expect(JSON.stringify(vi.mocked(log.info).mock.calls)).not.toContain("jana");
  });

  it("of no route of this function is not found", async () => {
    expect(await call(["GET /api/me"])).toMatchObject({ statusCode: 404 });
  });
});

describe("the edge's secret", () => {
  it.each<[string, Record<string, string>, number]>([
    ["right", { "x-origin-secret": "of the edge" }, 204],
    ["wrong", { "x-origin-secret": "of another" }, 403],
    ["missing", {}, 403],
  ])("%s answers", async (_, headers, status) => {
    expect(await call(enter({ headers }), { originSecret: "of the edge" })).toMatchObject({
      statusCode: status,
    });
  });
});

describe("a problem", () => {
  it.each([
    ["cs", "cs"],
    ["cs,en;q=0.9", "cs"],
    ["en-GB,cs;q=0.5", "en"],
    ["de", "cs"],
    ["", "cs"],
  ])("speaks the caller's language: “%s”", async (accepted, language) => {
    failure = new UsernameTaken("no");
    const answer = await call(enter({ headers: { "accept-language": accepted } }));
    expect(answer.headers).toMatchObject({ "content-language": language });
    expect(answer.problem).toMatchObject({
      type: "urn:nia-link:problem:username-taken",
      title: language === "cs" ? "Uživatelské jméno je obsazené" : "The username is taken",
      status: 409,
      instance: "urn:nia-link:request:request-1",
    });
  });

  it("names the field that is locked", async () => {
    failure = new FieldLocked("address");
    expect((await call(enter())).problem).toMatchObject({
      errors: [{ pointer: "/address", code: "locked" }],
    });
  });

  it.each([
    ["unknown", new Error("secret: jana@example.cz")],
    [
      "of the database",
      Object.assign(new Error("secret"), { name: "ProvisionedThroughputExceededException" }),
    ],
    ["with a name of every object", Object.assign(new Error("secret"), { name: "toString" })],
  ])("%s is a 500 that tells nothing", async (_, error) => {
    failure = error;
    const answer = await call(enter());
    expect(answer.problem).toMatchObject({ status: 500, type: "urn:nia-link:problem:internal-error" });
    expect(JSON.stringify(answer)).not.toContain("secret");
    expect(log.error).toHaveBeenCalledOnce();
  });

  it("is what an answer becomes that does not fit the contract", async () => {
    const body = JSON.stringify({ username: "jana.novakova", controlCode: "x".repeat(16) });
    const answer = await call(["POST /api/usernames", { body }]);
    expect(answer.statusCode).toBe(500);
    expect(JSON.stringify(answer)).not.toContain("of the answer");
  });
});
