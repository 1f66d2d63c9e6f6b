import { expect, it } from "vitest";
import { makeCommonPasswords } from "../../../../lambdas/adapters/passwords/common-passwords.ts";

const { includes } = makeCommonPasswords();

it.each([
  ["1234567890", true],
  ["qwertyuiop", true],
  ["password123", true],
  ["PASSword123", true],
  ["ｐａｓｓｗｏｒｄ１２３", true],
  ["password123 ", false],
  ["correct horse battery", false],
  ["ukázkové heslo", false],
  ["", false],
])("“%s” is on the list: %s", async (password, listed) => {
  expect(await includes(password)).toBe(listed);
});
