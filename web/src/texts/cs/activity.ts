import type { ConfirmationPurpose } from "../../../../lambdas/domain/confirmation.ts";
import type { ActivityKind, ShownAction } from "../../../../lambdas/domain/audit.ts";
import type { RefusalReason } from "../../../../lambdas/domain/reset-form.ts";
import type { StopReason } from "../../../../lambdas/domain/verification.ts";
import type { Sentence, ProfileFieldName } from "../activity.ts";
import { ofCode } from "../of-code.ts";
import { keyReasons } from "./key-reasons.ts";

const loginMethods: Record<string, string> = {
  password: "heslem",
  "password-and-key": "heslem a bezpečnostním klíčem",
  certificate: "klientským certifikátem",
};

const refusals: Record<string, string> = {
  "wrong-password": "heslo bylo chybné",
  "key-refused": "bezpečnostní klíč neodpověděl správně",
  "key-cloned": "klíč vypadá jako kopie jiného klíče",
};

const purposes: Record<ConfirmationPurpose, string> = {
  "add-key": "přidání bezpečnostního klíče",
  "add-certificate": "přidání certifikátu",
  "change-email": "změna e-mailu",
  "change-phone": "změna telefonu",
  "change-password": "změna hesla",
  link: "propojení s NIA",
  "complete-link": "dokončení propojení s NIA",
  export: "stažení všech údajů",
  "delete-account": "smazání účtu",
  "remove-key": "odebrání bezpečnostního klíče",
  detach: "odpojení od NIA",
  "log-in-to-service": "přihlášení ke službě veřejné správy",
};

const serviceRefusals: Record<string, string> = {
  cancelled: "nedokončili jste je",
  "release-refused": "odmítli jste předat údaje",
  "not-linked": "účet nebyl propojen s NIA",
  "link-suspended": "propojení s NIA bylo pozastaveno",
  "no-allowed-key": "žádný klíč nebyl propojen s NIA",
  "another-subject": "služba se ptala na někoho jiného",
  "level-unreachable": "služba chtěla vyšší úroveň záruky, než má klíč",
  passive: "služba nedovolila na nic se zeptat",
};

const resetRefusals: Record<string, string> = {
  "too-soon": "e-mail nebo telefon se nedávno změnil, odkaz proto nebyl poslán",
  "too-many": "dnes to bylo příliš mnohokrát, odkaz proto nebyl poslán",
};

const twoFactorResetRefusals: Record<string, string> = {
  "too-soon": "e-mail nebo telefon se nedávno změnil, PINy proto nebyly poslány",
  "too-many": "dnes to bylo příliš mnohokrát, PINy proto nebyly poslány",
  "nothing-to-remove": "v účtu není co rušit, PINy proto nebyly poslány",
};

const refusalReasons: Record<RefusalReason, string> = {
  "identity-not-verified": "z formuláře neplyne, že totožnost žadatele někdo ověřil",
  incomplete: "formulář nebyl vyplněný celý",
  "another-account": "údaje ve formuláři nesouhlasí s účtem",
  forged: "pravost formuláře je sporná",
  repeated: "o téže žádosti už bylo rozhodnuto",
  withdrawn: "žadatel ji vzal zpět",
};

const stopReasons: Record<StopReason, string> = {
  "not-me": "označili jste údaje z registru za cizí",
  foreigner: "registr neuvádí české občanství",
  "no-identity-card": "ověření neproběhlo podle občanského průkazu",
  "another-person": "osoba z registru je propojena s jiným účtem, nebo účet s jinou osobou",
  "pseudonym-of-another-account": "osoba z registru je propojena s jiným účtem",
  "person-not-found": "NIA podle údajů z registru nikoho nenašla",
  "person-ambiguous": "údajům z registru odpovídá v NIA více osob",
  "nia-refused": "NIA náš požadavek odmítla",
  "key-refused": "NIA nepřijala některý z klíčů",
  "nia-unavailable": "NIA dlouho neodpovídala",
  "key-removed": "klíč, pro který bylo, jste z účtu odebrali",
  withdrawn: "zrušili jste je, když se propojení dokončovalo",
  unlinked: "účet byl odpojen od NIA",
  "rejected-in-review": "údaje z registru podle kontroly k účtu nepatří",
};

const fields: Record<ProfileFieldName, string> = {
  firstName: "jméno",
  lastName: "příjmení",
  birthDate: "datum narození",
  address: "trvalá adresa",
  organization: "organizace",
  companyNumber: "IČO",
  vatNumber: "DIČ",
  citizenship: "občanství",
  language: "jazyk zpráv",
};

const changedFields = (reason = ""): string =>
  reason
    .split(", ")
    .map((field) => ofCode(fields, field))
    .join(", ");
const key = (name: string | undefined): string => (name === undefined ? "" : ` „${name}“`);
const why = (table: Record<string, string>, reason: string | undefined): string =>
  reason === undefined ? "" : `: ${ofCode(table, reason)}`;

