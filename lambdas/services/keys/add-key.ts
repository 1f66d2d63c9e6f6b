import { CeremonyRefused, KeyAlreadyAdded, TooManyKeys } from "../../domain/errors.ts";
import { MOST_KEYS } from "../../domain/most.ts";
import type { Session } from "../../domain/records.ts";
import type { SecurityKey } from "../../domain/security-key.ts";
import { secondsAfter } from "../../domain/session-times.ts";
import { loadAccount } from "../load-account.ts";
import type { Ceremonies, GradeAttestation, Models, RegistrationResponse } from "../ports/fido.ts";
import { retrying } from "../retrying.ts";
import { endSessions } from "../sessions/end-sessions.ts";
import { requireSession } from "../sessions/require-session.ts";
import { audited, mailTo, newId, type Writing } from "../writing.ts";
import { addedKey } from "./key-rows.ts";

const CEREMONY_SECONDS = 600;

const requireRoom = (keys: readonly SecurityKey[]): void => {
  if (keys.length >= MOST_KEYS) throw new TooManyKeys(`it has ${keys.length}`);
};

/** Begins to add a key; the confirmation login was checked before. Throws `TooManyKeys`. */
export const makeKeyOptions =
  (writing: Writing & { ceremonies: Ceremonies }) =>
  async (session: Session): Promise<{ ceremonyId: string; options: unknown }> => {
    const { records, clock, random, ceremonies } = writing;
    const { account, keys } = await loadAccount(records, session.accountId);
    requireRoom(keys);
    const { challenge, options } = await ceremonies.registrationOptions({
      accountId: account.id,
      username: account.username,
      exclude: keys,
    });
    const ceremonyId = newId(random);
    await records.commit([
      {
        put: {
          type: "key-ceremony",
          accountId: account.id,
          id: ceremonyId,
          version: 0,
          challenge,
          expiresAt: secondsAfter(clock(), CEREMONY_SECONDS),
        },
      },
    ]);
    return { ceremonyId, options };
  };

/**
 * Verifies the new key, grades its model by the metadata and adds it; every other session ends. Each challenge is good
 * once. Throws `CeremonyRefused`, `KeyAlreadyAdded`, `TooManyKeys`, and `NotLoggedIn` where the session has ended while
 * the key was added: whoever ends all access of an account ends this too.
 */
export const makeAddKey =
  (
    writing: Writing & {
      ceremonies: Ceremonies;
      grade: GradeAttestation;
      models: Pick<Models, "current" | "find">;
    },
  ) =>
  async (command: {
    session: Session;
    ceremonyId: string;
    name: string;
    response: RegistrationResponse;
  }): Promise<SecurityKey> =>
    await retrying(async () => {
      const { records, clock, ceremonies, grade, models } = writing;
      const loaded = await loadAccount(records, command.session.accountId);
      const { account, ceremonies: open } = loaded;
      requireSession(loaded, command.session);
      requireRoom(loaded.keys);
      const at = clock();
      const ceremony = open.find(({ id }) => id === command.ceremonyId);
      if (ceremony === undefined || ceremony.expiresAt <= at) throw new CeremonyRefused("no such ceremony");

      const credential = await ceremonies.verifyRegistration(command.response, ceremony.challenge);
      const [graded, taken] = await Promise.all([
        grade(credential.attestation, models, at),
        records.get("claim", { kind: "credential", value: credential.id }),
      ]);
      if (taken !== undefined) throw new KeyAlreadyAdded("the key is in an account already");
      if (graded.grade.reason === "certificate-path") {
        throw new CeremonyRefused("the certificate does not lead to an anchor of the model it claims");
      }
      const key: SecurityKey = {
        type: "security-key",
        accountId: account.id,
        version: 0,
        name: command.name,
        createdAt: at,
        ...credential,
        ...graded,
      };
      await records.commit([
        ...addedKey(key),
        { remove: ceremony },
        // A login by the password alone that is under way loses.
        { put: account },
        ...endSessions(loaded, command.session),
        mailTo(writing, at, account, "key-added", { facts: { keyName: key.name } }),
        audited(writing, at, {
          action: "key-added",
          actor: "user",
          accountId: account.id,
          keyId: key.id,
          reason: key.grade.level ?? key.grade.reason,
        }),
      ]);
      return { ...key, version: 1 };
    });
