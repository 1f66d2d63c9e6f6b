import type { PasswordReset } from "../../domain/access-records.ts";
import { CeremonyRefused, KeyCloned } from "../../domain/errors.ts";
import { isUsable, type SecurityKey } from "../../domain/security-key.ts";
import { recordClone } from "../keys/record-clone.ts";
import type { AuthenticationResponse, Ceremonies } from "../ports/fido.ts";
import { retrying } from "../retrying.ts";
import type { Writing } from "../writing.ts";
import { loadByHandle } from "./load-reset.ts";

/** The key may have a copy: the reset ends with it. */
const endByClone = async (writing: Writing, { id }: PasswordReset, key: SecurityKey): Promise<void> => {
  await recordClone(writing, { accountId: key.accountId, keyId: key.id }, async () => {
    const left = await writing.records.get("password-reset", { id });
    return left === undefined ? [] : [{ remove: left }];
  });
};

/** The touch that confirms a reset where the account has a key. Throws `LinkUsedUp`, `CeremonyRefused`, `KeyCloned`. */
export const makeResetWithKey =
  (writing: Writing & { ceremonies: Ceremonies }) =>
  async (command: { resetId: string; handle: string; response: AuthenticationResponse }): Promise<void> =>
    await retrying(async () => {
      const { resetId, handle, response } = command;
      const { reset, loaded } = await loadByHandle(writing, resetId, handle, "security-key");
      const { challenge, askedAt, ...rest } = reset;
      const key = loaded.keys.find(({ id }) => id === response.id);
      if (key === undefined || !isUsable(key) || challenge === undefined || askedAt === undefined)
        throw new CeremonyRefused("not a key of this account");
      const { counter } = await writing.ceremonies
        .verifyAuthentication(response, { challenge, askedAt }, key)
        .catch(async (error: unknown) => {
          if (error instanceof KeyCloned) await endByClone(writing, reset, key);
          throw error;
        });
      await writing.records.commit([
        { put: { ...key, counter, lastUsedAt: writing.clock() } },
        { put: { ...rest, step: "password", keyTouched: key.id } },
      ]);
    });
