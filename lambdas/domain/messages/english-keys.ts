import type { Letters } from "./letter.ts";

const named = (keyName: string | undefined): string => (keyName === undefined ? "" : ` “${keyName}”`);
const code = (modelName: string | undefined, status: string | undefined): string => {
  const known = [modelName, status].filter((fact) => fact !== undefined);
  return known.length === 0 ? "" : ` (${known.join(", ")})`;
};
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
  "model-disqualified": ({ keyName, modelName, status }) => ({
    subject: "We have suspended the link of your key with NIA",
    paragraphs: [
      `The FIDO Alliance has marked the model of your security key${named(keyName)} as untrustworthy${code(modelName, status)}.`,
      "So we have suspended the key at NIA. It does not log you in to government services now; it still does to your account.",
      "Get a key from the list of certified ones, add it to your account and link it with NIA. Should the FIDO Alliance take the mark back, we will restore the link ourselves and write to you.",
    ],
    action: toKeys,
  }),
  "model-restored": ({ keyName }) => ({
    subject: "The link of your key with NIA is restored",
    paragraphs: [
      `The FIDO Alliance no longer marks the model of your security key${named(keyName)} as untrustworthy.`,
      "So we have restored the key at NIA. It logs you in to government services again. You need not do anything.",
    ],
    action: toKeys,
  }),
  "key-linkable": ({ keyName }) => ({
    subject: "Your security key can be linked with NIA now",
    paragraphs: [
      `The model of your security key${named(keyName)} has got a FIDO certification that is enough for a link with NIA.`,
      "If you want to log in to government services, link it in Settings. Otherwise you need not do anything.",
    ],
    action: { label: "Open the link with NIA", page: "nia" },
  }),
} satisfies Partial<Letters>;
