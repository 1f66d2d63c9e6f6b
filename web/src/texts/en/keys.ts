import { keyReasons } from "./key-reasons.ts";
import type { Texts } from "../texts.ts";

export const keys: Texts["keys"] = {
  title: "Security keys",
  lead: "A security key protects your login. Keys of FIDO certification level 1 or higher can be linked to NIA.",
  none: "You have no security key yet.",
  second: "Add a second key. If you lose one, you log in with the other.",
  secondLinked: {
    title: "Your linked account has one key only",
    detail:
      "If you lose it, you can't log in to government services, and you will have to link your account from the beginning. Add a second key and link it too.",
  },
  chrome: "Add keys in the newest Google Chrome.",
  add: "Add a security key",
  name: "Name of the key",
  nameHint: "For example “Key on my keyring”. You will know the key by its name.",
  create: "Go on to the key",
  creating: "Waiting for the key…",
  createLead:
    "Connect the key and touch it. The browser asks whether it may learn the maker and model: allow it, or we can't tell the certification level.",
  added: (name) => `The key “${name}” has been added.`,
  failures: {
    unsupported: "This browser does not support security keys. Use the newest Google Chrome.",
    cancelled: "The key did not answer, or you cancelled. Try again.",
    "already-added": "You have added this key already.",
    unsuitable: "The key can't verify its user (PIN, fingerprint). Set a PIN on it, or use another key.",
    failed: "The key could not be added. Try again.",
  },
  rename: "Rename",
  level: "Level",
  levels: {
    NOT_FIDO_CERTIFIED: "not FIDO certified",
    FIDO_CERTIFIED: "FIDO Certified (no level)",
    FIDO_CERTIFIED_L1: "FIDO level 1",
    FIDO_CERTIFIED_L1plus: "FIDO level 1+",
    FIDO_CERTIFIED_L2: "FIDO level 2",
    FIDO_CERTIFIED_L2plus: "FIDO level 2+",
    FIDO_CERTIFIED_L3: "FIDO level 3",
    FIDO_CERTIFIED_L3plus: "FIDO level 3+",
  },
  unknownLevel: "level unknown",
  unknownModel: "Unknown model",
  facts: {
    model: "Model",
    level: "Certification level",
    source: "Found out",
    added: "Added",
    used: "Last used",
  },
  source: (day, no) => (no === undefined ? day : `${day} from FIDO metadata no ${no}`),
  neverUsed: "not yet",
  linkable: "Can be linked to NIA",
  notLinkable: "Can't be linked to NIA",
  linked: { active: "Linked to NIA", suspended: "Link suspended", ended: "Link ended" },
  linkReasons: keyReasons,
  reasons: {
    certified: {
      why: "The model has the certification needed, and the key has proven it.",
      instead: "You can link the key to NIA.",
    },
    "below-level-1": {
      why: "The model's certification is below level 1.",
      instead: "It still serves as a second factor. For linking, add a key from the list of certified ones.",
    },
    disqualified: {
      why: "The FIDO Alliance reports a flaw of the model, or has withdrawn its certification.",
      instead: "For linking, add another key from the list of certified ones.",
    },
    "no-attestation": {
      why: "The browser withheld who made the key, so we don't know its level.",
      instead:
        "Open this page in the newest Google Chrome (it updates in the menu Help › About Google Chrome) and add the key again. When Chrome asks whether we may see the make and model of the key, allow it.",
    },
    "self-attestation": {
      why: "The key vouches for itself only; it does not prove its maker.",
      instead: "It still serves as a second factor. For linking, add a key from the list of certified ones.",
    },
    "unknown-model": {
      why: "The model is not in the FIDO Alliance's metadata.",
      instead: "It still serves as a second factor. For linking, add a key from the list of certified ones.",
    },
    "surrogate-only": {
      why: "Keys of this model can't prove their maker.",
      instead: "It still serves as a second factor. For linking, add a key from the list of certified ones.",
    },
    "aaguid-mismatch": {
      why: "The key claims to be another model than its certificate says.",
      instead: "Better not use the key. For linking, add another one, bought from a seller you trust.",
    },
    "certificate-path": {
      why: "The key's certificate does not lead to the model's maker.",
      instead: "For linking, add another key from the list of certified ones.",
    },
    "metadata-outdated": {
      why: "The FIDO metadata are out of date now, so the level can't be verified.",
      instead: "Wait until tomorrow. If the key can't be linked then either, call the helpdesk.",
    },
  },
  passkey: {
    why: "This is a passkey that a password manager copies between your devices. Such a key never proves its maker, in no browser.",
    instead:
      "It still serves for logging in. For linking, add a separate key, Windows Hello or an Android phone.",
  },
  certifiedList: "List of certified keys",
  kind: {
    legend: "What you are adding",
    hardware: "A separate key",
    hardwareHint:
      "You plug it in (USB) or hold it to a phone (NFC). It must have a PIN or a fingerprint set.",
    platform: "This computer or phone",
    platformHint:
      "Windows 10 and newer: turn Windows Hello on in the system's Settings (PIN, fingerprint or face). Android 7 and newer: turn the screen lock on. You will then log in to NIA from this device. Apple devices don't prove their maker and can't be linked.",
  },
  toNia: "Link with NIA",
};
