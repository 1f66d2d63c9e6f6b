import type { Texts } from "../texts.ts";

export const settings: Texts["settings"] = {
  title: "Settings",
  set: "Set",
  open: "Open",
  profile: "Profile",
  profileText: "Name, address, contacts and organization.",
  validation: "Validation",
  validated: (source, day) => `The data are verified by the registry of residents: ${source}, ${day}.`,
  sources: { "czech-point": "Czech POINT", eobcanka: "eObčanka" },
  followsRegistry: "Name, birth date and permanent address are kept up to date from the registry.",
  followedRegistry: (day) =>
    `Name, birth date and permanent address are kept up to date from the registry, which last changed them on ${day}.`,
  addressUnknown:
    "The registry of residents holds another permanent address for you, which we can't spell yet. Our staff are looking into it.",
  notValidated: "The data in the account are not verified yet.",
  finishValidation: "Finish validation for NIA and pair your account",
  twoFactor: "Two-factor authentication",
  securityKey: "Security key",
  keys: (count) => (count === 0 ? "You have no security key yet." : `Security keys: ${count}.`),
  oneKey: "We recommend adding a second key as a backup.",
  nia: "Link to government services (NIA)",
  niaStates: {
    none: "The account is not linked.",
    linked: "The account is linked.",
    suspended: "The link is suspended.",
    "awaiting-registry-data": "We are waiting for the data from Czech POINT.",
    "under-review": "Our staff are checking the data.",
    "awaiting-completion": "The registry's data are here: complete the link.",
    completing: "Linking is under way.",
  },
  linkedMessage: "Nia pairing complete",

  profileTitle: "Profile",
  locked: "Locked: taken from the registry of residents, because the account is linked to NIA.",
  lockedOrganization: "Locked: the link to NIA is for natural non-business persons only.",
  validationLost: "Changing the name, birth date or address takes the validation away.",
  contacts: "Verified contacts",
  contactsHint:
    "To change your e-mail or phone, call the helpdesk. The numbers are at the bottom of the page.",
  language: "Language of e-mails and SMS",
  email: "E-mail",
  phone: "Phone",
  activityCard: "Logins, changes, keys, the link to NIA and what the helpdesk did.",
};