const portalReasons: Record<string, string> = {
  consent: "předání všech potřebných údajů nebylo odsouhlaseno",
  cancelled: "přihlášení bylo zrušeno",
  failed: "přihlášení se nepodařilo",
  level: "přihlášení nemělo potřebnou úroveň záruky",
  late: "trvalo to příliš dlouho",
  repeated: "odpověď už byla jednou použita",
  "session-ended": "přihlášení k účtu mezitím skončilo",
  over: "ověření už na údaje nečekalo",
};

export const activity = {
  title: "Historie účtu",
  lead: "Co se v účtu stalo, od nejnovějšího. Časy jsou pražské. Pokud něčemu nerozumíte nebo jste to nebyli vy, zavolejte nám.",
  show: "Co zobrazit",
  all: "Vše",
  empty: "Zatím tu nic není.",
  more: "Načíst starší",
  loaded: (count: number) => `Zobrazeno událostí: ${count}.`,
  end: "To je všechno, starší události nejsou.",
  kinds: {
    account: "Účet a profil",
    logins: "Přihlášení",
    keys: "Bezpečnostní klíče",
    nia: "Propojení s NIA",
    helpdesk: "Podpora",
  } satisfies Record<ActivityKind, string>,
  actors: { user: "Vy", system: "Systém", registry: "Registr obyvatel", operator: "Pracovník podpory" },
  sentences: {
    "account-created": () => "Účet byl založen.",
    "profile-changed": ({ reason }) =>
      reason === undefined ? "Profil byl změněn." : `Profil byl změněn: ${changedFields(reason)}.`,
    "email-undeliverable": () =>
      "E-maily se vracejí, další neposíláme. Ověřte svůj e-mail znovu, nebo jej změňte.",
    "email-verified-again": () => "E-mail byl znovu ověřen, zprávy na něj opět posíláme.",
    "message-withheld": ({ reason }): string =>
      reason === "undeliverable"
        ? "Zprávu jsme neposlali: na váš e-mail se nedaří doručit."
        : "Zprávu jsme neposlali: bylo jich v krátké době příliš mnoho.",
    exported: () => "Byly staženy všechny údaje účtu.",
    "deletion-requested": () => "Bylo požádáno o smazání účtu. Ostatní zařízení byla odhlášena.",
    "deletion-reminded": () => "Poslali jsme připomínku, že účet bude smazán.",
    "deletion-cancelled": () => "Smazání účtu bylo zrušeno.",
    "deletion-begun": () => "Lhůta uplynula a začalo mazání účtu.",
    "account-deleted": () => "Účet byl smazán.",
    "email-changed": () => "E-mail byl změněn.",
    "phone-changed": () => "Telefon byl změněn.",
    "password-changed": () => "Heslo bylo změněno a ostatní přihlášení byla ukončena.",
    "password-reset-asked": ({ reason = "" }) => {
      const refused = resetRefusals[reason];
      return `Někdo požádal o nové heslo${refused === undefined ? "" : `: ${refused}`}.`;
    },
    "password-reset": () => "Zapomenuté heslo bylo nahrazeno novým a všechna přihlášení byla ukončena.",
    "password-unblocked": () => "Přihlášení heslem bylo odblokováno.",
    "two-factor-reset-asked": ({ reason = "" }) => {
      const refused = twoFactorResetRefusals[reason];
      return `Někdo požádal o zrušení dvoufaktorového přihlášení${refused === undefined ? "" : `: ${refused}`}.`;
    },
    "two-factor-reset": () =>
      "Dvoufaktorové přihlášení bylo zrušeno: všechny klíče a certifikáty byly odebrány a všechna přihlášení ukončena.",
    "logged-in": ({ reason }) =>
      reason === undefined ? "Přihlášení." : `Přihlášení ${ofCode(loginMethods, reason)}.`,
    "login-refused": ({ reason }) => `Přihlášení se nepodařilo${why(refusals, reason)}.`,
    "password-blocked": () => "Přihlášení heslem bylo zablokováno: heslo bylo šestkrát po sobě chybné.",
    "logged-out": () => "Odhlášení.",
    "service-logged-in": ({ service = "NIA", keyName }) =>
      `Přihlášení ke službě veřejné správy: ${service}, klíčem${key(keyName)}.`,
    "service-login-refused": ({ service = "NIA", reason }) =>
      `Přihlášení ke službě veřejné správy se neuskutečnilo (${service})${why(serviceRefusals, reason)}.`,
    "service-logged-out": ({ reason }): string =>
      reason === "service"
        ? "Odhlášení ze služby veřejné správy, tam."
        : "Odhlášení ze služeb veřejné správy.",
    confirmed: ({ reason }) => `Potvrzení novým přihlášením${why(purposes, reason)}.`,
    "key-added": ({ keyName }) => `Do účtu byl přidán bezpečnostní klíč${key(keyName)}.`,
    "key-renamed": ({ keyName }) =>
      `Bezpečnostní klíč byl přejmenován${keyName === undefined ? "" : ` na${key(keyName)}`}.`,
    "key-cloned": ({ keyName }) =>
      `Bezpečnostní klíč${key(keyName)} byl vyřazen: jeho počítadlo se vrátilo zpět, může mít kopii.`,
    "certificate-registered": () => "Do účtu byl nahrán certifikát, přihlásit se jím zatím nejde.",
    "certificate-added": () => "Do účtu se nově lze přihlásit certifikátem.",
    "certificate-removed": () => "Certifikát byl z účtu odebrán.",
    "key-removed": () => "Z účtu byl odebrán bezpečnostní klíč.",
    "key-regraded": ({ keyName, reason }) =>
      `Metadata FIDO hodnotí model bezpečnostního klíče${key(keyName)} jinak než dřív${reason === undefined ? "" : `: ${reason}`}.`,
    "verification-created": ({ reason }) =>
      `Bylo založeno ověření pro propojení s NIA${reason === "eobcanka" ? " eObčankou" : ""}.`,
    "verification-reminded": () => "Poslali jsme připomínku, že ověření pro NIA čeká na dokončení.",
    "verification-expired": () => "Ověření pro NIA skončilo: lhůta vypršela.",
    "verification-cancelled": ({ reason }) =>
      reason === undefined
        ? "Ověření pro NIA bylo zrušeno na vaši žádost."
        : reason === "account-deleted"
          ? "Ověření pro NIA bylo zrušeno: účet se maže."
          : `Ověření pro NIA bylo zrušeno${why(stopReasons, reason)}.`,
    "verification-stopped": ({ reason }) => `Ověření pro NIA bylo zastaveno${why(stopReasons, reason)}.`,
    "portal-asked": () => "Prohlížeč odešel na portál NIA k přihlášení eObčankou.",
    "portal-refused": ({ reason = "" }) =>
      `Z portálu NIA nepřišly údaje: ${portalReasons[reason] ?? "odpověď nebylo možné přijmout"}.`,
    "registry-data-recorded": () => "Přišly údaje z registru obyvatel.",
    "completion-requested": () => "Propojení s NIA bylo potvrzeno.",
    "person-identified": () => "NIA podle údajů z registru určila vaši totožnost.",
    "key-registered": ({ keyName }) => `NIA zapsala bezpečnostní klíč${key(keyName)}.`,
    "key-ended": ({ keyName, reason }) =>
      `NIA ukončila bezpečnostní klíč${key(keyName)}${why(keyReasons, reason)}.`,
    "key-suspended": ({ keyName, reason }) =>
      `NIA pozastavila bezpečnostní klíč${key(keyName)}${why(keyReasons, reason)}.`,
    "key-resumed": ({ keyName, reason }) =>
      `NIA obnovila bezpečnostní klíč${key(keyName)}${why(keyReasons, reason)}.`,
    "completion-undone": ({ reason }) =>
      `Propojení se nepodařilo dokončit a vše bylo vráceno zpět${why(stopReasons, reason)}.`,
    "account-linked": () => "Účet byl propojen s NIA.",
    "registry-data-changed": ({ reason }) =>
      reason === undefined
        ? "Registr obyvatel změnil vaše údaje."
        : `Registr obyvatel změnil vaše údaje: ${changedFields(reason)}.`,
    "review-passed": () => "Dva pracovníci helpdesku ověřili, že údaje z registru patří k vašemu účtu.",
    "reset-form-registered": () =>
      "Helpdesk zaevidoval ověřený formulář se žádostí o obnovu přístupu k účtu.",
    "reset-form-refused": ({ reason }) =>
      `Žádost o obnovu přístupu podle formuláře byla zamítnuta${why(refusalReasons, reason)}.`,
    "login-reset": () =>
      "Přístup k účtu byl obnoven podle ověřeného formuláře: klíče, certifikáty, propojení s NIA i heslo byly zrušeny.",
    "account-found": () => "Operátor podpory vyhledal váš účet.",
    "account-viewed": () => "Operátor podpory si prohlédl váš účet. Údaje z profilu přitom nevidí.",
    "caller-checked": ({ reason }): string =>
      reason === "passed"
        ? "Operátor podpory ověřil volajícího: všechny údaje souhlasily."
        : "Operátor podpory ověřoval volajícího: údaje nesouhlasily.",
    "link-resumed": () => "Podpora zrušila pozastavení propojení s NIA.",
    "link-suspended": ({ reason }): string =>
      reason === "helpdesk-suspension"
        ? "Podpora pozastavila propojení s NIA."
        : "NIA už účet pod dosavadním identifikátorem nezná, propojení bylo pozastaveno.",
    "account-unlinked": ({ reason }) => `Propojení účtu s NIA skončilo${why(keyReasons, reason)}.`,
  } satisfies Record<ShownAction, Sentence>,
};
