import type { StopReason, TimelineEvent } from "../../../../lambdas/domain/verification.ts";
import { daysLeft } from "../plural.ts";

export const nia = {
  title: "Propojení se službami veřejné správy (NIA)",
  short: "Propojení s NIA",
  lead: "Propojením získá váš účet přístup ke službám veřejné správy, například k ePortálu ČSSZ, MOJE daně nebo eReceptu.",
  linkedTitle: "Účet je propojen s NIA",
  linkedSince: (day: string) =>
    `Propojeno od ${day}. Ke službám veřejné správy se přihlašujete propojeným klíčem.`,
  toServices: "Služby, ke kterým se můžete přihlásit",
  allServices: "Seznam služeb",
  suspendedTitle: "Propojení je pozastaveno",
  suspended: "Zavolejte podpoře, čísla jsou dole na stránce.",

  checklistTitle: "Co je potřeba k propojení",
  met: "Splněno",
  missing: "Chybí",
  fix: "Doplnit",
  points: {
    "account-active": "Účet je aktivní",
    names: "Vyplněné jméno a příjmení",
    address: "Vyplněná adresa trvalého pobytu",
    email: "Ověřený e-mail",
    phone: "Ověřený telefon",
    citizenship: "Občanství České republiky",
    "natural-person": "Fyzická osoba nepodnikající: prázdná organizace, IČO a DIČ",
    "linkable-key": "Bezpečnostní klíč s certifikací FIDO úrovně 1 nebo vyšší, který ještě není propojen",
    "metadata-current":
      "Máme aktuální údaje FIDO Alliance o bezpečnostních klíčích. Pokud chybí, doplníme je sami, zkuste to prosím zítra",
  },
  checklistIncomplete: "Propojit účet půjde, až budou splněny všechny body.",

  link: "Propojit s NIA",
  keysLegend: "Které klíče chcete propojit?",
  keysHint: "Jednou návštěvou úřadu propojíte všechny vybrané klíče. Každého se při potvrzení dotknete.",
  keysNone: "Vyberte aspoň jeden klíč.",
  methodLegend: "Jak prokážete svou totožnost?",
  methodCzechPoint: "Navštívit pracoviště Czech POINT",
  methodCzechPointHint:
    "Vytisknete si podklad a zajdete na kterékoli pracoviště. Vyřízení trvá obvykle několik dní.",
  methodEobcanka: "Použít existující prostředek (eObčanka)",
  methodEobcankaHint:
    "Přihlásíte se na portálu NIA eObčankou, kterou už tam máte aktivní. Na úřad nemusíte, propojení dokončíte hned.",
  verify: "Ověřit",
  verifying: "Zakládáme ověření…",

  timelineTitle: "Průběh",
  pausedTitle: "Lhůty teď neběží",
  paused: "Kvůli výpadku teď lhůty neběží. Tu vaši prodloužíme o celou dobu výpadku.",
  nextTitle: "Co bude dál",
  now: "Právě teď",
  events: {
    created: "Založili jste ověření",
    reminded: "Poslali jsme připomínku",
    "portal-asked": "Odešli jste na portál NIA",
    "portal-refused": "Z portálu NIA jste se vrátili bez údajů",
    "registry-data-received": "Přišly údaje z registru obyvatel",
    "review-needed": "Údaje kontrolují naši pracovníci",
    "review-passed": "Kontrola je hotová",
    "completion-requested": "Potvrdili jste propojení",
    "person-identified": "NIA určila vaši totožnost",
    "key-registered": "NIA zapsala bezpečnostní klíč",
    "waiting-for-nia": "NIA neodpovídá, zkoušíme to znovu",
    undoing: "Rušíme, co NIA zatím zapsala",
    "key-dropped": "Odebrali jste jeden z klíčů",
    "completion-undone": "Propojení se nezdařilo, vše jsme vrátili zpět",
    completed: "Propojení je dokončeno",
    expired: "Lhůta vypršela",
    cancelled: "Ověření bylo zrušeno",
    stopped: "Ověření bylo ukončeno",
  } satisfies Record<TimelineEvent, string>,
  next: {
    "awaiting-registry-data": (deadline: string, days: number) =>
      `Zajděte s vytištěným podkladem na Czech POINT, nejpozději ${deadline} (${daysLeft(days)}). Jakmile úřad údaje pošle, dáme vám vědět e-mailem. Obvykle to trvá několik dní.`,
    "under-review": () =>
      "Některé údaje se výrazně liší od vašeho účtu. Naši pracovníci je zkontrolují a napíšeme vám. Obvykle do dvou pracovních dnů.",
    "awaiting-completion": (deadline: string) =>
      `Porovnejte údaje z registru se svým účtem a propojení dokončete, nejpozději ${deadline}.`,
    completing: () => "Propojujeme váš účet s NIA. Obvykle to trvá několik sekund.",
  },
  nextPortal: (deadline: string, days: number) =>
    `Přihlaste se na portálu NIA eObčankou a odsouhlaste předání údajů, nejpozději ${deadline} (${daysLeft(days)}). Pak se vrátíte sem. Bez eObčanky ověření zrušte a zvolte Czech POINT.`,
  toPortal: "Pokračovat na portál NIA",
  toPortalBusy: "Otevíráme portál NIA…",
  finish: "Dokončit validaci pro NIA a propojit účet",
  openDocument: "Zobrazit podklad pro Czech POINT",
  showProgress: "Zobrazit průběh propojení",

  cancel: "Zrušit ověření",
  cancelTitle: "Zrušit ověření?",
  cancelCompleting: "Právě to oznamujeme NIA. Co už zapsala, ukončíme a nic nebude propojeno.",
  cancelText: "Identifikační kód přestane platit. Pokud jste už na úřadě byli, budete muset přijít znovu.",
  cancelPortalText: "Nic se nezmění. Nové ověření můžete začít hned, třeba na Czech POINT.",
  cancelConfirm: "Ano, zrušit ověření",
  cancelBack: "Ponechat ověření",
  again: "Začít znovu",

  endedTitle: "Poslední ověření",
  ended: {
    expired: "Lhůta vypršela dřív, než přišly údaje nebo než jste propojení dokončili. Začněte prosím znovu.",
    cancelled: "Ověření jste zrušili. Kdykoli můžete začít znovu.",
  },
  reasons: {
    "not-me":
      "Uvedli jste, že údaje nejsou vaše. Nic jsme nezměnili a případ předali našim pracovníkům. Vezměte si na úřad jen svůj vlastní podklad a začněte znovu.",
    foreigner:
      "Podle registru nejste občanem České republiky. Propojení je určeno jen občanům. Je-li to omyl, obraťte se na podporu.",
    "no-identity-card": "Propojení vyžaduje občanský průkaz. Vyřiďte si ho a začněte znovu.",
    "another-person":
      "Registr vrátil osobu, která je propojena s jiným účtem. Případ jsme předali podpoře; zavolejte jí, čísla jsou dole na stránce.",
    "pseudonym-of-another-account":
      "Tato osoba je propojena s jiným účtem. Zavolejte podpoře, čísla jsou dole na stránce.",
    "person-not-found":
      "NIA vás podle údajů z registru nenašla. Ověřte na úřadě, že máte platný občanský průkaz, a začněte znovu.",
    "person-ambiguous":
      "NIA našla víc osob se stejnými údaji. Na úřadě požádejte, ať předají i číslo občanského průkazu, a začněte znovu.",
    "nia-refused":
      "NIA náš požadavek odmítla. Nic není propojeno. Zjišťujeme proč, propojení můžete zkusit dokončit znovu.",
    "key-refused": "NIA některý klíč odmítla. Nic není propojeno. Zkuste propojení dokončit znovu.",
    "nia-unavailable": "NIA byla dlouho nedostupná. Nic není propojeno. Zkuste propojení dokončit znovu.",
    "key-removed":
      "Odebrali jste klíč, pro který ověření bylo. Pokud v něm zbyl jiný klíč, dokončete propojení znovu; jinak můžete kdykoli začít od začátku.",
    withdrawn: "Ověření jste zrušili, když se propojení dokončovalo. Vše jsme vrátili do původního stavu.",
    unlinked: "Účet byl odpojen od NIA a ověření s tím skončilo. Kdykoli můžete začít znovu.",
    "rejected-in-review": "Kontrola údajů neprošla. Obraťte se na podporu, čísla jsou dole na stránce.",
  } satisfies Record<StopReason, string>,
};
