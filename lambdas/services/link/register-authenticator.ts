import { KeyRefused, NiaRefused, NiaUnavailable, WrongState } from "../../domain/errors.ts";
import { LINKABLE_KEY_LOA } from "../../domain/security-key.ts";
import { keyNotTried, keyRegistered, keyTried } from "../../domain/verification-steps.ts";
import type { KeyRegistration, Verification } from "../../domain/verification.ts";
import type { Nia } from "../ports/nia.ts";
import { audited, type Writing } from "../writing.ts";
import { identityDocument } from "./identify-person.ts";
import { loadForTask, type TaskInput } from "./load-verification.ts";
import { callingNia } from "./nia-failures.ts";

type Loaded = Awaited<ReturnType<typeof loadForTask>>;

const progressOf = ({ verification, keys }: Loaded, keyId: string) => {
  const registration = verification.registrations.find((entry) => entry.keyId === keyId);
  const { state, pseudonym, undoing } = verification;
  if (state !== "completing" || undoing !== undefined || pseudonym === undefined || !registration)
    throw new WrongState(`verification is ${state}${undoing ? ", being undone" : ""}, expected completing`);
  const isLinkable = keys.some(({ id, grade }) => id === keyId && grade.linkable);
  return { registration, pseudonym, isLinkable };
};

/** Runs a write; `onNothing` where its failure says that nothing came of it, and so nothing can arrive late. */
const writing = async <T>(write: () => Promise<T>, onNothing: () => void): Promise<T> => {
  try {
    return await write();
  } catch (error) {
    if (error instanceof NiaRefused || error instanceof NiaUnavailable) onNothing();
    throw error;
  }
};

/** A record that stands there already is one of an earlier try whose answer was lost: it is set to Aktivni. */
const recordAt = async (
  nia: Nia,
  record: { pseudonym: string; authenticatorId: string },
  { registryData }: Verification,
  onNothing: () => void,
): Promise<string | undefined> => {
  const document = registryData === undefined ? undefined : identityDocument(registryData);
  const wanted = { ...record, loa: LINKABLE_KEY_LOA, state: "Aktivni" } as const;
  const wish = { ...wanted, ...(document === undefined ? {} : { document }) };
  const written = await writing(async () => await nia.writeAuthenticator(wish), onNothing);
  if (written.outcome === "registered") return written.correlationId;
  const changed = await nia.changeAuthenticator({ ...wanted, message: "linked" });
  if (changed.outcome === "no-such-record")
    throw new KeyRefused("NIA says that the record exists and that it does not");
  return changed.correlationId;
};

/**
 * Task `register-authenticator`: TR_EVIDENCE_VIP_ZAPIS for one key under its stored identifier. That it is tried is
 * stored before the call, so that whoever takes over knows what may be there. Throws `KeyRefused`, `WrongState`, and
 * what the port `Nia` does.
 */
export const makeRegisterAuthenticator = (ports: Writing & { nia: Nia }) => {
  /** As it was before this try: an earlier one may still arrive. */
  const forgetTry = async (input: TaskInput, registration: KeyRegistration): Promise<void> => {
    const { verification } = await loadForTask(ports.records, input);
    await ports.records.commit([{ put: keyNotTried(verification, registration) }]);
  };

  return async (input: TaskInput & { keyId: string }): Promise<void> => {
    const loaded = await loadForTask(ports.records, input);
    const { registration, pseudonym, isLinkable } = progressOf(loaded, input.keyId);
    if (registration.outcome === "registered") return;
    if (!isLinkable) throw new KeyRefused("the key is gone or no longer linkable");

    const tried = keyTried(loaded.verification, input.keyId, ports.clock());
    await ports.records.commit([{ put: tried }]);
    const verification = { ...tried, version: tried.version + 1 };

    let isNothing = false;
    const record = { pseudonym, authenticatorId: registration.authenticatorId };
    const correlationId = await callingNia(
      ports,
      verification,
      async () => await recordAt(ports.nia, record, verification, () => (isNothing = true)),
    ).catch(async (error: unknown) => {
      if (isNothing) await forgetTry(input, registration);
      throw error;
    });
    const at = ports.clock();
    await ports.records.commit([
      { put: keyRegistered(verification, input.keyId, at) },
      audited(ports, at, {
        action: "key-registered",
        actor: "system",
        accountId: verification.accountId,
        verificationId: verification.id,
        keyId: input.keyId,
        ...(correlationId === undefined ? {} : { correlationId }),
      }),
    ]);
  };
};
