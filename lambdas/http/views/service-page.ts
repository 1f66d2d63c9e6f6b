import { problems } from "../../contract/problems.ts";
import type { Language } from "../../domain/account.ts";
import type { SamlForm } from "../../services/ports/identity-provider.ts";
import type { Answer } from "../render.ts";
import { formPage, wordPage } from "./form-page.ts";

const texts = {
  cs: {
    title: "Vracíme vás ke službě",
    lead: "Za okamžik budete pokračovat tam, odkud jste přišli. Pokud se nic neděje, stiskněte tlačítko.",
    button: "Pokračovat",
  },
  en: {
    title: "Taking you back to the service",
    lead: "You go on where you came from in a moment. If nothing happens, press the button.",
    button: "Continue",
  },
} as const satisfies Record<Language, Record<string, string>>;

/** The page that takes an answer back to who asked. */
export const servicePage = ({ url, fields }: SamlForm, language: Language): Answer => ({
  text: formPage({ action: url, fields, texts: texts[language], language }),
});

/** What a person sees who comes with a message that nobody may rely on. It says nothing of why. */
export const refusedPage = (language: Language): Answer => {
  const { status, title, detail } = problems.SamlMessageRefused;
  return { text: { ...wordPage(title[language], detail[language], language), status } };
};
