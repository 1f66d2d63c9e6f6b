import { dayInPrague } from "../day.ts";
import type { DeletionLetters, MessageFacts } from "./letter.ts";

const by = ({ deadline }: MessageFacts): string =>
  deadline === undefined ? "" : ` ${dayInPrague(deadline, "cs")}`;

const toSettings = { label: "Otevřít Nastavení", page: "settings" } as const;

/** What is said of the deletion of an account. */
export const czechDeletion: DeletionLetters = {
  "deletion-requested": (facts) => ({
    subject: "Váš účet bude smazán",
    paragraphs: [
      `požádali jste o smazání účtu. Smažeme jej${by(facts)}. Do té doby se můžete přihlásit a smazání zrušit.`,
      "Na ostatních zařízeních jsme vás odhlásili. Se smazáním zanikne i propojení se službami veřejné správy a smazané údaje už nepůjde obnovit.",
      "Pokud jste o smazání nežádali vy, hned se přihlaste, smazání zrušte, změňte si heslo a zavolejte nám.",
    ],
    action: toSettings,
  }),
  "deletion-reminder": (facts) => ({
    subject: "Připomínka: váš účet bude brzy smazán",
    paragraphs: [
      `váš účet smažeme${by(facts)}, jak jste požádali. Potom už jej nepůjde obnovit.`,
      "Pokud si účet chcete nechat, přihlaste se a smazání zrušte. Svoje údaje si do té doby můžete stáhnout v Nastavení.",
    ],
    action: toSettings,
  }),
  "deletion-cancelled": () => ({
    subject: "Smazání účtu je zrušeno",
    paragraphs: [
      "smazání účtu bylo zrušeno. Účet, klíče i propojení zůstávají, jak byly.",
      "Pokud jste smazání nezrušili vy, zná někdo vaše přihlašovací údaje. Hned si změňte heslo a zavolejte nám.",
    ],
    action: toSettings,
  }),
  "account-deleted": () => ({
    subject: "Váš účet je smazán",
    paragraphs: [
      "váš účet mažeme, jak jste požádali. Přihlásit se k němu už nejde a propojení se službami veřejné správy je zrušené.",
      "Zůstává jen záznam o tom, co se s účtem dělo, bez osobních údajů. Uchováváme jej deset let. Tento e-mail je poslední, který vám k účtu posíláme.",
    ],
    action: { label: "Založit nový účet", page: "register" },
  }),
};
