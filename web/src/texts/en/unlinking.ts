import type { Texts } from "../texts.ts";

export const unlinking: Texts["unlinking"] = {
  remove: "Remove",
  removeTitle: (name) => `Remove the key “${name}”?`,
  removeConfirm: "Yes, remove the key",
  removeBack: "Keep the key",
  removeLead: "You can no longer log in with this key. We log your other devices out.",
  lastKey:
    "It is your only key. You will log in with the password alone, and your account will be less safe. Better add another key first.",
  linkedKey: "The key is linked to NIA: we end its link. Your other linked keys stay linked.",
  lastLinkedKey:
    "It is the last key linked to NIA, so the link of the account ends too. You can't log in to government services with the account. Linking again means the whole process, with a visit to Czech POINT.",
  stays: "Your password and verified data stay.",
  onlyKeyOfVerification:
    "The verification for NIA under way is for this key alone: we cancel it, and its code is no longer valid.",
  oneKeyOfVerification:
    "The verification for NIA under way goes on with the other keys. Its printed document stays valid.",
  keyOfCompletion:
    "The key is being recorded at NIA: we undo that. You can link the other keys again without another visit to Czech POINT.",
  removed: (name) => `The key “${name}” has been removed.`,
  linkEnded: "The link of the account to NIA ended with it.",
  verification: {
    "goes-on": "The verification for NIA under way goes on with the other keys.",
    cancelled: "The verification for NIA under way is cancelled.",
    undoing: "The linking that was under way is being undone. We will write to you.",
  },

  detach: "Detach from NIA",
  detachTitle: "Detach the account from NIA?",
  detachLoses: [
    "You can't log in to government services with the account.",
    "We end all your linked keys at NIA. They stay in the account and still protect your login.",
    "Linking again means the whole process, with a visit to Czech POINT.",
  ],
  detachStays: "Your password, keys and verified data stay. You can change your profile again.",
  detachVerification: "We also cancel the verification for NIA under way.",
  detachConfirm: "Yes, detach",
  detachBack: "Stay linked",
  detached: "The account is detached from NIA.",

  linkedKeys: "Keys and NIA",
  waits: "NIA has not confirmed this yet, we are telling it.",
  waitsForNia:
    "NIA has not confirmed the last change of your keys yet. We tell it until it answers; you need not do anything.",
};
