import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { deriveKey, makeDeriveLinkSecret, makeDerivePin } from "../../../../lambdas/adapters/secrets/pins.ts";
import { makeSecret } from "../../../../lambdas/adapters/secrets/secrets.ts";

const manager = mockClient(SecretsManagerClient);
let now: number;
const read = () =>
  makeSecret(new SecretsManagerClient({}), "secret-1", z.object({ key: z.string() }), () => now);

beforeEach(() => {
  manager.reset();
  now = 0;
});

describe("a secret", () => {
  it("is kept for five minutes, then read anew", async () => {
    manager
      .on(GetSecretValueCommand, { SecretId: "secret-1" })
      .resolvesOnce({ SecretString: '{"key":"one"}' })
      .resolves({ SecretString: '{"key":"two"}' });
    const secret = read();
    expect([await secret(), await secret()]).toEqual([{ key: "one" }, { key: "one" }]);
    now = 300_000;
    expect(await secret()).toEqual({ key: "one" });
    now = 300_001;
    expect(await secret()).toEqual({ key: "two" });
    expect(manager.commandCalls(GetSecretValueCommand)).toHaveLength(2);
  });

  it("is read anew at once where that is asked for", async () => {
    manager
      .on(GetSecretValueCommand)
      .resolvesOnce({ SecretString: '{"key":"one"}' })
      .resolves({ SecretString: '{"key":"two"}' });
    const secret = read();
    expect([await secret(), await secret({ fresh: true }), await secret()]).toEqual([
      { key: "one" },
      { key: "two" },
      { key: "two" },
    ]);
  });

  it.each([["hidden, not JSON"], ['{"other":"hidden"}'], [undefined]])(
    "of another form is not kept and not told: %s",
    async (SecretString) => {
      manager
        .on(GetSecretValueCommand)
        .resolvesOnce(SecretString === undefined ? {} : { SecretString })
        .resolves({ SecretString: '{"key":"right"}' });
      const secret = read();
      await expect(secret()).rejects.toThrow(/^a secret is not of the form that is expected$/u);
      expect(await secret()).toEqual({ key: "right" });
    },
  );
});

describe("PINs", () => {
  const pin = makeDerivePin(async () => ({ key: "k".repeat(32) }));

  it("are six digits, the same for the same subject and key only", async () => {
    expect(await pin("email-pin:a:1")).toMatch(/^\d{6}$/u);
    expect(await pin("email-pin:a:1")).toBe(await pin("email-pin:a:1"));
    const other = makeDerivePin(async () => ({ key: "l".repeat(32) }));
    expect(await other("email-pin:a:1")).not.toBe(await pin("email-pin:a:1"));
  });

  it("differ by purpose, thing and round", async () => {
    const subjects = ["email-pin:a:1", "phone-pin:a:1", "email-pin:b:1", "email-pin:a:2"];
    expect(new Set(await Promise.all(subjects.map(pin))).size).toBe(4);
  });

  it("are spread evenly over their first digit", async () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < 5000; index += 1) {
      const [digit = ""] = await pin(`subject:${index}`);
      counts.set(digit, (counts.get(digit) ?? 0) + 1);
    }
    expect(counts.size).toBe(10);
    expect(Math.min(...counts.values())).toBeGreaterThan(400);
    expect(Math.max(...counts.values())).toBeLessThan(600);
  });

  it("have a key that nothing else has", () => {
    const uses = ["pin", "control-code", "control-code-key"];
    expect(new Set(uses.map((use) => deriveKey("secret", use))).size).toBe(3);
  });
});

describe("secrets of links", () => {
  const key = "k".repeat(32);
  const secret = makeDeriveLinkSecret(async () => ({ key }));

  it("are 256 bits, the same for the same subject and key only", async () => {
    expect(Buffer.from(await secret("a"), "base64url")).toHaveLength(32);
    expect(await secret("a")).toBe(await secret("a"));
    expect(await secret("b")).not.toBe(await secret("a"));
    const other = makeDeriveLinkSecret(async () => ({ key: "l".repeat(32) }));
    expect(await other("a")).not.toBe(await secret("a"));
  });

  it("do not tell a PIN of the same subject", async () => {
    const digest = Buffer.from(await secret("a"), "base64url");
    const pin = await makeDerivePin(async () => ({ key }))("a");
    expect(String(digest.readUIntBE(0, 5) % 1_000_000).padStart(6, "0")).not.toBe(pin);
  });
});
