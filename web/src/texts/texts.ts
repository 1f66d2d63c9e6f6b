import type { Language } from "../../../lambdas/domain/account.ts";
import type { texts } from "./cs/index.ts";

/** Every text of the web app. The Czech ones say which there are; a language that lacks one does not compile. */
export type Texts = typeof texts;

export const loadTexts = async (language: Language): Promise<Texts> =>
  language === "cs" ? (await import("./cs/index.ts")).texts : (await import("./en/index.ts")).texts;
