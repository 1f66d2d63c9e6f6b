import type { Language } from "../../domain/account.ts";
import type { PortalMessage } from "../../services/ports/service-provider.ts";
import type { Answer } from "../render.ts";
import { formPage } from "./form-page.ts";

const texts = {
  cs: {
    title: "Přecházíte na portál NIA",
    lead: "Za okamžik se otevře přihlášení na portálu NIA. Zvolte tam eObčanku a odsouhlaste předání údajů.",
    button: "Pokračovat na portál NIA",
  },
  en: {
    title: "You are going to the NIA portal",
    lead: "The login of the NIA portal will open in a moment. Choose eObčanka there and give your consent to pass on the data.",
    button: "Continue to the NIA portal",
  },
} as const satisfies Record<Language, Record<string, string>>;

/** The page that takes a message to NIA's portal. */
export const portalPage = (
  { action, fields }: Pick<PortalMessage, "action" | "fields">,
  language: Language,
): NonNullable<Answer["text"]> => formPage({ action, fields, texts: texts[language], language });
