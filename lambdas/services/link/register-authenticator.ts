import { KeyRefused, WrongState } from "../../domain/errors.ts";
import { LINKABLE_KEY_LOA } from "../../domain/security-key.ts";
import { keyRegistered } from "../../domain/verification-steps.ts";
import type { Nia } from "../ports/nia.ts";
import { audited, type Writing } from "../writing.ts";
import { identityDocument } from "./identify-person.ts";
import { loadForTask, type TaskInput } from "./load-verification.ts";
import { callingNia } from "./nia-failures.ts";

type Loaded = Awaited<ReturnType<typeof loadForTask>>;

const progressOf = ({ verification }: Loaded, keyId: string) => {
  const registration = verification.registrations.find((entry) => entry.keyId === keyId);
  if (
    verification.state !== "completing" ||
    verification.pseudonym === undefined ||
    registration === undefined
  )
    throw new WrongState(`verification is ${verification.state}, expected completing`);
  return { registration, pseudonym: verification.pseudonym };
};

/**
 * Task `register-authenticator`: TR_EVIDENCE_VIP_ZAPIS for one key under its stored identifier. A record that stands
 * there already is one of an earlier try whose answer was lost: it is set to Aktivni.
 */
export const makeRegisterAuthenticator =
  (writing: Writing & { nia: Nia }) =>
  async (input: TaskInput & { keyId: string }): Promise<void> => {
    const loaded = await loadForTask(writing.records, input);
    const { verification, keys } = loaded;
    const { registration, pseudonym } = progressOf(loaded, input.keyId);
    if (registration.outcome === "registered") return;
    if (!keys.some(({ id, grade }) => id === input.keyId && grade.linkable))
      throw new KeyRefused("the key is gone or no longer linkable");

    const { authenticatorId } = registration;
    const correlationId = await callingNia(writing, verification, async () => {
      const document =
        verification.registryData === undefined ? undefined : identityDocument(verification.registryData);
      const written = await writing.nia.writeAuthenticator({
        pseudonym,
        authenticatorId,
        loa: LINKABLE_KEY_LOA,
        state: "Aktivni",
        ...(document === undefined ? {} : { document }),
      });
      if (written.outcome === "registered") return written.correlationId;
      const changed = await writing.nia.changeAuthenticator({
        pseudonym,
        authenticatorId,
        loa: LINKABLE_KEY_LOA,
        state: "Aktivni",
        message: "linked",
      });
      return changed.correlationId;
    });
    const at = writing.clock();
    await writing.records.commit([
      { put: keyRegistered(verification, input.keyId, at) },
      audited(writing, at, {
        action: "key-registered",
        actor: "system",
        accountId: verification.accountId,
        verificationId: verification.id,
        keyId: input.keyId,
        ...(correlationId === undefined ? {} : { correlationId }),
      }),
    ]);
  };
