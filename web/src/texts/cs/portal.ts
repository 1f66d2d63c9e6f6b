import type { PortalFailure } from "../../../../lambdas/domain/portal-login.ts";

interface Failed {
  title: string;
  text: string;
}

export const portal = {
  again: "Zkusit to znovu",
  backToNia: "Na stránku propojení s NIA",
  elsewhere: "Údaje můžete doložit i jinak: na stránce propojení ověření zrušte a zvolte Czech POINT.",
  failures: {
    consent: {
      title: "Nepředali jste všechny údaje",
      text: "Bez údajů, o které žádáme, vás ověřit nejde. Nic se nezměnilo. Zkuste to znovu a předání všech odsouhlaste.",
    },
    cancelled: {
      title: "Přihlášení na portálu NIA jste zrušili",
      text: "Nic se nezměnilo. Můžete to zkusit znovu.",
    },
    failed: {
      title: "Přihlášení na portálu NIA neproběhlo",
      text: "Nic se nezměnilo. Zkontrolujte, že máte eObčanku aktivní a čtečku připojenou, a zkuste to znovu.",
    },
    level: {
      title: "Přihlaste se eObčankou",
      text: "Tento způsob přihlášení má nižší úroveň záruky, než je pro ověření potřeba. Zkuste to znovu a na portálu NIA zvolte eObčanku.",
    },
    "not-accepted": {
      title: "Odpověď portálu NIA nelze přijmout",
      text: "Nic se nezměnilo. Zkuste to prosím znovu. Pokud se to opakuje, zavolejte podpoře, čísla jsou dole na stránce.",
    },
    unusable: {
      title: "Údaje z portálu NIA se nedají použít",
      text: "Některý údaj, třeba datum narození nebo adresa, není úplný. Nic se nezměnilo. Ověřte se prosím na Czech POINT.",
    },
    repeated: {
      title: "Tuto odpověď jsme už zpracovali",
      text: "Vrátili jste se na stránku, která už byla použita. Podívejte se, v jakém stavu je vaše ověření.",
    },
    late: {
      title: "Přihlášení na portálu NIA už neplatí",
      text: "Trvalo déle než 15 minut, nebo jste se vrátili v jiném prohlížeči. Nic se nezměnilo. Začněte znovu tady.",
    },
    "session-ended": {
      title: "Mezitím jste byli odhlášeni",
      text: "Údaje z portálu NIA proto nešlo převzít a nic se nezměnilo. Zkuste to znovu.",
    },
    over: {
      title: "Ověření už na údaje nečeká",
      text: "Údaje už přišly, nebo ověření skončilo. Podívejte se, v jakém stavu je.",
    },
    unavailable: {
      title: "Teď to nejde",
      text: "Něco se u nás nebo na portálu NIA pokazilo. Nic se neztratilo. Zkuste to prosím za chvíli znovu.",
    },
  } satisfies Record<PortalFailure, Failed>,
};
