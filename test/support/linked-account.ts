import type { Account } from "../../lambdas/domain/account.ts";
import { addedKey } from "../../lambdas/services/keys/key-rows.ts";
import type { Write } from "../../lambdas/services/ports/records.ts";
import { accountId, aKey, anAccount, anAuthenticator } from "./builders.ts";

const T0 = "2026-11-20T09:00:00.000Z";

/** Everything of an account that is linked with so many keys, at NIA too; found by username and e-mail. */
export const aLinkedAccount = (keys: number, change: Partial<Account> = {}): Write[] => {
  const { pseudonym } = anAuthenticator();
  const account = anAccount({
    validation: { source: "czech-point", at: T0 },
    link: { pseudonym, state: "active", linkedAt: T0, verificationId: "verification-0" },
    ...change,
  });
  const numbers = Array.from({ length: keys }, (_, index) => index + 1);
  const claim = (kind: "username" | "email" | "pseudonym", value: string): Write => ({
    put: { type: "claim", kind, value, version: 0, accountId },
  });
  return [
    { put: account },
    claim("username", account.username),
    claim("email", account.email.value),
    claim("pseudonym", pseudonym),
    ...numbers.flatMap((number) =>
      addedKey(
        aKey(`key-${number}`, {
          link: { authenticatorId: `authenticator-${number}`, state: "active", changedAt: T0 },
        }),
      ),
    ),
    ...numbers.map((number) => ({
      put: anAuthenticator({ id: `authenticator-${number}`, keyId: `key-${number}` }),
    })),
  ];
};
