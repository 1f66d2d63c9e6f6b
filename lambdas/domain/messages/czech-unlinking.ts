import type { UnlinkWay } from "../unlinking.ts";
import type { Letters, MessageFacts } from "./letter.ts";

const quoted = ({ keyName }: MessageFacts): string => (keyName === undefined ? "" : ` „${keyName}“`);

const ways: Record<UnlinkWay, (facts: MessageFacts) => string> = {
  detached: () =>
    "na vaši žádost jsme účet odpojili od NIA. Klíče, heslo i ověřené údaje vám zůstávají a údaje v profilu můžete opět měnit.",
  "key-removed": (facts) =>
    `odebrali jste klíč${quoted(facts)}. Byl to poslední klíč propojený s NIA, proto skončilo i propojení účtu. Heslo, ostatní klíče i ověřené údaje vám zůstávají a údaje v profilu můžete opět měnit.`,
  "two-factor-reset": () =>
    "dvoufaktorové přihlášení bylo zrušeno. Z účtu jsme odebrali všechny bezpečnostní klíče a certifikáty, a tím skončilo i propojení s NIA. Všechna přihlášení jsme ukončili. Heslo i ověřené údaje vám zůstávají. Účet teď chrání jen heslo, přidejte si nový klíč.",
  "helpdesk-call": () =>
    "na základě telefonického hovoru jsme účet odpojili od NIA. Klíče, heslo i ověřené údaje vám zůstávají a údaje v profilu můžete opět měnit.",
  "login-reset": () =>
    "přístup k účtu byl obnoven podle ověřeného formuláře. Všechny bezpečnostní klíče jsme z účtu odebrali, skončilo propojení s NIA i ověření údajů.",
  "account-deleted": () => "účet mažeme, proto skončilo i jeho propojení s NIA.",
};
const unlinkedBy = (facts: MessageFacts): string =>
  Object.entries(ways).find(([way]) => way === facts["way"])?.[1](facts) ?? "účet byl odpojen od NIA.";

/** What became of a verification under way; nothing where the machine will say it once all is undone. */
const aboutVerification = ({ verification }: MessageFacts): string[] => {
  if (verification === "cancelled")
    return ["Zrušili jsme i rozpracované ověření pro NIA. Vytištěný podklad už nepoužívejte."];
  return verification === "goes-on"
    ? ["Rozpracované ověření pro NIA pokračuje s klíči, které v něm zbyly. Vytištěný podklad platí dál."]
    : [];
};

/** What is said when a key goes, and when a link ends. */
export const czechUnlinking: Pick<Letters, "key-removed" | "unlinked"> = {
  "key-removed": (facts) => ({
    subject: "Z účtu byl odebrán bezpečnostní klíč",
    paragraphs: [
      `z vašeho účtu byl odebrán bezpečnostní klíč${quoted(facts)}. K přihlášení už neslouží. Pokud byl propojený s NIA, jeho propojení rušíme; ostatní propojené klíče zůstávají propojené.`,
      ...aboutVerification(facts),
      "Ostatní zařízení jsme z účtu odhlásili. Pokud jste klíč neodebrali vy, hned nám zavolejte.",
    ],
    action: { label: "Zkontrolovat klíče", page: "settings" },
  }),
  unlinked: (facts) => ({
    subject: "Účet už není propojen s NIA",
    paragraphs: [
      `${unlinkedBy(facts)} Ke službám veřejné správy se tímto účtem už nepřihlásíte. Národnímu bodu (NIA) to oznamujeme; kdyby teď neodpovídal, zopakujeme to.`,
      ...aboutVerification(facts),
      "Pro nové propojení je potřeba celý postup od začátku. Pokud jste o zrušení propojení nežádali, hned nám zavolejte.",
    ],
    action: { label: "Otevřít propojení s NIA", page: "nia" },
  }),
};
