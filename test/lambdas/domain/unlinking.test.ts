import { describe, expect, it } from "vitest";
import type { Account } from "../../../lambdas/domain/account.ts";
import type { Authenticator } from "../../../lambdas/domain/authenticator.ts";
import { lockedFields } from "../../../lambdas/domain/locks.ts";
import type { SecurityKey } from "../../../lambdas/domain/security-key.ts";
import {
  isForgottenByNia,
  type Unlinking,
  unlink,
  usesPseudonym,
  waysToUnlink,
} from "../../../lambdas/domain/unlinking.ts";
import type { Verification, VerificationState } from "../../../lambdas/domain/verification.ts";
import { aKey, anAccount, anAuthenticator, aVerification } from "../../support/builders.ts";

const T0 = "2026-11-20T09:00:00.000Z";
const T1 = "2026-11-23T10:00:00.000Z";
const pseudonym = anAuthenticator().pseudonym;

const aLinkedAccount = (): Account =>
  anAccount({
    validation: { source: "czech-point", at: T0 },
    link: { pseudonym, state: "active", linkedAt: T0, verificationId: "verification-1" },
  });
const aLinkedKey = (id: string, change: Partial<SecurityKey["link"] & object> = {}): SecurityKey =>
  aKey(id, {
    link: { authenticatorId: `authenticator-of-${id}`, state: "active", changedAt: T0, ...change },
  });
const recordOf = (keyId: string, change: Partial<Authenticator> = {}): Authenticator =>
  anAuthenticator({ id: `authenticator-of-${keyId}`, keyId, ...change });

/** Two linked keys, one of them suspended, and one that is not linked. */
const anAccountWithKeys = () => ({
  account: aLinkedAccount(),
  keys: [aLinkedKey("one"), aLinkedKey("two", { state: "suspended" }), aKey("three")],
  authenticators: [
    recordOf("one"),
    recordOf("two", { wanted: "suspended", known: "suspended" }),
    recordOf("gone", { wanted: "ended", known: "unknown" }),
  ],
  verifications: [],
});
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);

describe("the five ways to unlink, and the end of the account", () => {
  // Product.md, "Five ways to unlink": keys stay, password stays, validation stays.
  it.each<[Unlinking, string[], string[], boolean, boolean]>([
    [{ way: "detached" }, ["one", "two"], [], true, true],
    [{ way: "helpdesk-call" }, ["one", "two"], [], true, true],
    [{ way: "two-factor-reset" }, [], ["one", "two", "three"], true, true],
    [{ way: "login-reset" }, [], ["one", "two", "three"], false, false],
    [{ way: "account-deleted" }, [], ["one", "two", "three"], false, false],
  ])("%o", (way, ended, removed, passwordStays, validationStays) => {
    const after = unlink(anAccountWithKeys(), way, T1);
    expect(after.linkEnded).toBe(true);
    expect(after.account).not.toHaveProperty("link");
    expect(lockedFields(after.account)).toEqual([]);
    expect("validation" in after.account).toBe(validationStays);
    expect(waysToUnlink[way.way].passwordStays).toBe(passwordStays);
    expect(after.keys.map(({ id, link }) => [id, link?.state, link?.changedAt])).toEqual(
      ended.map((id) => [id, "ended", T1]),
    );
    expect(ids(after.removed)).toEqual(removed);
    expect(ids(after.ending)).toEqual(["authenticator-of-one", "authenticator-of-two"]);
  });

  it("change nothing else in the account", () => {
    const before = anAccountWithKeys();
    const { link: _link, ...rest } = before.account;
    expect(unlink(before, { way: "detached" }, T1).account).toEqual(rest);
  });
});

describe("removing a key", () => {
  it.each<[string, string, string[], boolean, string[]]>([
    ["a linked one of two", "one", ["one", "two"], false, ["authenticator-of-one"]],
    ["one that is not linked", "three", ["one", "two"], false, []],
    ["the last linked one", "one", ["one"], true, ["authenticator-of-one"]],
  ])("%s", (_, keyId, linked, linkEnded, ending) => {
    const before = {
      ...anAccountWithKeys(),
      keys: [...linked.map((id) => aLinkedKey(id)), aKey("three")],
      authenticators: linked.map((id) => recordOf(id)),
    };
    const after = unlink(before, { way: "key-removed", keyId }, T1);
    expect(ids(after.removed)).toEqual([keyId]);
    expect(after.linkEnded).toBe(linkEnded);
    expect("link" in after.account).toBe(!linkEnded);
    expect(after.account.validation).toEqual(before.account.validation);
    expect(after.keys).toEqual([]);
    expect(ids(after.ending)).toEqual(ending);
  });

  it("keeps the link where a suspended key is left: it may serve again", () => {
    const after = unlink(anAccountWithKeys(), { way: "key-removed", keyId: "one" }, T1);
    expect(after.linkEnded).toBe(false);
  });

  it("ends nothing where a key's link had ended before", () => {
    const before = {
      ...anAccountWithKeys(),
      account: anAccount(),
      keys: [aLinkedKey("one", { state: "ended" })],
    };
    const authenticators = [recordOf("one", { wanted: "ended", known: "ended" })];
    const after = unlink({ ...before, authenticators }, { way: "key-removed", keyId: "one" }, T1);
    expect(after).toMatchObject({ linkEnded: false, ending: [] });
  });
});

