import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/**
 * Roboto of the Open Font License, from npm: whole fonts, for the web subsets split Czech words between two files.
 * They are read as files at run time, so a bundle needs them beside it under `node_modules`.
 */
export const fontFiles = {
  regular: "@expo-google-fonts/roboto/400Regular/Roboto_400Regular.ttf",
  bold: "@expo-google-fonts/roboto/700Bold/Roboto_700Bold.ttf",
} as const;
export type FontName = keyof typeof fontFiles;

const { resolve } = createRequire(import.meta.url);

export const readFont = (name: FontName): Uint8Array => readFileSync(resolve(fontFiles[name]));

/**
 * Text as it is set: what the fonts have no letters for (emoji in the name of a key) becomes a question mark, and a
 * preposition of one letter never ends a line, as Czech typography asks; nor does the e of e-mail.
 */
export const typeset = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}\p{P}\p{Zs}\n+=<>|~^`$€]+/gu, "?")
    .replace(/(?<=^|[\s(„“])([aikosuvz]) /giu, "$1\u00a0")
    .replace(/e-mail/gu, "e\u2011mail");
