import type { Language } from "../../domain/account.ts";
import { UsernameTaken } from "../../domain/errors.ts";
import type { IsoInstant, Person } from "../../domain/person.ts";
import type { Registration } from "../../domain/access-records.ts";
import type { Claim } from "../../domain/records.ts";
import { secondsAfter } from "../../domain/session-times.ts";
import type { CommonPasswords, ControlCodes, Passwords } from "../ports/platform.ts";
import type { Records } from "../ports/records.ts";
import { retrying } from "../retrying.ts";
import { message, newId, type Writing } from "../writing.ts";
import { requireBirthDate } from "./require-birth-date.ts";
import { requireGoodPassword } from "./require-good-password.ts";

export interface Register {
  username: string;
  person: Person;
  organization?: string | undefined;
  companyNumber?: string | undefined;
  vatNumber?: string | undefined;
  email: string;
  phone: string;
  citizenship: "CZ" | "other";
  password: string;
  language: Language;
  controlCode: string;
}

/** The claim of a username, free or expired ones as one to be taken. Throws `UsernameTaken`. */
export const claimUsername = async (
  records: Records,
  username: string,
  accountId: string,
  now: IsoInstant,
): Promise<Claim> => {
  const value = username.toLowerCase();
  const claim = await records.get("claim", { kind: "username", value });
  const isMine = claim?.accountId === accountId;
  if (claim !== undefined && !isMine && (claim.expiresAt === undefined || claim.expiresAt > now))
    throw new UsernameTaken("the username is taken");
  return { type: "claim", kind: "username", value, version: claim?.version ?? 0, accountId };
};

const withoutAbsent = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };

/**
 * Begins a registration: reserves the username and sends PIN1. Where the e-mail has an account already, its owner is
 * told so by mail, and the answer is the same. Throws `ControlCodeRefused`, `InvalidInput`, `UsernameTaken`.
 */
export const makeRegister =
  (
    writing: Writing & { passwords: Passwords; commonPasswords: CommonPasswords; controlCodes: ControlCodes },
    registrationSeconds: number,
  ) =>
  async (command: Register): Promise<{ registrationId: string }> => {
    const { records, clock, random } = writing;
    await writing.controlCodes.redeem(command.controlCode);
    requireBirthDate(command.person.birthDate, clock());
    await requireGoodPassword(writing, command.password, command);
    const passwordHash = await writing.passwords.hash(command.password);
    const { organization, companyNumber, vatNumber } = command;

    return await retrying(async () => {
      const at = clock();
      const accountId = newId(random);
      const expiresAt = secondsAfter(at, registrationSeconds);
      const email = command.email.toLowerCase();
      const [owner, username] = await Promise.all([
        records.get("claim", { kind: "email", value: email }),
        claimUsername(records, command.username, accountId, at),
      ]);
      const registration: Registration = {
        type: "registration",
        id: newId(random),
        version: 0,
        draft: {
          id: accountId,
          username: command.username,
          person: command.person,
          ...withoutAbsent({ organization, companyNumber, vatNumber }),
          email,
          phone: command.phone,
          citizenship: command.citizenship,
          language: command.language,
          passwordHash,
          wrongPasswords: 0,
          createdAt: at,
        },
        emailTaken: owner !== undefined,
        step: "email-pin",
        round: 1,
        wrongPins: 0,
        expiresAt,
      };
      await records.commit([
        { put: registration },
        { put: { ...username, expiresAt } },
        message(writing, at, "mail", {
          template: owner === undefined ? "email-pin" : "email-has-account",
          language: command.language,
          registrationId: registration.id,
          round: 1,
        }),
      ]);
      return { registrationId: registration.id };
    });
  };