describe("the open verification", () => {
  const given = (change: Partial<Verification>) => ({
    ...anAccountWithKeys(),
    verifications: [aVerification({ keyIds: ["three"], ...change })],
  });
  const removal: Unlinking = { way: "key-removed", keyId: "three" };
  const waitingStates: VerificationState[] = [
    "awaiting-registry-data",
    "under-review",
    "awaiting-completion",
  ];

  it.each(waitingStates)("%s is cancelled when the account is unlinked", (state) => {
    const { verification } = unlink(given({ state }), { way: "detached" }, T1);
    expect(verification).toMatchObject({ state: "cancelled", stopReason: "unlinked", endedAt: T1 });
  });

  it.each(waitingStates)("%s is cancelled with its only key", (state) => {
    const { verification } = unlink(given({ state }), removal, T1);
    expect(verification).toMatchObject({ state: "cancelled", stopReason: "key-removed", keyIds: [] });
  });

  it.each(waitingStates)("%s goes on with the other keys", (state) => {
    const { verification } = unlink(given({ state, keyIds: ["three", "four"] }), removal, T1);
    expect(verification).toMatchObject({ state, keyIds: ["four"] });
    expect(verification?.timeline.at(-1)).toEqual({ at: T1, event: "key-dropped" });
  });

  it.each<[string, Unlinking, string[], string[], string]>([
    ["of the unlinked account", { way: "detached" }, ["three"], ["three"], "unlinked"],
    ["of an only key that is removed", removal, ["three"], [], "key-removed"],
    ["of a key that is removed and another", removal, ["three", "four"], ["four"], "key-removed"],
  ])("that completes is undone first: %s", (_, way, keyIds, left, abandoned) => {
    const { verification } = unlink(given({ state: "completing", keyIds }), way, T1);
    expect(verification).toMatchObject({ state: "completing", abandoned, keyIds: left });
    expect(verification?.timeline.at(-1)).toMatchObject({ event: "undoing", detail: abandoned });
  });

  it("that is undone for a key stays undone when all is unlinked; never the other way round", () => {
    const undoing = given({ state: "completing", keyIds: ["three", "four"], abandoned: "key-removed" });
    expect(unlink(undoing, { way: "detached" }, T1).verification).toMatchObject({ abandoned: "unlinked" });
    const unlinked = given({ state: "completing", keyIds: ["three", "four"], abandoned: "unlinked" });
    const { verification } = unlink(unlinked, removal, T1);
    expect(verification).toMatchObject({ abandoned: "unlinked", keyIds: ["four"] });
  });

  it.each<[string, Partial<Verification>, Unlinking]>([
    ["is of other keys", { keyIds: ["four"] }, removal],
    ["is over", { state: "expired", endedAt: T0 }, { way: "detached" }],
  ])("is left alone where it %s", (_, change, way) => {
    expect(unlink(given(change), way, T1)).not.toHaveProperty("verification");
  });
});

describe("a pseudonym is in use", () => {
  const open = { state: "completing", pseudonym } as const;
  it.each<[string, Account, Verification[], boolean]>([
    ["by the link", aLinkedAccount(), [], true],
    ["by a verification under way", anAccount(), [aVerification(open)], true],
    ["no more once the link has ended", anAccount(), [aVerification({ ...open, state: "completed" })], false],
    [
      "no more once a verification has stopped",
      anAccount(),
      [aVerification({ ...open, state: "stopped" })],
      false,
    ],
  ])("%s: %#", (_, account, verifications, expected) => {
    expect(usesPseudonym({ account, verifications }, pseudonym)).toBe(expected);
  });
});

describe("NIA has forgotten an account", () => {
  it.each<[string, Authenticator[], Verification[], boolean]>([
    ["that was never linked", [], [], true],
    ["whose every record has ended", [recordOf("one", { wanted: "ended", known: "ended" })], [], true],
    ["but for an active record", [recordOf("one")], [], false],
    ["but for one it has not confirmed", [recordOf("one", { wanted: "ended", known: "unknown" })], [], false],
    [
      "but for one given up",
      [recordOf("one", { wanted: "ended", known: "unknown", givenUpAt: T0 })],
      [],
      false,
    ],
    ["but for a completion that is being undone", [], [aVerification({ state: "completing" })], false],
    ["whatever a verification waits for", [], [aVerification()], true],
  ])("%s", (_, authenticators, verifications, expected) => {
    expect(isForgottenByNia({ authenticators, verifications })).toBe(expected);
  });
});
