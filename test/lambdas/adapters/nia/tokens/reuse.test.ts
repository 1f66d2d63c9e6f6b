import { describe, expect, it } from "vitest";
import { fresh, reused } from "../../../../../lambdas/adapters/nia/tokens/reuse.ts";
import type { Token } from "../../../../../lambdas/adapters/nia/tokens/ws-trust.ts";

const HOUR = 60 * 60 * 1000;

const issuer = () => {
  const state = { now: 0, issued: 0, failing: false };
  const issue = async (): Promise<Token> => {
    state.issued += 1;
    if (state.failing) throw new Error("down");
    return { id: `_${state.issued}`, xml: "", secret: Buffer.alloc(32), expiresAt: state.now + HOUR };
  };
  return { state, issue, tokens: reused(issue, () => state.now) };
};

describe("reused tokens", () => {
  it.each([
    ["at once", 0, "_1"],
    ["with three minutes left", HOUR - 3 * 60_000, "_1"],
    ["with two minutes left", HOUR - 2 * 60_000, "_2"],
    ["after it has expired", 2 * HOUR, "_2"],
  ])("%s", async (_, later, id) => {
    const { state, tokens } = issuer();
    await tokens.get();
    state.now = later;
    expect((await tokens.get()).id).toBe(id);
  });

  it("are asked for once by callers that come together, also when it is time to renew", async () => {
    const { state, tokens } = issuer();
    const first = await Promise.all([tokens.get(), tokens.get()]);
    state.now = HOUR;
    const second = await Promise.all([tokens.get(), tokens.get(), tokens.get()]);
    expect([...first, ...second].map(({ id }) => id)).toEqual(["_1", "_1", "_2", "_2", "_2"]);
  });

  it("are asked for again after a failure, and after being forgotten", async () => {
    const { state, tokens } = issuer();
    state.failing = true;
    await expect(tokens.get()).rejects.toThrow("down");
    state.failing = false;
    expect((await tokens.get()).id).toBe("_2");
    tokens.forget();
    expect((await tokens.get()).id).toBe("_3");
  });

  it("are not kept where that is switched off", async () => {
    const tokens = fresh(issuer().issue);
    expect([(await tokens.get()).id, (await tokens.get()).id]).toEqual(["_1", "_2"]);
  });
});
