import type { Account } from "./account.ts";
import { abandon, dropKey } from "./abandoning.ts";
import { type Authenticator, type AuthenticatorReason, isSettled } from "./authenticator.ts";
import type { IsoInstant } from "./person.ts";
import { isLinked, type SecurityKey } from "./security-key.ts";
import { isOpen, type Verification } from "./verification.ts";

/** The five ways to unlink, and the end of the account, which unlinks first. */
export type UnlinkWay = Extract<
  AuthenticatorReason,
  "detached" | "key-removed" | "two-factor-reset" | "helpdesk-call" | "login-reset" | "account-deleted"
>;

/** Why a caller asks the helpdesk to unlink. */
export const unlinkCauses = ["keys-lost", "misuse-suspected", "owner-wish"] as const;
export type UnlinkCause = (typeof unlinkCauses)[number];

interface Consequences {
  /** `all-but-one`: the removed key goes, and the link ends with the last linked one. */
  keysStay: "all" | "all-but-one" | "none";
  passwordStays: boolean;
  validationStays: boolean;
}

/** Product.md, "Five ways to unlink". Whoever resets the login sees to the password. */
export const waysToUnlink: Record<UnlinkWay, Consequences> = {
  detached: { keysStay: "all", passwordStays: true, validationStays: true },
  "key-removed": { keysStay: "all-but-one", passwordStays: true, validationStays: true },
  "two-factor-reset": { keysStay: "none", passwordStays: true, validationStays: true },
  "helpdesk-call": { keysStay: "all", passwordStays: true, validationStays: true },
  "login-reset": { keysStay: "none", passwordStays: false, validationStays: false },
  "account-deleted": { keysStay: "none", passwordStays: false, validationStays: false },
};

/** By which way, and which key where one is removed. */
export type Unlinking = { way: Exclude<UnlinkWay, "key-removed"> } | { way: "key-removed"; keyId: string };

/** What an account consists of, as far as unlinking touches it. */
export interface Linkable {
  account: Account;
  keys: readonly SecurityKey[];
  authenticators: readonly Authenticator[];
  verifications: readonly Verification[];
}

export interface Unlinked {
  account: Account;
  /** Keys that stay, where they are another than before. */
  keys: SecurityKey[];
  removed: SecurityKey[];
  /** Records that NIA is to end. */
  ending: Authenticator[];
  /** The open verification, where it is another than before. */
  verification?: Verification;
  /** Whether there was a link, and is none any more. */
  linkEnded: boolean;
}

const removedKeys = (keys: readonly SecurityKey[], unlinking: Unlinking): SecurityKey[] => {
  if (unlinking.way === "key-removed") return keys.filter(({ id }) => id === unlinking.keyId);
  return waysToUnlink[unlinking.way].keysStay === "none" ? [...keys] : [];
};

const ended = (key: SecurityKey, at: IsoInstant): SecurityKey[] =>
  key.link === undefined || !isLinked(key)
    ? []
    : [{ ...key, link: { authenticatorId: key.link.authenticatorId, state: "ended", changedAt: at } }];

const accountAfter = (account: Account, way: UnlinkWay, linkEnded: boolean): Account => {
  const { link, validation, ...rest } = account;
  return {
    ...rest,
    ...(link === undefined || linkEnded ? {} : { link }),
    ...(validation === undefined || !waysToUnlink[way].validationStays ? {} : { validation }),
  };
};

const verificationAfter = (
  verifications: readonly Verification[],
  unlinking: Unlinking,
  at: IsoInstant,
): Verification | undefined => {
  const open = verifications.find(isOpen);
  if (open === undefined) return undefined;
  const next =
    unlinking.way === "key-removed" ? dropKey(open, unlinking.keyId, at) : abandon(open, "unlinked", at);
  return next === open ? undefined : next;
};

/**
 * What an account is after one of the ways to unlink; also where it is not linked, for keys, validation and an open
 * verification go all the same.
 */
export const unlink = (
  { account, keys, authenticators, verifications }: Linkable,
  unlinking: Unlinking,
  at: IsoInstant,
): Unlinked => {
  const removed = removedKeys(keys, unlinking);
  const staying = keys.filter((key) => !removed.includes(key));
  const linkGoesOn = unlinking.way === "key-removed" && staying.some(isLinked);
  const gone = new Set(removed.map(({ id }) => id));
  const verification = verificationAfter(verifications, unlinking, at);
  return {
    account: accountAfter(account, unlinking.way, !linkGoesOn),
    keys: linkGoesOn ? [] : staying.flatMap((key) => ended(key, at)),
    removed,
    ending: authenticators.filter(
      ({ keyId, wanted }) => wanted !== "ended" && (!linkGoesOn || gone.has(keyId)),
    ),
    ...(verification === undefined ? {} : { verification }),
    linkEnded: account.link !== undefined && !linkGoesOn,
  };
};

/** Whether the account is linked by this pseudonym, or about to be. */
export const usesPseudonym = (
  { account, verifications }: Pick<Linkable, "account" | "verifications">,
  pseudonym: string,
): boolean =>
  account.link?.pseudonym === pseudonym ||
  verifications.some((verification) => isOpen(verification) && verification.pseudonym === pseudonym);

/** Whether NIA holds nothing of the account any more, and knows it: only then may its records go. */
export const isForgottenByNia = ({
  authenticators,
  verifications,
}: Pick<Linkable, "authenticators" | "verifications">): boolean =>
  authenticators.every((authenticator) => authenticator.wanted === "ended" && isSettled(authenticator)) &&
  verifications.every(({ state }) => state !== "completing");
