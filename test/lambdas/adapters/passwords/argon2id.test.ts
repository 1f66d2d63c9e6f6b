import { describe, expect, it } from "vitest";
import { makePasswords } from "../../../../lambdas/adapters/passwords/argon2id.ts";

const { hash, verify } = makePasswords();

describe("passwords", () => {
  it("are argon2id in PHC form, salted each time", async () => {
    const [one, two] = [await hash("correct horse battery"), await hash("correct horse battery")];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/u);
    expect(one).not.toBe(two);
    expect(await verify("correct horse battery", one)).toBe(true);
    expect(await verify("Correct horse battery", one)).toBe(false);
  });

  it.each([
    ["composed and decomposed", "pří\u0161ern\u011b", "pr\u030ci\u0301s\u030cerne\u030c"],
    ["a ligature", "\ufb01re", "fire"],
    ["full width", "\uff50\uff41\uff53\uff53", "pass"],
  ])("are the same however they are typed: %s", async (_, one, two) => {
    expect(await verify(two, await hash(one))).toBe(true);
  });

  it("of no account are false, whatever they are", async () => {
    expect(await verify("", undefined)).toBe(false);
    expect(await verify("correct horse battery", undefined)).toBe(false);
  });

  it.each([[""], ["$2b$10$abcdefghijklmnopqrstuv"], ["$argon2i$v=19$m=8,t=1,p=1$AAAA$AAAA"]])(
    "stored in another form fail and are not told: “%s”",
    async (stored) => {
      await expect(verify("password", stored)).rejects.toThrow("a stored password hash is not argon2id");
    },
  );
});

describe("a stored hash", () => {
  const made = "AAAAAAAAAAAAAAAAAAAAAA$AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE";

  it.each([
    ["of today", "m=19456,t=2,p=1", false],
    ["of less memory", "m=8192,t=2,p=1", true],
    ["of more memory", "m=65536,t=2,p=1", true],
    ["of fewer passes", "m=19456,t=1,p=1", true],
    ["of more lanes", "m=19456,t=2,p=4", true],
  ])("%s", (_, parameters, outdated) => {
    expect(makePasswords().isOutdated(`$argon2id$v=19$${parameters}$${made}`)).toBe(outdated);
  });

  it("that was made just now is of today, and one with a shorter tag is not", async () => {
    expect(makePasswords().isOutdated(await hash("correct horse battery"))).toBe(false);
    expect(makePasswords().isOutdated(`$argon2id$v=19$m=19456,t=2,p=1$${made.slice(0, -10)}`)).toBe(true);
  });
});
