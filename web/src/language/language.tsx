import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { Language } from "../../../lambdas/domain/account.ts";
import { loadTexts, type Texts } from "../texts/texts.ts";
import { rememberLanguage } from "./current.ts";

interface LanguageState {
  language: Language;
  texts: Texts;
  changeLanguage: (language: Language) => Promise<void>;
}

const Context = createContext<LanguageState | undefined>(undefined);

export const LanguageProvider = (props: { initial: Language; initialTexts: Texts; children: ReactNode }) => {
  const [{ language, texts }, setState] = useState({ language: props.initial, texts: props.initialTexts });
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const changeLanguage = useCallback(async (next: Language) => {
    const nextTexts = await loadTexts(next);
    rememberLanguage(next);
    setState({ language: next, texts: nextTexts });
  }, []);
  const value = useMemo(() => ({ language, texts, changeLanguage }), [language, texts, changeLanguage]);
  return <Context value={value}>{props.children}</Context>;
};

export const useLanguage = (): LanguageState => {
  const state = useContext(Context);
  if (state === undefined) throw new Error("outside of LanguageProvider");
  return state;
};

export const useTexts = (): Texts => useLanguage().texts;

/** Texts that come with the page that shows them. */
export const usePageTexts = <T,>(texts: Record<Language, T>): T => texts[useLanguage().language];
