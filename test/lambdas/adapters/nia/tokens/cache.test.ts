import { describe, expect, it } from "vitest";
import { memoryCache, noCache } from "../../../../../lambdas/adapters/nia/tokens/cache.ts";
import type { Token } from "../../../../../lambdas/adapters/nia/tokens/ws-trust.ts";

const HOUR = 60 * 60 * 1000;

const issuer = () => {
  const state = { now: 0, issued: 0, failing: false };
  const issue = async (): Promise<Token> => {
    state.issued += 1;
    if (state.failing) throw new Error("down");
    return { id: `_${state.issued}`, xml: "", secret: Buffer.alloc(32), expiresAt: state.now + HOUR };
  };
  const cache = memoryCache(() => state.now);
  return { state, issue, cache, get: (name = "T1") => cache.get(name, issue) };
};

describe("kept tokens", () => {
  it.each([
    ["at once", 0, "_1"],
    ["with three minutes left", HOUR - 3 * 60_000, "_1"],
    ["with two minutes left", HOUR - 2 * 60_000, "_2"],
    ["after it has expired", 2 * HOUR, "_2"],
  ])("%s", async (_, later, id) => {
    const { state, get } = issuer();
    await get();
    state.now = later;
    expect((await get()).id).toBe(id);
  });

  it("are asked for once by callers that come together, also when it is time to renew", async () => {
    const { state, get } = issuer();
    const first = await Promise.all([get(), get()]);
    state.now = HOUR;
    const second = await Promise.all([get(), get(), get()]);
    expect([...first, ...second].map(({ id }) => id)).toEqual(["_1", "_1", "_2", "_2", "_2"]);
  });

  it("are never given under another name", async () => {
    const { get } = issuer();
    const tokens = await Promise.all([get("T1 here"), get("T1 there"), get("T1 here")]);
    expect(tokens.map(({ id }) => id)).toEqual(["_1", "_2", "_1"]);
  });

  it("fail all who wait together, and are asked for again after", async () => {
    const { state, get } = issuer();
    state.failing = true;
    const results = await Promise.allSettled([get(), get()]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(state.issued).toBe(1);
    state.failing = false;
    expect((await get()).id).toBe("_2");
  });

  it("are forgotten where they are still the ones that are held", async () => {
    const { cache, get } = issuer();
    const first = await get();
    expect(cache.forget("T1", first)).toBe(true);
    const second = await get();
    // a call that began with the first one fails late
    expect(cache.forget("T1", first)).toBe(false);
    expect(await get()).toBe(second);
    cache.forget("T1");
    expect((await get()).id).toBe("_3");
  });

  it("are not kept where that is switched off", async () => {
    const { issue } = issuer();
    expect([(await noCache.get("T1", issue)).id, (await noCache.get("T1", issue)).id]).toEqual(["_1", "_2"]);
  });
});
