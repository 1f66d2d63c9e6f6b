import { describe, expect, it } from "vitest";
import {
  NotFound,
  NotLoggedIn,
  SamlMessageRefused,
  ServiceLoginOver,
  ServiceLoginStale,
} from "../../../../lambdas/domain/errors.ts";
import type { LoginFailure } from "../../../../lambdas/domain/saml-status.ts";
import { accountId } from "../../../support/builders.ts";
import { carriedBy, messageOf } from "../../../support/memory-identity-provider.ts";
import { aLoginRequest, loggingIn, pseudonym } from "./logging-in.ts";

const high = { comparison: "minimum" as const, classes: ["http://eidas.europa.eu/LoA/high"] };

describe("a login to a government service", () => {
  it("is answered by the key that was touched, at its level and of its time", async () => {
    const { world, begin, answer } = await loggingIn();
    const brought = await begin();
    world.pass(60);
    const { authentication } = await answer(brought);
    expect(authentication).toMatchObject({
      pseudonym,
      level: "substantial",
      authenticatedAt: "2026-11-23T09:00:00.000Z",
      attributes: { pseudonym, authenticatorId: "authenticator-1" },
    });
    expect(world.records.all("service-session")).toMatchObject([
      { accountId, id: authentication?.sessionIndex, serviceProvider: "urn:nia", pseudonym },
    ]);
    expect(world.records.audit.at(-1)).toMatchObject({
      action: "service-logged-in",
      accountId,
      keyId: "linked",
      service: "ePortál",
    });
  });

  it("tells what was agreed and asked for, and nothing else", async () => {
    const { begin, answer } = await loggingIn();
    const brought = await begin({ attributes: ["pseudonym", "birthDate"] });
    const { authentication } = await answer(brought);
    expect(authentication?.attributes).toEqual({ pseudonym, birthDate: "1988-04-12" });
  });

  it("is answered once, however often it is asked for at once", async () => {
    const { world, begin, answer } = await loggingIn();
    const brought = await begin();
    const outcomes = await Promise.allSettled([answer(brought), answer(brought), answer(brought)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected", "rejected"]);
    expect(world.records.all("service-session")).toHaveLength(1);
    await expect(answer(brought)).rejects.toThrow(ServiceLoginOver);
  });

  it("is either answered or refused", async () => {
    const { begin, answer, refuse } = await loggingIn();
    const brought = await begin();
    const outcomes = await Promise.allSettled([answer(brought), refuse(brought)]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is over after a quarter of an hour", async () => {
    const { world, begin, answer, refuse } = await loggingIn();
    const brought = await begin();
    world.pass(901);
    await expect(answer(brought)).rejects.toThrow(ServiceLoginOver);
    await expect(refuse(brought)).rejects.toThrow(ServiceLoginOver);
  });

  it("belongs to the browser that brought it", async () => {
    const { begin, answer, standing, refuse } = await loggingIn();
    const { loginId } = await begin();
    const other = await begin({ id: "_2" });
    for (const browser of [undefined, other.browser]) {
      await expect(answer({ loginId, browser })).rejects.toThrow(NotFound);
      await expect(standing({ loginId, browser })).rejects.toThrow(NotFound);
      await expect(refuse({ loginId, browser })).rejects.toThrow(NotFound);
    }
  });

  it("goes on beside another one in another tab", async () => {
    const { begin, answer } = await loggingIn();
    const first = await begin();
    const second = await begin({ id: "_2" }, first.browser);
    expect(second.browser).toBe(first.browser);
    expect((await answer(first)).request.id).toBe("_1");
    expect((await answer(second)).request.id).toBe("_2");
  });
});

describe("a request that was there before", () => {
  it("is refused, while it is open and after it was answered", async () => {
    const { begin, answer } = await loggingIn();
    const brought = await begin();
    await expect(begin()).rejects.toThrow(SamlMessageRefused);
    await answer(brought);
    await expect(begin()).rejects.toThrow(SamlMessageRefused);
  });

  it("is refused where it comes twice at once", async () => {
    const { begin, world } = await loggingIn();
    const outcomes = await Promise.allSettled([begin(), begin(), begin()]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(world.records.all("service-login")).toHaveLength(1);
  });

  it("is refused even where nobody may be asked", async () => {
    const { receive } = await loggingIn();
    const message = messageOf({ login: aLoginRequest({ isPassive: true }) });
    await receive({ message, browser: undefined });
    await expect(receive({ message, browser: undefined })).rejects.toThrow(SamlMessageRefused);
  });
});

describe("a request that can't be fulfilled", () => {
  it.each<[string, Parameters<typeof messageOf>[0], LoginFailure]>([
    ["that lets nobody be asked", { login: aLoginRequest({ isPassive: true }) }, "passive"],
    ["of another format", { login: aLoginRequest(), failure: "name-format-unknown" }, "name-format-unknown"],
  ])("%s is told so at once, by the browser", async (_name, said, failure) => {
    const { world, receive } = await loggingIn();
    const received = await receive({ message: messageOf(said), browser: undefined });
    if (!("refusal" in received)) throw new Error("it was not refused");
    expect(carriedBy(received.refusal)).toMatchObject({ failure });
    expect(world.records.audit.at(-1)).toMatchObject({ action: "service-login-refused", reason: failure });
  });

  it("of nobody who is registered leaves nothing", async () => {
    const { world, receive } = await loggingIn();
    const login = aLoginRequest({ serviceProvider: "urn:stranger" });
    await expect(receive({ message: messageOf({ login }), browser: undefined })).rejects.toThrow(
      SamlMessageRefused,
    );
    expect(world.records.all("service-login")).toEqual([]);
  });
});

describe("a key", () => {
  it("is touched anew where the service wants that", async () => {
    const { world, begin, answer, standing, change } = await loggingIn();
    world.pass(10);
    const brought = await begin({ forceAuthn: true });
    expect(await standing(brought)).toMatchObject({ state: "touch-needed" });
    await expect(answer(brought)).rejects.toThrow(ServiceLoginStale);
    world.pass(5);
    await change("session", "5e55".repeat(8), () => ({ touched: { keyId: "linked", at: world.now } }));
    expect(await standing(brought)).toMatchObject({ state: "ready" });
    expect((await answer(brought)).authentication?.authenticatedAt).toBe(world.now);
  });

  it.each<[string, number, object]>([
    ["too long ago", 301, {}],
    ["that is not linked", 0, { touched: { keyId: "other", at: "2026-11-23T09:00:00.000Z" } }],
    ["that was none: by password alone", 0, { touched: undefined, method: "password" }],
    ["before a certificate logged in", 0, { method: "certificate" }],
  ])("touched %s does not count", async (_name, seconds, session) => {
    const { world, begin, answer, standing, change } = await loggingIn();
    await change("session", "5e55".repeat(8), () => session);
    world.pass(seconds);
    const brought = await begin();
    expect(await standing(brought)).toMatchObject({ state: "touch-needed" });
    await expect(answer(brought)).rejects.toThrow(ServiceLoginStale);
  });

  it.each<[string, object]>([
    [
      "suspended",
      { link: { authenticatorId: "a", state: "suspended", changedAt: "2026-11-23T09:00:00.000Z" } },
    ],
    ["ended", { link: { authenticatorId: "a", state: "ended", changedAt: "2026-11-23T09:00:00.000Z" } }],
    ["that may have a copy", { clonedAt: "2026-11-23T09:00:00.000Z" }],
  ])("%s between the touch and the answer answers nothing", async (_name, change_) => {
    const { begin, answer, change, world } = await loggingIn();
    const brought = await begin();
    await change("security-key", "linked", () => change_);
    await expect(answer(brought)).rejects.toThrow(ServiceLoginStale);
    expect(world.records.all("service-session")).toEqual([]);
  });

  it("that is suspended in the very moment of the answer answers nothing", async () => {
    const { world, begin, answer, change } = await loggingIn();
    const brought = await begin();
    let once = true;
    world.records.beforeCommit = async () => {
      if (!once) return;
      once = false;
      await change("security-key", "linked", () => ({ clonedAt: world.now }));
    };
    await expect(answer(brought)).rejects.toThrow(ServiceLoginStale);
    expect(world.records.all("service-session")).toEqual([]);
  });
});

describe("an account", () => {
  it.each<[string, LoginFailure, object, Parameters<typeof aLoginRequest>[0]]>([
    ["that is not linked", "not-linked", { link: undefined }, {}],
    ["whose link is suspended", "link-suspended", { link: { pseudonym, state: "suspended" } }, {}],
    ["that was not asked for", "another-subject", {}, { subject: "somebody else" }],
    ["of too low a level", "level-unreachable", {}, { level: high }],
  ])("%s is told so: %s", async (_name, because, account, request) => {
    const { begin, answer, standing, change } = await loggingIn();
    await change("account", accountId, () => account);
    const brought = await begin(request);
    expect(await standing(brought)).toEqual({ state: "impossible", username: "jana.novakova", because });
    await expect(answer(brought)).rejects.toThrow(ServiceLoginStale);
  });

  it("whose keys are all gone from NIA is told so", async () => {
    const { begin, standing, change } = await loggingIn();
    await change("security-key", "linked", () => ({ link: undefined }));
    expect(await standing(await begin())).toMatchObject({ because: "no-allowed-key" });
  });

  it("that is asked for by its pseudonym is answered", async () => {
    const { begin, answer } = await loggingIn();
    expect((await answer(await begin({ subject: pseudonym }))).authentication?.pseudonym).toBe(pseudonym);
  });

  it("that has logged in since the page was shown is not the one that agreed", async () => {
    const { begin, answer } = await loggingIn();
    await expect(answer(await begin(), { username: "petr.novak" })).rejects.toThrow(ServiceLoginStale);
  });

  it("whose session has ended meanwhile answers nothing", async () => {
    const { world, begin, answer, session } = await loggingIn();
    const brought = await begin();
    const before = await session();
    await world.records.commit([{ remove: before }]);
    await expect(answer(brought, { session: before })).rejects.toThrow(NotLoggedIn);
  });

  it("that is being deleted answers nothing", async () => {
    const { begin, answer, change, world } = await loggingIn();
    const brought = await begin();
    await change("account", accountId, () => ({
      deletion: { state: "ending", requestedAt: world.now, dueAt: world.now },
    }));
    await expect(answer(brought)).rejects.toThrow(ServiceLoginStale);
  });
});

describe("a refusal", () => {
  it.each(["cancelled", "release-refused"] as const)("%s goes back as it is", async (refusal) => {
    const { world, begin, refuse } = await loggingIn();
    expect(await refuse(await begin(), refusal)).toMatchObject({ failure: refusal });
    expect(world.records.audit.at(-1)).toMatchObject({ reason: refusal, service: "ePortál" });
  });

  it("of what no key reaches says so, whoever is logged in", async () => {
    const { begin, refuse } = await loggingIn();
    expect(await refuse(await begin({ level: high }))).toMatchObject({ failure: "level-unreachable" });
  });
});
