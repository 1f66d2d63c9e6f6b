import type { Letters } from "./letter.ts";

const named = (keyName: string | undefined): string => (keyName === undefined ? "" : ` “${keyName}”`);
const toKeys = { label: "Check your keys", page: "settings" } as const;

/** What happens to a key without its owner's doing. */
export const englishKeys = {
  "key-cloned": ({ keyName }) => ({
    subject: "A security key opens nothing any more: it may have a copy",
    paragraphs: [
      `The counter of your security key${named(keyName)} went back. That happens when someone has copied the key.`,
      "The key can no longer be used to log in. If it was linked with NIA, we have suspended it there too. We have ended every session of your account.",
      "Log in with another key, remove this one in Settings and change your password. If you have no other key, call us.",
    ],
    action: toKeys,
  }),
} satisfies Partial<Letters>;
