import { describe, expect, it } from "vitest";
import { routes } from "../../lambdas/contract/routes.ts";
import { type Addresses, fillPath, makeClient } from "../../web/src/api/client.ts";
import { isProblem, Problem, Unreachable } from "../../web/src/api/problem.ts";

const addresses = Object.fromEntries(
  Object.entries(routes).map(([name, { method, path }]) => [name, [method, path]]),
) as unknown as Addresses;

const answering = (answer: () => Response) => {
  const requests: { url: string; init: RequestInit }[] = [];
  const client = makeClient({
    addresses,
    language: () => "en",
    fetch: async (url, init) => {
      requests.push({ url: url as string, init: init ?? {} });
      return answer();
    },
    pause: 0,
  });
  return { client, requests };
};

const json = (body: unknown, status = 200, type = "application/json") =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": type } });

describe("the client", () => {
  it("sends the body as JSON to the route's path, in the user's language", async () => {
    const { client, requests } = answering(() => json({ state: "logged-in" }));
    await expect(client.login({ body: { login: "jana", password: "p" } })).resolves.toEqual({
      state: "logged-in",
    });
    expect(requests).toHaveLength(1);
    expect(requests[0]?.url).toBe("/api/login");
    expect(requests[0]?.init).toMatchObject({
      method: "POST",
      headers: { "accept-language": "en", "content-type": "application/json" },
      body: '{"login":"jana","password":"p"}',
    });
  });

  it("puts parameters into the path and nothing into the body", async () => {
    const { client, requests } = answering(() => new Response(null, { status: 204 }));
    await expect(client.cancelVerification({ params: { id: "abcdefgh" } })).resolves.toBeUndefined();
    expect(requests[0]?.url).toBe("/api/me/nia/verifications/abcdefgh/cancellation");
    expect(requests[0]?.init.body).toBeUndefined();
    expect(requests[0]?.init.headers).not.toHaveProperty("content-type");
  });

  it("puts what is given of a query behind the path", async () => {
    const { client, requests } = answering(() => json({ events: [] }));
    await client.activity({ query: { kind: "nia", before: undefined } });
    await client.activity({ query: {} });
    expect(requests.map(({ url }) => url)).toEqual(["/api/me/activity?kind=nia", "/api/me/activity"]);
  });

  it("encodes what stands in a path", () => {
    expect(fillPath("/api/me/security-keys/{keyId}", { keyId: "a/b?c" })).toBe(
      "/api/me/security-keys/a%2Fb%3Fc",
    );
  });

  it("hands back bytes where the answer is a document", async () => {
    const { client } = answering(
      () => new Response("%PDF-", { headers: { "content-type": "application/pdf" } }),
    );
    const document = await client.document({ params: { id: "abcdefgh" } });
    expect(await document.text()).toBe("%PDF-");
  });

  it("throws the problem that the API answers with", async () => {
    const problem = {
      type: "urn:nia-link:problem:confirmation-needed",
      title: "A new login is needed",
      status: 403,
      detail: "…",
      purpose: "link",
    };
    const { client } = answering(() => json(problem, 403, "application/problem+json"));
    const error: unknown = await client.niaPage().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(Problem);
    expect(isProblem(error, "confirmation-needed")).toBe(true);
    expect(isProblem(error, "not-found")).toBe(false);
    expect((error as Problem).answer.purpose).toBe("link");
  });

  describe("told that nobody is logged in", () => {
    const problem = { type: "urn:nia-link:problem:not-logged-in", title: "", status: 401, detail: "" };
    const refusing = (times: number) => {
      let left = times;
      return answering(() => {
        left -= 1;
        return left >= 0
          ? json(problem, 401, "application/problem+json")
          : json({ state: "confirmed", until: "2026-11-23T09:05:00Z" });
      });
    };
    const input = { params: { id: "abcdefgh" }, body: { pin: "123456" } };

    it("sends the same once more, for the cookie may have been replaced meanwhile", async () => {
      const { client, requests } = refusing(1);
      await expect(client.confirmWithPin(input)).resolves.toMatchObject({ state: "confirmed" });
      expect(requests).toHaveLength(2);
      expect(requests[1]).toEqual(requests[0]);
    });

    it("says so after the second time", async () => {
      const { client, requests } = refusing(9);
      await expect(client.confirmWithPin(input)).rejects.toBeInstanceOf(Problem);
      expect(requests).toHaveLength(2);
    });

    it("believes it at once where the question was who is logged in", async () => {
      const { client, requests } = refusing(9);
      await expect(client.session()).rejects.toBeInstanceOf(Problem);
      expect(requests).toHaveLength(1);
    });
  });

  it("tells an answer of somebody else from one of the API", async () => {
    const { client } = answering(() => new Response("<h1>Bad gateway</h1>", { status: 502 }));
    await expect(client.session()).rejects.toBeInstanceOf(Unreachable);
  });

  it("says so where nothing answers", async () => {
    const client = makeClient({
      addresses,
      language: () => "cs",
      fetch: async () => {
        throw new TypeError("Failed to fetch");
      },
    });
    await expect(client.session()).rejects.toBeInstanceOf(Unreachable);
  });
});
