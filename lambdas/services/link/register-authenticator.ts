import { KeyRefused, WrongState } from "../../domain/errors.ts";
import { LINKABLE_KEY_LOA } from "../../domain/security-key.ts";
import { keyRegistered, keyTried } from "../../domain/verification-steps.ts";
import type { Verification } from "../../domain/verification.ts";
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

/** A record that stands there already is one of an earlier try whose answer was lost: it is set to Aktivni. */
const recordAt = async (
  nia: Nia,
  record: { pseudonym: string; authenticatorId: string },
  { registryData }: Verification,
): Promise<string | undefined> => {
  const document = registryData === undefined ? undefined : identityDocument(registryData);
  const wanted = { ...record, loa: LINKABLE_KEY_LOA, state: "Aktivni" } as const;
  const written = await nia.writeAuthenticator({
    ...wanted,
    ...(document === undefined ? {} : { document }),
  });
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
export const makeRegisterAuthenticator =
  (writing: Writing & { nia: Nia }) =>
  async (input: TaskInput & { keyId: string }): Promise<void> => {
    const loaded = await loadForTask(writing.records, input);
    const { registration, pseudonym, isLinkable } = progressOf(loaded, input.keyId);
    if (registration.outcome === "registered") return;
    if (!isLinkable) throw new KeyRefused("the key is gone or no longer linkable");

    const tried = keyTried(loaded.verification, input.keyId, writing.clock());
    await writing.records.commit([{ put: tried }]);
    const verification = { ...tried, version: tried.version + 1 };

    const { authenticatorId } = registration;
    const correlationId = await callingNia(
      writing,
      verification,
      async () => await recordAt(writing.nia, { pseudonym, authenticatorId }, verification),
    );
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
