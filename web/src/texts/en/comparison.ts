import type { comparison as czech } from "../cs/comparison.ts";

export const comparison: typeof czech = {
  title: "Compare the data",
  lead: "Each row shows what your account and the registry of residents have. Where they differ, your account takes over the registry's.",
  needsLogin: "We show the registry's data after a new login with your password and security key.",
  continue: "Continue",
  field: "Field",
  inAccount: "In your account",
  inRegistry: "In the registry",
  outcome: "Match",
  fields: {
    firstName: "First name",
    lastName: "Last name",
    birthDate: "Birth date",
    address: "Permanent address",
  },
  outcomes: {
    equal: "Same",
    "case-only": "Only letter case differs, your spelling stays",
    different: "Differs, the registry's will be taken over",
  },
  empty: "not filled in",
  complete: "Complete connection to NIA",
  completing: "Sending…",
  completeNote:
    "After linking, first name, last name, birth date, address and organization are locked in your account and kept up to date from the registry.",
  reject: "This is not me",
  rejectTitle: "Are these not your data?",
  rejectText:
    "Nothing in your account changes, the verification ends and our staff get the case. To link, you will need a new verification.",
  rejectConfirm: "Yes, this is not me",
  rejectBack: "Back to the table",
};
