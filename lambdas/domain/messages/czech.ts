import { dayInPrague } from "../day.ts";
import type { RegistryField } from "../person.ts";
import type { StopReason } from "../verification.ts";
import { czechKeys } from "./czech-keys.ts";
import { czechDeletion } from "./czech-deletion.ts";
import { czechAccess } from "./czech-access.ts";
import { czechHelpdesk } from "./czech-helpdesk.ts";
import { czechTwoFactorReset } from "./czech-two-factor-reset.ts";
import { czechLoginReset } from "./czech-login-reset.ts";
import { czechUnlinking } from "./czech-unlinking.ts";
import { type Letters, type MessageFacts, required } from "./letter.ts";

const nothingChanged = "V účtu se nic nezměnilo.";

const reasons: Record<StopReason, string> = {
  "not-me": `Označili jste údaje z registru za cizí. ${nothingChanged} Případ prověří náš pracovník. Nové ověření můžete začít hned.`,
  foreigner: `Registr u vás neuvádí české občanství. Propojení je určeno jen občanům České republiky. ${nothingChanged} Pokud jde o omyl, obraťte se na nás.`,
  "no-identity-card": `Ověření neproběhlo podle občanského průkazu. ${nothingChanged} Ověřte se prosím znovu s občanským průkazem.`,
  "another-person": `Osoba z registru je propojena s jiným účtem, nebo je tento účet propojen s jinou osobou. ${nothingChanged} Případ prověří náš pracovník. Zavolejte nám prosím.`,
  "pseudonym-of-another-account": `Osoba z registru je už propojena s jiným účtem. ${nothingChanged} Případ prověří náš pracovník. Zavolejte nám prosím.`,
  "person-not-found": `Národní bod (NIA) podle údajů z registru nikoho nenašel. ${nothingChanged} Zkontrolujte si údaje v dokladu a začněte nové ověření.`,
  "person-ambiguous": `Údajům z registru odpovídá v Národním bodu (NIA) více osob. ${nothingChanged} Doplňte si v profilu datum narození a trvalou adresu a začněte nové ověření.`,
  "nia-refused": `Národní bod (NIA) náš požadavek odmítl. ${nothingChanged} Zjišťujeme proč. Dokončení můžete zopakovat; pokud se nepodaří ani napodruhé, zavolejte nám.`,
  "key-refused": `Národní bod (NIA) nepřijal některý z vašich klíčů. ${nothingChanged} Dokončení můžete zopakovat. Pokud se nepodaří ani napodruhé, zavolejte nám.`,
  "nia-unavailable": `Národní bod (NIA) dlouho neodpovídal. ${nothingChanged} Vaše údaje máme stále připravené, dokončení zopakujte později.`,
  "key-removed": `Z účtu jste odebrali bezpečnostní klíč, pro který ověření bylo.`,
  withdrawn: `Zrušili jste ověření ve chvíli, kdy se propojení dokončovalo. Vše jsme vrátili do původního stavu. ${nothingChanged}`,
  unlinked: `Účet byl odpojen od NIA, proto skončilo i rozpracované ověření.`,
  "rejected-in-review": `Při kontrole se ukázalo, že údaje z registru k vašemu účtu nepatří. ${nothingChanged} Nové ověření můžete začít hned.`,
};

const reason = ({ reason: code = "" }: MessageFacts): string =>
  Object.entries(reasons).find(([name]) => name === code)?.[1] ??
  `${nothingChanged} Podrobnosti najdete v Nastavení.`;

const until = ({ deadline }: MessageFacts): string =>
  deadline === undefined ? "" : ` Údaje musí dorazit do ${dayInPrague(deadline, "cs")}.`;

const daysLeft = ({ daysLeft: days }: MessageFacts): string => {
  if (days === undefined) return "už jen krátký čas";
  if (days === "1") return "poslední den";
  return ["2", "3", "4"].includes(days) ? `ještě ${days} dny` : `ještě ${days} dní`;
};

const fieldNames: Record<RegistryField, string> = {
  firstName: "jméno",
  lastName: "příjmení",
  birthDate: "datum narození",
  address: "trvalá adresa",
};
const changedFields = ({ fields = "" }: MessageFacts): string =>
  fields
    .split(" ")
    .flatMap((field) => (field in fieldNames ? fieldNames[field as RegistryField] : []))
    .join(", ");
const toNia = { label: "Otevřít propojení s NIA", page: "nia" } as const;

