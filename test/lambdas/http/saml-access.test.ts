import { describe, expect, it } from "vitest";
import * as z from "zod";
import type { Route } from "../../../lambdas/contract/route.ts";
import { BodyTooLarge, InvalidInput, MediaTypeRefused } from "../../../lambdas/domain/errors.ts";
import { type Answer, endpoint, type Guards, type Request } from "../../../lambdas/http/endpoint.ts";
import { anEvent, origin } from "./events.ts";

const consumer = {
  method: "POST",
  path: "/saml/acs",
  fn: "public-api",
  access: "saml",
  ticket: "portal",
  summary: "Take an answer",
  body: z.strictObject({ SAMLResponse: z.string().max(100), RelayState: z.string().optional() }),
  status: 200,
  mediaType: "text/html",
} as const satisfies Route;

const guards: Guards = {
  authenticate: async () => await Promise.reject(new Error("nobody is asked for a session")),
  admit: async () => undefined,
  origins: [origin],
  originSecret: undefined,
  now: () => "2026-11-23T09:04:00.000Z",
};

const form = (body: string) => ({
  headers: { origin: "https://portal.example", "content-type": "application/x-www-form-urlencoded" },
  body,
});

const call = async (sent: Parameters<typeof anEvent>[1], answer: Answer = {}, own = guards) => {
  const seen: Request<typeof consumer>[] = [];
  const route = endpoint(consumer, async (request) => {
    seen.push(request);
    return answer;
  });
  return { answer: await route(anEvent("POST /saml/acs", sent), own), seen };
};

describe("a form that another site's page has posted", () => {
  it("is read, with the ticket and without a session", async () => {
    const cookies = ["__Host-session=abc", "__Host-portal=ticket-1"];
    const { seen } = await call({ ...form("SAMLResponse=a%2Bb%3D&RelayState=r"), cookies });
    expect(seen[0]).toMatchObject({
      body: { SAMLResponse: "a+b=", RelayState: "r" },
      ticket: "ticket-1",
      session: undefined,
    });
  });

  it("is read as the gateway encodes it", async () => {
    const sent = form(Buffer.from("SAMLResponse=abc").toString("base64"));
    const { seen } = await call({ ...sent, isBase64Encoded: true });
    expect(seen[0]?.body).toEqual({ SAMLResponse: "abc" });
  });

  it.each<[string, Parameters<typeof anEvent>[1], new (...input: never[]) => Error]>([
    ["without its field", form("RelayState=r"), InvalidInput],
    ["with a field twice", form("SAMLResponse=a&SAMLResponse=b"), InvalidInput],
    ["with a field that nobody asked for", form("SAMLResponse=a&admin=1"), InvalidInput],
    ["that is too long", form(`SAMLResponse=${"a".repeat(3_200_000)}`), BodyTooLarge],
    ["that is JSON", { headers: {}, body: '{"SAMLResponse":"a"}' }, MediaTypeRefused],
  ])("is refused %s", async (_, sent, error) => {
    await expect(call(sent)).rejects.toThrow(error);
  });

  it("that fails is answered for a person where the function knows how", async () => {
    const failed = () => ({ location: `${origin}/settings/nia` });
    const { answer } = await call(form("RelayState=r"), {}, { ...guards, failed });
    expect(answer).toMatchObject({
      statusCode: 303,
      headers: { location: `${origin}/settings/nia`, "cache-control": "no-store" },
    });
  });
});

describe("the answer to a browser that another site has sent", () => {
  it("is a page that says where its form may go", async () => {
    const contentSecurityPolicy = "default-src 'none'; form-action https://portal.example";
    const { answer } = await call(form("SAMLResponse=a"), {
      text: { content: "<!doctype html>", contentSecurityPolicy },
    });
    expect(answer).toMatchObject({
      statusCode: 200,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": contentSecurityPolicy,
        "cache-control": "no-store",
      },
      body: "<!doctype html>",
    });
  });

  it.each<[string, string | null, string]>([
    ["gives a ticket", "ticket-2", "ticket-2; Path=/; Secure; HttpOnly; SameSite=None; Max-Age=900"],
    ["ends it", null, "; Path=/; Secure; HttpOnly; SameSite=None; Max-Age=0"],
  ])("%s", async (_, ticket, cookie) => {
    const { answer } = await call(form("SAMLResponse=a"), { location: "/", ticket });
    expect(answer.cookies).toEqual([`__Host-portal=${cookie}`]);
  });
});
