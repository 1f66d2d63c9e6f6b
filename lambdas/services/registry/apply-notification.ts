import type { Authenticator } from "../../domain/authenticator.ts";
import { isSettled } from "../../domain/authenticator.ts";
import type { Notification } from "../../domain/notification.ts";
import { suspendLink } from "../../domain/link-suspension.ts";
import { followRegistry, newsIn } from "../../domain/registry-sync.ts";
import { isOpen } from "../../domain/verification.ts";
import type { AddressPlaces } from "../ports/address-places.ts";
import type { AccountRecords, Write } from "../ports/records.ts";
import { retrying } from "../retrying.ts";
import { audited, mailTo, openCase, type Writing } from "../writing.ts";

/**
 * `applied`: something changed. `nothing-new`: it was known, or says nothing. `not-linked`: the account has left NIA
 * since. The others could not be applied yet.
 */
export type Applied = "applied" | "nothing-new" | "not-linked" | "unknown-pseudonym" | "not-linked-yet";

type Applying = Writing & { places: AddressPlaces };
type Linked = AccountRecords & {
  account: AccountRecords["account"] & Required<Pick<AccountRecords["account"], "link" | "registry">>;
};

/** How long after a change of our own NIA may tell of it. */
const ECHO_MS = 15 * 60_000;

const isOurDoing = (authenticator: Authenticator, { at }: Notification): boolean =>
  !isSettled(authenticator) ||
  Math.abs(Date.parse(at) - Date.parse(authenticator.knownAt ?? authenticator.wantedAt)) < ECHO_MS;

/** ZneplatnenPseudonym: the link is suspended at once. NIA knows already, so NIA is told nothing; nothing is ended. */
const suspend = async (writing: Applying, { account }: Linked, { id }: Notification): Promise<Applied> => {
  const at = writing.clock();
  const link = suspendLink(account.link, "pseudonym-invalidated", at);
  if (link === account.link) return "nothing-new";
  await writing.records.commit([
    { put: { ...account, link } },
    mailTo(writing, at, account, "link-suspended"),
    audited(writing, at, {
      action: "link-suspended",
      actor: "registry",
      accountId: account.id,
      reason: "pseudonym-invalidated",
    }),
    openCase(writing, at, { kind: "pseudonym-invalidated", accountId: account.id, notificationId: id }),
  ]);
  return "applied";
};

/** EVPROST tells that a key's state changed and not which: one that nobody here has asked for is reported. */
const compareAuthenticators = async (
  writing: Applying,
  { account, authenticators }: Linked,
  notification: Notification,
): Promise<Applied> => {
  const known = await writing.records.get("operator-case", { id: caseIdOf(notification) });
  if (known !== undefined || authenticators.some((authenticator) => isOurDoing(authenticator, notification)))
    return "nothing-new";
  const at = writing.clock();
  const { accountId } = { accountId: account.id };
  const reported: Write = {
    put: {
      type: "operator-case",
      // One for each notification, however often the page is read.
      id: caseIdOf(notification),
      version: 0,
      state: "open",
      kind: "authenticator-changed-elsewhere",
      accountId,
      notificationId: notification.id,
      openedAt: at,
    },
  };
  await writing.records.commit([
    reported,
    audited(writing, at, {
      action: "authenticator-discrepancy",
      actor: "registry",
      accountId,
      reason: `notification ${notification.id}`,
    }),
  ]);
  return "applied";
};

const caseIdOf = ({ id }: Notification): string => `notification-${id}`;

/** ROBREF: the account follows the registry, and its user is told which fields are new. */
const update = async (
  writing: Applying,
  { account }: Linked,
  notification: Notification,
): Promise<Applied> => {
  const { data } = notification;
  const { registry } = account;
  const code = data.addressPlaceCode;
  const wantsPlace =
    newsIn(registry, notification).includes("addressPlaceCode") && code !== registry.addressPlaceCode;
  const address = wantsPlace && code !== undefined ? await writing.places.find(code) : undefined;

  const at = writing.clock();
  const followed = followRegistry(account, registry, { ...notification, ...(address && { address }) }, at);
  if (followed.account === account) return "nothing-new";
  const { changed } = followed;
  const ids = { accountId: account.id, notificationId: notification.id };
  await writing.records.commit([
    { put: followed.account },
    ...(changed.length === 0
      ? []
      : [
          mailTo(writing, at, account, "registry-data-changed", { facts: { fields: changed.join(" ") } }),
          audited(writing, at, {
            action: "registry-data-changed",
            actor: "registry",
            accountId: account.id,
            reason: changed.join(", "),
          }),
        ]),
    ...(wantsPlace && address === undefined
      ? [openCase(writing, at, { kind: "unknown-address-place", ...ids })]
      : []),
  ]);
  return changed.length === 0 ? "nothing-new" : "applied";
};

const isLinked = (loaded: AccountRecords): loaded is Linked =>
  loaded.account.link !== undefined && loaded.account.registry !== undefined;

/** Between the reservation of the pseudonym and the link the registry's data are still on their way to the account. */
const isBeingLinked = ({ verifications }: AccountRecords, pseudonym: string): boolean =>
  verifications.some((verification) => isOpen(verification) && verification.pseudonym === pseudonym);

/** Applies one notification of the feed, once, whatever came before it. */
export const makeApplyNotification =
  (writing: Applying) =>
  async (notification: Notification): Promise<Applied> =>
    await retrying(async () => {
      const { pseudonym } = notification;
      const claim = await writing.records.get("claim", { kind: "pseudonym", value: pseudonym });
      const loaded = claim && (await writing.records.account(claim.accountId));
      if (loaded === undefined) return "unknown-pseudonym";
      if (isBeingLinked(loaded, pseudonym)) return "not-linked-yet";
      if (!isLinked(loaded) || loaded.account.link.pseudonym !== pseudonym) return "not-linked";
      if (notification.pseudonymInvalidated) return await suspend(writing, loaded, notification);
      return notification.source === "EVPROST"
        ? await compareAuthenticators(writing, loaded, notification)
        : await update(writing, loaded, notification);
    });
