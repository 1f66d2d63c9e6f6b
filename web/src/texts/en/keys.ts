import { keyReasons } from "./key-reasons.ts";
import type { Texts } from "../texts.ts";

export const keys: Texts["keys"] = {
  title: "Security keys",
  lead: "A security key protects your login. Keys of FIDO certification level 1 or higher can be linked to NIA.",
  none: "You have no security key yet.",
  second: "Add a second key. If you lose one, you log in with the other.",
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
  unknownLevel: "unknown",
  unknownModel: "Unknown model",
  source: (day, no) => `Found on ${day}${no === undefined ? "" : ` in FIDO metadata no ${no}`}.`,
  addedOn: (day) => `Added ${day}.`,
  lastUsed: (day) => `Last used ${day}.`,
  linkable: "Can be linked to NIA",
  notLinkable: "Can't be linked to NIA",
  linked: { active: "Linked to NIA", suspended: "Link suspended", ended: "Link ended" },
  linkReasons: keyReasons,
  reasons: {
    certified: "The model has the certification needed.",
    "below-level-1":
      "The model's certification is below level 1. It still serves as a second factor; use a certified key for linking.",
    disqualified: "The FIDO Alliance marked the model as unsafe. Use another key for linking.",
    "no-attestation":
      "The browser withheld the maker of the key. Add it again in the newest Google Chrome and allow it.",
    "self-attestation": "The key does not prove its maker. Use a certified key for linking.",
    "unknown-model":
      "The model is not in the FIDO Alliance's metadata. Use a key from the list of certified ones for linking.",
    "surrogate-only": "This model can't prove its maker. Use a certified key for linking.",
    "aaguid-mismatch":
      "The model's identifier does not match the key's certificate. Use another key for linking.",
    "certificate-path":
      "The key's certificate does not lead to the model's maker. Use another key for linking.",
    "metadata-outdated": "The FIDO metadata are out of date now. Try to add the key later.",
  },
  toNia: "Link with NIA",
};