export const czech: Letters = {
  ...czechKeys,
  ...czechDeletion,
  ...czechAccess,
  ...czechTwoFactorReset,
  ...czechHelpdesk,
  ...czechUnlinking,
  ...czechLoginReset,
  "email-pin": (facts) => ({
    subject: "PIN1 pro dokončení registrace",
    anonymous: true,
    pin: required(facts, "pin"),
    paragraphs: [
      "zadejte PIN1 na stránce, kde si zakládáte účet. Nikomu jej nesdělujte.",
      "Pokud si účet nezakládáte, zprávu smažte. Bez PINu žádný účet nevznikne.",
    ],
  }),
  "phone-pin": (facts) => ({
    subject: "PIN2 pro dokončení registrace",
    anonymous: true,
    pin: required(facts, "pin"),
    paragraphs: [
      "zadejte PIN2 na stránce, kde si zakládáte účet. Nikomu jej nesdělujte.",
      "Pokud si účet nezakládáte, zprávu smažte. Bez PINu žádný účet nevznikne.",
    ],
  }),
  "email-has-account": () => ({
    subject: "S tímto e-mailem už účet máte",
    anonymous: true,
    paragraphs: [
      "někdo se pokusil založit nový účet s vaší e-mailovou adresou. Účet s ní už ale máte, proto nový nevznikl.",
      "Pokud jste to byli vy, přihlaste se ke svému účtu. Pokud ne, nemusíte nic dělat.",
    ],
    action: { label: "Přihlásit se", page: "login" },
  }),
  welcome: () => ({
    subject: "Váš účet je aktivní",
    paragraphs: [
      "váš účet je připraven. E-mail i telefon jsou ověřené.",
      "Jako další krok si v Nastavení přidejte bezpečnostní klíč. Chrání účet a je nutný pro propojení se službami veřejné správy.",
    ],
    action: { label: "Otevřít Nastavení", page: "settings" },
  }),
  "password-blocked": () => ({
    subject: "Přihlášení heslem je zablokováno",
    paragraphs: [
      "přihlášení heslem jsme zablokovali, protože bylo šestkrát po sobě zadáno chybně.",
      "Odblokujete jej PINem, který si necháte poslat na tento e-mail. Pokud jste heslo nezadávali vy, zvolte si potom nové.",
    ],
    action: { label: "Odblokovat přihlášení", page: "unblock" },
  }),
  "confirmation-pin": (facts) => ({
    subject: "PIN pro potvrzení změny v účtu",
    pin: required(facts, "pin"),
    paragraphs: [
      "zadejte PIN na stránce, kde změnu potvrzujete. Nikomu jej nesdělujte.",
      "Pokud v účtu nic neměníte, zná někdo vaše heslo. Hned si je změňte a zavolejte nám.",
    ],
  }),
  "key-added": ({ keyName }) => ({
    subject: "Do účtu byl přidán bezpečnostní klíč",
    paragraphs: [
      keyName === undefined
        ? "do vašeho účtu byl přidán bezpečnostní klíč."
        : `do vašeho účtu byl přidán bezpečnostní klíč „${keyName}“.`,
      "Doporučujeme přidat ještě druhý klíč jako zálohu. Pokud jste klíč nepřidali vy, hned nám zavolejte.",
    ],
    action: { label: "Zkontrolovat klíče", page: "settings" },
  }),
  "certificate-added": ({ certificate = "" }) => ({
    subject: "Do účtu byl přidán certifikát",
    paragraphs: [
      `do vašeho účtu se teď lze přihlásit certifikátem „${certificate}“. Na ostatních zařízeních jsme vás odhlásili.`,
      "Pokud jste certifikát nepřidali vy, hned nám zavolejte.",
    ],
    action: { label: "Zkontrolovat certifikáty", page: "settings" },
  }),
  "certificate-removed": ({ certificate = "" }) => ({
    subject: "Z účtu byl odebrán certifikát",
    paragraphs: [
      `certifikátem „${certificate}“ se už do vašeho účtu nelze přihlásit. Na ostatních zařízeních jsme vás odhlásili.`,
      "Pokud jste certifikát neodebrali vy, hned nám zavolejte.",
    ],
    action: { label: "Zkontrolovat certifikáty", page: "settings" },
  }),
  "verification-created": (facts) => ({
    subject: "Ověření na Czech POINT je připraveno",
    paragraphs: [
      `vytvořili jsme podklad pro návštěvu pracoviště Czech POINT.${until(facts)}`,
      "Vytiskněte si jej a vezměte s sebou platný doklad totožnosti. Stačí kterékoli pracoviště, služba je zdarma.",
      "Jakmile údaje dorazí, napíšeme vám. Může to trvat několik dní.",
    ],
    action: { label: "Otevřít podklad k tisku", page: "nia" },
  }),
  "registry-data-received": () => ({
    subject: "Údaje dorazily, dokončete propojení s NIA",
    paragraphs: [
      "údaje z registru obyvatel jsme dostali a zpracovali.",
      "Přihlaste se, v Nastavení otevřete část Validace a zvolte „Dokončit validaci pro NIA a propojit účet“. Připravte si heslo a bezpečnostní klíč.",
    ],
    action: { label: "Dokončit propojení", page: "nia" },
  }),
  "review-needed": () => ({
    subject: "Údaje dorazily, ještě je zkontrolujeme",
    paragraphs: [
      "údaje z registru obyvatel dorazily, ale výrazně se liší od údajů ve vašem účtu. Nejdřív je proto zkontrolují naši pracovníci.",
      "Teď nemusíte nic dělat. Výsledek vám napíšeme. Stav najdete v Nastavení.",
    ],
    action: toNia,
  }),
  reminder: (facts) => ({
    subject: "Připomínka: dokončete ověření pro NIA",
    paragraphs: [
      `na dokončení ověření vám zbývá ${daysLeft(facts)}. Potom jeho platnost skončí.`,
      "Co je teď na řadě, najdete v Nastavení. Pokud propojení nechcete, můžete ověření zrušit.",
    ],
    action: toNia,
  }),
  expired: () => ({
    subject: "Platnost ověření pro NIA skončila",
    paragraphs: [
      `ověření nebylo dokončeno včas a jeho platnost skončila. ${nothingChanged}`,
      "Máte-li vytištěný podklad, už ho nepoužívejte. Nové ověření můžete začít kdykoli.",
    ],
    action: toNia,
  }),
  cancelled: (facts) => ({
    subject: "Ověření pro NIA je zrušeno",
    paragraphs: [
      ...(facts.reason === undefined
        ? [`ověření bylo na vaši žádost zrušeno. ${nothingChanged}`]
        : ["ověření je zrušeno a nic z něj v NIA nezůstalo.", reason(facts)]),
      "Máte-li vytištěný podklad, už ho nepoužívejte. Nové ověření můžete začít kdykoli. Pokud jste ověření nezrušili vy, zavolejte nám.",
    ],
    action: toNia,
  }),
  stopped: (facts) => ({
    subject: "Ověření pro NIA bylo zastaveno",
    paragraphs: ["ověření nemohlo pokračovat.", reason(facts)],
    action: toNia,
  }),
  "completion-undone": (facts) => ({
    subject: "Propojení s NIA se nepodařilo dokončit",
    paragraphs: ["propojení se nepodařilo dokončit a vše jsme vrátili do původního stavu.", reason(facts)],
    action: { label: "Zkusit to znovu", page: "nia" },
  }),
  "registry-data-changed": (facts) => ({
    subject: "Registr obyvatel změnil vaše údaje",
    paragraphs: [
      `registr obyvatel nám oznámil změnu a váš účet ji převzal: ${changedFields(facts)}.`,
      "Nové údaje najdete v profilu. Pokud nejsou správně, nechte si je opravit na kterékoli pobočce Czech POINT. Účet opravu převezme sám.",
    ],
    action: { label: "Otevřít Nastavení", page: "settings" },
  }),
  "link-suspended": () => ({
    subject: "Vaše propojení s NIA je pozastaveno",
    paragraphs: [
      "Národní bod (NIA) nám oznámil, že váš účet už pod dosavadním identifikátorem nezná. Ke službám veřejné správy se teď účtem nepřihlásíte. Vše ostatní funguje jako dřív a klíče vám zůstávají.",
      "Chcete-li se ke službám veřejné správy znovu přihlašovat, odpojte účet v Nastavení od NIA a propojte ho znovu. Pokud nevíte, proč se to stalo, zavolejte nám.",
    ],
    action: toNia,
  }),
  linked: () => ({
    subject: "Propojení s NIA bylo dokončeno",
    paragraphs: [
      "váš účet je propojen se službami veřejné správy. Ke službám se přihlásíte heslem a propojeným bezpečnostním klíčem.",
      "Jméno, příjmení, datum narození a trvalou adresu teď přebíráme z registru obyvatel, v profilu jsou proto uzamčené.",
      "Pokud jste účet nepropojili vy, hned nám zavolejte.",
    ],
    action: toNia,
  }),
};
