import { MOST_CERTIFICATES, MOST_KEYS, MOST_SESSIONS } from "../../lambdas/domain/most.ts";
import { addedKey } from "../../lambdas/services/keys/key-rows.ts";
import type { Write } from "../../lambdas/services/ports/records.ts";
import { accountId, aCertificate, aKey, anAuthenticator, aSession, aVerification } from "./builders.ts";

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

const aLinkedKey = (number: number, now: string): Write[] => {
  const id = `most-${number}`;
  const link = { authenticatorId: id, state: "active" as const, changedAt: now };
  const possibleModels = numbers(4).map((model) => `model-${number}-${model}`);
  return [...addedKey(aKey(id, { possibleModels, link })), { put: anAuthenticator({ id, keyId: id }) }];
};

const aProvenCertificate = (number: number, now: string): Write[] => {
  const value = `most-certificate-${number}`;
  return [
    { put: aCertificate({ id: value, provenAt: now }) },
    { put: { type: "claim", kind: "certificate", value, version: 0, accountId } },
  ];
};

/** As much access as a linked account with one session may have besides, in transactions of its own. */
export const theMost = (now: string): Write[][] => [
  ...numbers(MOST_KEYS).map((number) => aLinkedKey(number, now)),
  ...numbers(MOST_CERTIFICATES).map((number) => aProvenCertificate(number, now)),
  numbers(MOST_SESSIONS - 1).map((number) => ({ put: aSession([], { id: `most-session-${number}` }) })),
  [
    {
      put: aVerification({
        id: "most",
        waiting: { taskToken: "token", state: "awaiting-registry-data", since: now },
      }),
    },
  ],
];
