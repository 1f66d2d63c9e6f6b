import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import { beforeEach, describe, expect, it } from "vitest";
import { makeControlCodes } from "../../../../lambdas/adapters/control-code/altcha.ts";
import { ControlCodeRefused } from "../../../../lambdas/domain/errors.ts";
import { aWorld, type World } from "../../../support/world.ts";

type Challenge = Parameters<typeof solveChallenge>[0]["challenge"];

let world: World;
const codes = (secret = "of the test") =>
  makeControlCodes(async () => ({ challenge: secret, key: `key ${secret}` }), world.records, world.clock);
const encode = (payload: object) => Buffer.from(JSON.stringify(payload)).toString("base64");
const solve = async () => {
  const challenge = (await codes().challenge()) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return { challenge, solution };
};

beforeEach(() => {
  world = aWorld();
  world.now = new Date().toISOString();
});

describe("the control code", () => {
  it("is redeemed once, whatever else comes with it", async () => {
    const solved = await solve();
    await codes().redeem(encode(solved));
    await expect(codes().redeem(encode(solved))).rejects.toThrow(ControlCodeRefused);
    await expect(codes().redeem(encode({ ...solved, took: 5 }))).rejects.toThrow(ControlCodeRefused);
    expect(world.records.all("claim")).toHaveLength(1);
  });

  it("is refused where it has expired", async () => {
    world.pass(-1300);
    await expect(codes().redeem(encode(await solve()))).rejects.toThrow(ControlCodeRefused);
  });

  it("is refused where anything was tampered with, and never fails otherwise", async () => {
    const { challenge, solution } = await solve();
    const later = { ...challenge.parameters, expiresAt: 9_999_999_999 };
    const forged: object[] = [
      { challenge: { ...challenge, parameters: later }, solution },
      { challenge: { ...challenge, parameters: { ...challenge.parameters, cost: 1 } }, solution },
      { challenge: { ...challenge, signature: "0".repeat(64) }, solution },
      { challenge, solution: { ...solution, derivedKey: "00".repeat(32) } },
      { challenge, solution: { ...solution, derivedKey: "not hex" } },
      { challenge },
      { solution },
      { challenge: { ...challenge, signature: "0" }, solution, hmacAlgorithm: "of the caller" },
      {},
    ];
    for (const payload of forged)
      await expect(codes().redeem(encode(payload))).rejects.toThrow(ControlCodeRefused);
    expect(world.records.all("claim")).toEqual([]);
  });

  it.each([[""], ["not base64 of JSON"], ["bnVsbA=="]])("is refused where it is none: “%s”", async (text) => {
    await expect(codes().redeem(text)).rejects.toThrow(ControlCodeRefused);
  });

  it("of another secret is refused", async () => {
    await expect(codes("another").redeem(encode(await solve()))).rejects.toThrow(ControlCodeRefused);
  });

  it("is not refused, but fails, where it can't be remembered", async () => {
    world.records.beforeCommit = () => {
      throw new Error("down");
    };
    await expect(codes().redeem(encode(await solve()))).rejects.toThrow("down");
  });
});
