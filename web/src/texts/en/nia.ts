import type { Texts } from "../texts.ts";

export const nia: Texts["nia"] = {
  title: "Link to government services (NIA)",
  short: "Link to NIA",
  lead: "Linking lets your account log in to government services, such as the Czech Social Security Administration, the Tax Portal or ePrescription.",
  linkedTitle: "The account is linked to NIA",
  linkedSince: (day) => `Linked since ${day}. You log in to government services with a linked key.`,
  toServices: "Services that you can log in to",
  allServices: "List of services",
  suspendedTitle: "The link is suspended",
  suspended: "Call the helpdesk; the numbers are at the bottom of the page.",

  checklistTitle: "What linking needs",
  met: "Done",
  missing: "Missing",
  fix: "Fill in",
  points: {
    "account-active": "The account is active",
    names: "First and last name filled in",
    address: "Permanent address filled in",
    email: "E-mail verified",
    phone: "Phone verified",
    citizenship: "Citizenship of the Czech Republic",
    "natural-person": "A natural non-business person: organization, company number and VAT number empty",
    "linkable-key": "A security key of FIDO certification level 1 or higher that is not linked yet",
    "metadata-current":
      "We have the FIDO Alliance's current data on security keys. If not, we will get them ourselves: please try again tomorrow",
  },
  checklistIncomplete: "The account can be linked once every point is done.",

  link: "Link with NIA",
  keysLegend: "Which keys do you want to link?",
  keysHint: "One visit to the office links all the keys you pick. You will touch each of them to confirm.",
  keysNone: "Pick at least one key.",
  methodLegend: "How will you prove your identity?",
  methodCzechPoint: "Visit Czech POINT office",
  methodCzechPointHint: "You print a document and visit any office. It usually takes a few days.",
  methodEobcanka: "Use an existing authentication mean (eObčanka)",
  methodEobcankaHint:
    "You log in to the NIA portal with the eObčanka that you have activated there. No office, and you complete the link at once.",
  verify: "Verify",
  verifying: "Starting the verification…",

  timelineTitle: "What has happened",
  pausedTitle: "Deadlines stand still",
  paused: "Because of an outage no deadline runs now. We will prolong yours by as long as it lasts.",
  nextTitle: "What comes next",
  now: "Right now",
  events: {
    created: "You started the verification",
    reminded: "We sent a reminder",
    "portal-asked": "You went to the NIA portal",
    "portal-refused": "You came back from the NIA portal without data",
    "registry-data-received": "The data from the registry arrived",
    "review-needed": "Our staff are checking the data",
    "review-passed": "The check is done",
    "completion-requested": "You confirmed the link",
    "person-identified": "NIA identified you",
    "key-registered": "NIA recorded a security key",
    "waiting-for-nia": "NIA does not answer, we keep trying",
    undoing: "We are ending what NIA has recorded so far",
    "key-dropped": "You removed one of the keys",
    "completion-undone": "Linking failed and was undone",
    completed: "Linking is complete",
    expired: "The deadline has passed",
    cancelled: "The verification was cancelled",
    stopped: "The verification was ended",
  },
  next: {
    "awaiting-registry-data": (deadline, days) =>
      `Take the printed document to a Czech POINT office by ${deadline} (${days === 1 ? "1 day" : `${days} days`} left). We will e-mail you as soon as the office has sent the data. It usually takes a few days.`,
    "under-review": () =>
      "Some data differ a lot from your account. Our staff will check them and write to you, usually within two working days.",
    "awaiting-completion": (deadline) =>
      `Compare the registry's data with your account and complete the link by ${deadline}.`,
    completing: () => "We are linking your account to NIA. It usually takes a few seconds.",
  },
  nextPortal: (deadline, days) =>
    `Log in to the NIA portal with your eObčanka and give your consent to pass on the data by ${deadline} (${days === 1 ? "1 day" : `${days} days`} left). You will come back here. Without eObčanka, cancel the verification and choose Czech POINT.`,
  toPortal: "Continue to the NIA portal",
  toPortalBusy: "Opening the NIA portal…",
  finish: "Finish validation for NIA and pair your account",
  openDocument: "Show the document for Czech POINT",
  showProgress: "Show the progress",

  cancel: "Cancel the verification",
  cancelTitle: "Cancel the verification?",
  cancelCompleting:
    "NIA is being told right now. What it has recorded will be ended, and nothing will be linked.",
  cancelText:
    "The identification code will stop working. If you have been to the office already, you will have to go again.",
  cancelPortalText: "Nothing changes. You can start a new verification at once, for example at Czech POINT.",
  cancelConfirm: "Yes, cancel it",
  cancelBack: "Keep it",
  again: "Start again",

  endedTitle: "The last verification",
  ended: {
    expired: "The deadline passed before the data came or before you completed the link. Please start again.",
    cancelled: "You cancelled the verification. You can start again at any time.",
  },
  reasons: {
    "not-me":
      "You said that the data are not yours. Nothing was changed and our staff have the case. Take only your own document to the office and start again.",
    foreigner:
      "According to the registry you are not a citizen of the Czech Republic. Linking is for citizens only. If this is a mistake, call the helpdesk.",
    "no-identity-card": "Linking needs an identity card. Get one and start again.",
    "another-person":
      "The registry returned a person who is linked to another account. The helpdesk has the case; call it, the numbers are at the bottom of the page.",
    "pseudonym-of-another-account":
      "This person is linked to another account. Call the helpdesk; the numbers are at the bottom of the page.",
    "person-not-found":
      "NIA did not find you by the registry's data. Check at the office that your identity card is valid, and start again.",
    "person-ambiguous":
      "NIA found several people with the same data. Ask the office to hand over your identity card number too, and start again.",
    "nia-refused":
      "NIA refused our request. Nothing is linked. We are finding out why; you can try to complete the link again.",
    "key-refused": "NIA refused one of the keys. Nothing is linked. Try to complete the link again.",
    "nia-unavailable": "NIA was unavailable for too long. Nothing is linked. Try to complete the link again.",
    "key-removed":
      "You removed a key that the verification was for. If another key is left in it, complete the link once more; otherwise you can start again at any time.",
    withdrawn: "You cancelled the verification while the link was being completed. Everything was undone.",
    unlinked:
      "The account was detached from NIA, and the verification ended with it. You can start again at any time.",
    "rejected-in-review":
      "The data did not pass the check. Call the helpdesk; the numbers are at the bottom of the page.",
  },
};
