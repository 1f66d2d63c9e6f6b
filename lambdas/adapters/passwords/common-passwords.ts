import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { CommonPasswords } from "../../services/ports/platform.ts";

/** Read as a file at run time, so a bundle needs it beside it under `node_modules`. */
const FILE = "@zxcvbn-ts/language-common/src/passwords.json";

const fold = (password: string): string => password.normalize("NFKC").toLowerCase();

/** `CommonPasswords` by the list of zxcvbn-ts (MIT), some 49 000 of them; read when the first password is set. */
export const makeCommonPasswords = (): CommonPasswords => {
  let list: Promise<ReadonlySet<string>> | undefined;
  const load = async () => {
    const { resolve } = createRequire(import.meta.url);
    return new Set((JSON.parse(await readFile(resolve(FILE), "utf8")) as string[]).map(fold));
  };
  return { includes: async (password) => (await (list ??= load())).has(fold(password)) };
};
