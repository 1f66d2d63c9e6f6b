import type { Authenticator } from "../../domain/authenticator.ts";
import type { Account, Link } from "../../domain/account.ts";
import { compare, personToStore } from "../../domain/compare.ts";
import { WrongState } from "../../domain/errors.ts";
import { type LinkSuspension, linkSuspensions, suspendLink } from "../../domain/link-suspension.ts";
import type { IsoInstant, RegistryField } from "../../domain/person.ts";
import { fieldsNewerThan } from "../../domain/registry-sync.ts";
import { newLink, type SecurityKey } from "../../domain/security-key.ts";
import type { Verification } from "../../domain/verification.ts";
import { complete } from "../../domain/verification-steps.ts";
import { wantState } from "../authenticators/want-state.ts";
import type { Write } from "../ports/records.ts";
import { audited, mailTo, type Writing } from "../writing.ts";
import { loadForTask, type TaskInput } from "./load-verification.ts";

const ready = (verification: Verification) => {
  const { state, undoing, pseudonym, registryData, registrations } = verification;
  if (
    state !== "completing" ||
    undoing !== undefined ||
    pseudonym === undefined ||
    registryData === undefined ||
    !registrations.every(({ outcome }) => outcome === "registered")
  )
    throw new WrongState(`verification is ${state}, expected completing with every key registered`);
  return { pseudonym, registryData };
};

/** What a proof of identity does not lift: whoever has reported misuse asks the helpdesk to lift it. */
const lasting = ({ link }: Account): LinkSuspension[] =>
  link === undefined ? [] : linkSuspensions(link).filter((reason) => reason === "helpdesk-suspension");

const newAccountLink = (account: Account, link: Link, at: IsoInstant): Link =>
  lasting(account).reduce((next, reason) => suspendLink(next, reason, account.link?.suspendedAt ?? at), link);

const linkedAccount = (account: Account, verification: Verification, at: IsoInstant): Account => {
  const { pseudonym, registryData } = ready(verification);
  const { addressPlaceCode } = registryData;
  const newer = new Set(fieldsNewerThan(account.registry, verification.createdAt));
  const data = Object.entries(personToStore(account.person, compare(account.person, registryData)));
  const taken = data.filter(([field]) => !newer.has(field as RegistryField));
  return {
    ...account,
    person: { ...account.person, ...Object.fromEntries(taken) },
    validation: { source: verification.method, at },
    link: newAccountLink(
      account,
      { pseudonym, state: "active", linkedAt: at, verificationId: verification.id },
      at,
    ),
    registry: {
      ...(newer.has("address") ? account.registry : { ...(addressPlaceCode && { addressPlaceCode }) }),
      seen: account.registry?.seen ?? {},
      // The document was asked for after this, so what the feed tells of earlier days is in it.
      dataAt: verification.createdAt,
    },
  };
};

const linkedKey = (
  account: Account,
  key: SecurityKey,
  { registrations }: Verification,
  at: IsoInstant,
): SecurityKey[] => {
  const registration = registrations.find(({ keyId }) => keyId === key.id);
  return registration === undefined
    ? []
    : [{ ...key, link: newLink(key, registration.authenticatorId, at, lasting(account)) }];
};

/** NIA's records as they were registered: active. Of a key that must not be used since, another state is wanted at once. */
const recordWrites = (
  writing: Writing,
  at: IsoInstant,
  records: readonly Authenticator[],
  keys: readonly SecurityKey[],
): Write[] =>
  records.flatMap((record) => {
    const [reason] = keys.find(({ id }) => id === record.keyId)?.link?.suspendedFor ?? [];
    if (reason === undefined) return [{ put: record }];
    return wantState(writing, at, [record], { wanted: "suspended", reason });
  });

/** What NIA has recorded of each key, as it was registered. */
const registered = (verification: Verification, at: IsoInstant): Authenticator[] => {
  const { pseudonym } = ready(verification);
  return verification.registrations.map(({ keyId, authenticatorId }) => ({
    type: "authenticator",
    accountId: verification.accountId,
    id: authenticatorId,
    version: 0,
    keyId,
    pseudonym,
    wanted: "active",
    wantedAt: at,
    reason: "linked",
    known: "active",
    knownAt: at,
    attempt: 0,
  }));
};

/** Task `commit-link`: account updated, locked and validated, keys linked, verification completed, in one go. */
export const makeCommitLink =
  (writing: Writing) =>
  async (input: TaskInput): Promise<void> => {
    const { account, keys, verification } = await loadForTask(writing.records, input);
    if (verification.state === "completed") return;
    const at = writing.clock();
    const linkedKeys = keys.flatMap((key) => linkedKey(account, key, verification, at));
    await writing.records.commit([
      { put: linkedAccount(account, verification, at) },
      ...linkedKeys.map((put) => ({ put })),
      ...recordWrites(writing, at, registered(verification, at), linkedKeys),
      { put: complete(verification, at) },
      mailTo(writing, at, account, "linked", { verificationId: verification.id }),
      audited(writing, at, {
        action: "account-linked",
        actor: "system",
        accountId: account.id,
        verificationId: verification.id,
        reason: verification.method,
      }),
    ]);
  };
