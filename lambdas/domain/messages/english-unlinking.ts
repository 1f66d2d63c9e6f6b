import type { UnlinkWay } from "../unlinking.ts";
import type { Letters, MessageFacts } from "./letter.ts";

const quoted = ({ keyName }: MessageFacts): string => (keyName === undefined ? "" : ` “${keyName}”`);

const ways: Record<UnlinkWay, (facts: MessageFacts) => string> = {
  detached: () =>
    "You detached the account from NIA. Your keys, password and verified data stay, and you can change your profile again.",
  "key-removed": (facts) =>
    `You removed the key${quoted(facts)}. It was the last key linked to NIA, so the link of the account ended too. Your password, other keys and verified data stay, and you can change your profile again.`,
  "two-factor-reset": () =>
    "The two-factor login was removed. All security keys and certificates are gone from the account, and with them the link to NIA ended. Every session has ended. Your password and verified data stay. Only the password protects the account now: add a new key.",
  "helpdesk-call": () =>
    "After a phone call we unlinked the account from NIA. Your keys, password and verified data stay, and you can change your profile again.",
  "login-reset": () =>
    "Access to the account was restored by a verified form. All security keys were removed from the account, and the link to NIA and the validation of your data ended.",
  "account-deleted": () => "The account is being deleted, so its link to NIA ended too.",
};
const unlinkedBy = (facts: MessageFacts): string =>
  Object.entries(ways).find(([way]) => way === facts["way"])?.[1](facts) ??
  "The account was unlinked from NIA.";

/** What became of a verification under way; nothing where the machine will say it once all is undone. */
const aboutVerification = ({ verification }: MessageFacts): string[] => {
  if (verification === "cancelled")
    return ["The verification for NIA that was under way is cancelled too. Do not use its printed sheet."];
  return verification === "goes-on"
    ? ["The verification for NIA under way goes on with the keys left in it. Its printed sheet stays valid."]
    : [];
};

/** What is said when a key goes, and when a link ends. */
export const englishUnlinking: Pick<Letters, "key-removed" | "unlinked"> = {
  "key-removed": (facts) => ({
    subject: "A security key was removed from your account",
    paragraphs: [
      `The security key${quoted(facts)} was removed from your account. It no longer serves for logging in. If it was linked to NIA, its link is being ended; the other linked keys stay linked.`,
      ...aboutVerification(facts),
      "We logged your other devices out. If you did not remove the key, call us at once.",
    ],
    action: { label: "Check my keys", page: "settings" },
  }),
  unlinked: (facts) => ({
    subject: "Your account is no longer linked to NIA",
    paragraphs: [
      `${unlinkedBy(facts)} You can no longer log in to government services with this account. We are telling the National Point (NIA), and repeat it should NIA not answer now.`,
      ...aboutVerification(facts),
      "Linking again needs the whole process from the start. If you did not ask for this, call us at once.",
    ],
    action: { label: "Open the link with NIA", page: "nia" },
  }),
};
