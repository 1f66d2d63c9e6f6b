import { keyReasons } from "./key-reasons.ts";

export const keys = {
  title: "Bezpečnostní klíče",
  lead: "Bezpečnostní klíč chrání přihlášení do účtu. Klíče s certifikací FIDO úrovně 1 nebo vyšší lze propojit s NIA.",
  none: "Zatím nemáte žádný bezpečnostní klíč.",
  second: "Přidejte si druhý klíč. Když jeden ztratíte, druhým se přihlásíte.",
  chrome: "Klíče přidávejte v nejnovějším prohlížeči Google Chrome.",
  add: "Přidat bezpečnostní klíč",
  name: "Název klíče",
  nameHint: "Například „Klíč na klíčence“. Podle názvu klíč poznáte.",
  create: "Pokračovat ke klíči",
  creating: "Čekáme na klíč…",
  createLead:
    "Připojte klíč a dotkněte se ho. Prohlížeč se zeptá, zda smí zjistit výrobce a model: povolte to, jinak nepoznáme úroveň certifikace.",
  added: (name: string) => `Klíč „${name}“ je přidaný.`,
  failures: {
    unsupported: "Tento prohlížeč bezpečnostní klíče nepodporuje. Použijte nejnovější Google Chrome.",
    cancelled: "Klíč neodpověděl, nebo jste dotek zrušili. Zkuste to znovu.",
    "already-added": "Tento klíč už v účtu máte.",
    unsuitable: "Klíč neumí ověřit uživatele (PIN, otisk). Nastavte na něm PIN nebo použijte jiný.",
    failed: "Klíč se nepodařilo přidat. Zkuste to znovu.",
  },
  rename: "Přejmenovat",
  level: "Úroveň",
  levels: {
    NOT_FIDO_CERTIFIED: "bez certifikace FIDO",
    FIDO_CERTIFIED: "FIDO Certified (bez úrovně)",
    FIDO_CERTIFIED_L1: "FIDO úroveň 1",
    FIDO_CERTIFIED_L1plus: "FIDO úroveň 1+",
    FIDO_CERTIFIED_L2: "FIDO úroveň 2",
    FIDO_CERTIFIED_L2plus: "FIDO úroveň 2+",
    FIDO_CERTIFIED_L3: "FIDO úroveň 3",
    FIDO_CERTIFIED_L3plus: "FIDO úroveň 3+",
  },
  unknownLevel: "nezjištěna",
  unknownModel: "Neznámý model",
  source: (day: string, no: number | undefined) =>
    `Zjištěno ${day}${no === undefined ? "" : ` z metadat FIDO č. ${no}`}.`,
  addedOn: (day: string) => `Přidán ${day}.`,
  lastUsed: (day: string) => `Naposledy použit ${day}.`,
  linkable: "Lze propojit s NIA",
  notLinkable: "Nelze propojit s NIA",
  linked: { active: "Propojen s NIA", suspended: "Propojení pozastaveno", ended: "Propojení ukončeno" },
  linkReasons: keyReasons,
  reasons: {
    certified: "Model má potřebnou certifikaci.",
    "below-level-1":
      "Certifikace modelu je nižší než úroveň 1. Jako druhý faktor slouží dál; k propojení použijte certifikovaný klíč.",
    disqualified: "FIDO Alliance model označila za nebezpečný. K propojení použijte jiný klíč.",
    "no-attestation":
      "Prohlížeč nepředal údaje o výrobci klíče. Přidejte klíč znovu v nejnovějším Google Chrome a předání povolte.",
    "self-attestation": "Klíč neprokazuje svého výrobce. K propojení použijte certifikovaný klíč.",
    "unknown-model":
      "Model není v metadatech FIDO Alliance. K propojení použijte klíč ze seznamu certifikovaných.",
    "surrogate-only": "Tento model neumí prokázat svého výrobce. K propojení použijte certifikovaný klíč.",
    "aaguid-mismatch": "Označení modelu nesouhlasí s certifikátem klíče. K propojení použijte jiný klíč.",
    "certificate-path": "Certifikát klíče nevede k výrobci modelu. K propojení použijte jiný klíč.",
    "metadata-outdated": "Metadata FIDO teď nejsou aktuální. Zkuste klíč přidat později.",
  },
  toNia: "Propojit s NIA",
};
