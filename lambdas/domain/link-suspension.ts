import type { Account, Link } from "./account.ts";
import { AccountNotLinked, WrongState } from "./errors.ts";
import type { IsoInstant } from "./person.ts";
import { resumed, type SecurityKey, suspended, type SuspensionReason } from "./security-key.ts";

/** Why a whole link is suspended, and not one key alone. */
export type LinkSuspension = Extract<SuspensionReason, "pseudonym-invalidated" | "helpdesk-suspension">;

export const linkSuspensions = ({ state, suspendedFor }: Link): readonly LinkSuspension[] =>
  suspendedFor ?? (state === "active" ? [] : ["pseudonym-invalidated"]);

/** The link suspended for one more reason; the same link where it is suspended for that already. */
export const suspendLink = (link: Link, reason: LinkSuspension, at: IsoInstant): Link => {
  const reasons = linkSuspensions(link);
  if (reasons.includes(reason)) return link;
  return {
    ...link,
    state: "suspended",
    suspendedAt: link.suspendedAt ?? at,
    suspendedFor: [...reasons, reason],
  };
};

/** The link without this reason, active where it was the last one. Throws `WrongState` where it is not suspended for it. */
export const resumeLink = (link: Link, reason: LinkSuspension): Link => {
  const reasons = linkSuspensions(link);
  if (!reasons.includes(reason)) throw new WrongState(`the link is not suspended for ${reason}`);
  const left = reasons.filter((other) => other !== reason);
  const { suspendedAt: _since, suspendedFor: _reasons, ...rest } = link;
  return left.length > 0 ? { ...link, suspendedFor: left } : { ...rest, state: "active" };
};

export const requireLink = ({ link }: Account): Link => {
  if (link === undefined) throw new AccountNotLinked("there is no link");
  return link;
};

const reason = "helpdesk-suspension";

/** The account and its keys with nothing of them logging in to government services, until a supervisor lifts it. */
export const suspendByHelpdesk = (account: Account, keys: readonly SecurityKey[], at: IsoInstant) => ({
  account: { ...account, link: suspendLink(requireLink(account), reason, at) },
  keys: keys.map((before) => ({ before, after: suspended(before, reason, at) })),
});

export const resumeByHelpdesk = (account: Account, keys: readonly SecurityKey[], at: IsoInstant) => ({
  account: { ...account, link: resumeLink(requireLink(account), reason) },
  keys: keys.map((before) => ({ before, after: resumed(before, reason, at) })),
});
