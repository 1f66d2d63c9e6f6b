import type { Language } from "../../../lambdas/domain/account.ts";

const KEY = "language";

const isLanguage = (value: string | null): value is Language => value === "cs" || value === "en";

/** What the user chose in this browser, if anything. */
export const chosenLanguage = (): Language | undefined => {
  const stored = localStorage.getItem(KEY);
  return isLanguage(stored) ? stored : undefined;
};

export const currentLanguage = (): Language => chosenLanguage() ?? "cs";

export const rememberLanguage = (language: Language): void => {
  localStorage.setItem(KEY, language);
};
