import type { GradeReason } from "../../../../lambdas/domain/security-key.ts";
import { keyReasons } from "./key-reasons.ts";

/** Why a key can or can't be linked, and what to do. */
interface Advice {
  why: string;
  instead: string;
}

export const keys = {
  title: "Bezpečnostní klíče",
  lead: "Bezpečnostní klíč chrání přihlášení do účtu. Klíče s certifikací FIDO úrovně 1 nebo vyšší lze propojit s NIA.",
  none: "Zatím nemáte žádný bezpečnostní klíč.",
  second: "Přidejte si druhý klíč. Když jeden ztratíte, druhým se přihlásíte.",
  secondLinked: {
    title: "Propojený účet má jen jeden klíč",
    detail:
      "Když ho ztratíte, ke službám veřejné správy se nepřihlásíte a účet budete propojovat od začátku. Přidejte si druhý klíč a propojte ho také.",
  },
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
  unknownLevel: "úroveň neznáme",
  unknownModel: "Neznámý model",
  facts: {
    model: "Model",
    level: "Úroveň certifikace",
    source: "Zjištěno",
    added: "Přidán",
    used: "Naposledy použit",
  },
  source: (day: string, no: number | undefined) =>
    no === undefined ? day : `${day} z metadat FIDO č. ${no}`,
  neverUsed: "zatím ne",
  linkable: "Lze propojit s NIA",
  notLinkable: "Nelze propojit s NIA",
  linked: { active: "Propojen s NIA", suspended: "Propojení pozastaveno", ended: "Propojení ukončeno" },
  linkReasons: keyReasons,
  reasons: {
    certified: {
      why: "Model má potřebnou certifikaci a klíč ji prokázal.",
      instead: "Klíč můžete propojit s NIA.",
    },
    "below-level-1": {
      why: "Certifikace modelu je nižší než úroveň 1.",
      instead: "Jako druhý faktor slouží dál. K propojení přidejte klíč ze seznamu certifikovaných.",
    },
    disqualified: {
      why: "FIDO Alliance u modelu hlásí chybu nebo mu certifikaci odebrala.",
      instead: "K propojení přidejte jiný klíč ze seznamu certifikovaných.",
    },
    "no-attestation": {
      why: "Prohlížeč nepředal údaje o výrobci klíče, proto jeho úroveň neznáme.",
      instead:
        "Otevřete tuto stránku v nejnovějším prohlížeči Google Chrome (aktualizuje se v nabídce Nápověda › O aplikaci Google Chrome) a klíč přidejte znovu. Až se Chrome zeptá, zda smíme zjistit značku a model klíče, povolte to.",
    },
    "self-attestation": {
      why: "Klíč se podepsal jen sám za sebe, svého výrobce neprokazuje.",
      instead: "Jako druhý faktor slouží dál. K propojení přidejte klíč ze seznamu certifikovaných.",
    },
    "unknown-model": {
      why: "Model není v metadatech FIDO Alliance.",
      instead: "Jako druhý faktor slouží dál. K propojení přidejte klíč ze seznamu certifikovaných.",
    },
    "surrogate-only": {
      why: "Klíče tohoto modelu neumějí svého výrobce prokázat.",
      instead: "Jako druhý faktor slouží dál. K propojení přidejte klíč ze seznamu certifikovaných.",
    },
    "aaguid-mismatch": {
      why: "Klíč se vydává za jiný model, než jaký uvádí jeho certifikát.",
      instead: "Klíč raději nepoužívejte. K propojení přidejte jiný, koupený u ověřeného prodejce.",
    },
    "certificate-path": {
      why: "Certifikát klíče nevede k výrobci modelu.",
      instead: "K propojení přidejte jiný klíč ze seznamu certifikovaných.",
    },
    "metadata-outdated": {
      why: "Metadata FIDO teď nejsou aktuální, úroveň proto nejde ověřit.",
      instead: "Počkejte do zítřka. Pokud klíč nepůjde propojit ani pak, zavolejte podpoře.",
    },
  } satisfies Record<GradeReason, Advice>,
  passkey: {
    why: "Je to přístupový klíč (passkey), který si správce hesel kopíruje mezi vašimi zařízeními. Takový klíč svého výrobce neprokazuje nikdy, v žádném prohlížeči.",
    instead:
      "Pro přihlášení slouží dál. K propojení přidejte samostatný klíč, Windows Hello nebo telefon s Androidem.",
  } satisfies Advice,
  certifiedList: "Seznam certifikovaných klíčů",
  kind: {
    legend: "Co přidáváte",
    hardware: "Samostatný klíč",
    hardwareHint:
      "Připojíte ho do USB, nebo přiložíte k telefonu (NFC). Musí mít nastavený PIN nebo otisk prstu.",
    platform: "Tento počítač nebo telefon",
    platformHint:
      "Windows 10 a novější: v Nastavení systému zapněte Windows Hello (PIN, otisk prstu nebo obličej). Android 7 a novější: zapněte zámek obrazovky. K NIA se pak hlásíte z tohoto zařízení. Zařízení Apple výrobce neprokazují a propojit je nelze.",
  },
  toNia: "Propojit s NIA",
};
