import { describe, expect, it } from "vitest";
import type { Link } from "../../../lambdas/domain/account.ts";
import { AccountNotLinked, WrongState } from "../../../lambdas/domain/errors.ts";
import {
  linkSuspensions,
  resumeByHelpdesk,
  resumeLink,
  suspendByHelpdesk,
  suspendLink,
} from "../../../lambdas/domain/link-suspension.ts";
import { aKey, anAccount } from "../../support/builders.ts";

const at = "2026-11-23T09:00:00.000Z";
const later = "2026-11-23T10:00:00.000Z";
const link: Link = { pseudonym: "p", state: "active", linkedAt: at, verificationId: "v" };
const linkedKey = (id: string, state: "active" | "ended" = "active") =>
  aKey(id, { link: { authenticatorId: `authenticator-${id}`, state, changedAt: at } });

describe("a suspended link", () => {
  const byHelpdesk = suspendLink(link, "helpdesk-suspension", at);
  const byBoth = suspendLink(byHelpdesk, "pseudonym-invalidated", later);

  it("is suspended since the first reason, and for each once", () => {
    expect(byBoth).toMatchObject({ state: "suspended", suspendedAt: at });
    expect(linkSuspensions(byBoth)).toEqual(["helpdesk-suspension", "pseudonym-invalidated"]);
    expect(suspendLink(byBoth, "helpdesk-suspension", later)).toBe(byBoth);
  });

  it("is active again once no reason is left, and not before", () => {
    expect(resumeLink(byBoth, "helpdesk-suspension")).toMatchObject({ state: "suspended" });
    expect(resumeLink(byHelpdesk, "helpdesk-suspension")).toEqual(link);
  });

  it("is lifted only where it was suspended for that", () => {
    expect(() => resumeLink(link, "helpdesk-suspension")).toThrow(WrongState);
  });

  it("from before reasons were kept was suspended by NIA", () => {
    expect(linkSuspensions({ ...link, state: "suspended" })).toEqual(["pseudonym-invalidated"]);
  });
});

describe("the helpdesk", () => {
  const account = anAccount({ link });
  const keys = [linkedKey("one"), linkedKey("ended", "ended"), aKey("plain")];

  it("suspends the account and each of its linked keys, and leaves the others alone", () => {
    const suspended = suspendByHelpdesk(account, keys, later);
    expect(suspended.account.link.state).toBe("suspended");
    const changed = suspended.keys.filter(({ before, after }) => before !== after);
    expect(changed.map(({ after }) => [after.id, after.link?.state])).toEqual([["one", "suspended"]]);
    const resumed = resumeByHelpdesk(
      suspended.account,
      suspended.keys.map(({ after }) => after),
      later,
    );
    expect(resumed.account).toEqual(account);
    expect(resumed.keys[0]?.after.link?.state).toBe("active");
  });

  it("has nothing to suspend where there is no link", () => {
    expect(() => suspendByHelpdesk(anAccount(), [], at)).toThrow(AccountNotLinked);
    expect(() => resumeByHelpdesk(anAccount(), [], at)).toThrow(AccountNotLinked);
  });
});
