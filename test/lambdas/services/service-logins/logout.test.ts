import { describe, expect, it } from "vitest";
import { SamlMessageRefused } from "../../../../lambdas/domain/errors.ts";
import type { LogoutRequest } from "../../../../lambdas/domain/login-request.ts";
import { messageOf } from "../../../support/memory-identity-provider.ts";
import { loggingIn, pseudonym } from "./logging-in.ts";

const aLogout = (change: Partial<LogoutRequest> = {}): LogoutRequest => ({
  id: "_out",
  serviceProvider: "urn:nia",
  pseudonym,
  sessionIndexes: [],
  binding: "post",
  ...change,
});

const loggedIn = async () => {
  const all = await loggingIn();
  const { authentication } = await all.answer(await all.begin());
  return { ...all, index: authentication?.sessionIndex ?? "" };
};

describe("a logout that a service provider asks for", () => {
  it("ends the login it names, our session with it, and is answered", async () => {
    const { world, logout, index } = await loggedIn();
    const delivery = await logout(messageOf({ logout: aLogout({ sessionIndexes: [index] }) }));
    expect(delivery).toMatchObject({ binding: "post", url: "https://nia.example/slo" });
    expect(world.records.all("service-session")).toEqual([]);
    expect(world.records.all("session")).toEqual([]);
    expect(world.records.audit.at(-1)).toMatchObject({ action: "service-logged-out", reason: "service" });
  });

  it.each<[string, Partial<LogoutRequest>]>([
    ["of a login that is not there", { sessionIndexes: ["unknown"] }],
    ["of a person nobody knows", { pseudonym: "unknown" }],
  ])("%s ends nothing, and is answered all the same", async (_name, change) => {
    const { world, logout } = await loggedIn();
    expect(await logout(messageOf({ logout: aLogout(change) }))).toBeDefined();
    expect(world.records.all("service-session")).toHaveLength(1);
    expect(world.records.all("session")).toHaveLength(1);
  });

  it("is good once", async () => {
    const { logout } = await loggedIn();
    const message = messageOf({ logout: aLogout() });
    await logout(message);
    await expect(logout(message)).rejects.toThrow(SamlMessageRefused);
  });

  it("of a stranger ends nothing", async () => {
    const { world, logout } = await loggedIn();
    const stranger = aLogout({ serviceProvider: "urn:stranger" });
    await expect(logout(messageOf({ logout: stranger }))).rejects.toThrow(SamlMessageRefused);
    expect(world.records.all("session")).toHaveLength(1);
  });
});

describe("a logout here", () => {
  it("ends everything here first, then asks where the user was logged in to", async () => {
    const { world, logOutEverywhere, session, index } = await loggedIn();
    const delivery = await logOutEverywhere(await session());
    expect(delivery).toEqual({ binding: "redirect", url: `https://nia.example/slo?${index}` });
    expect(world.records.all("session")).toEqual([]);
    expect(world.records.all("service-session")).toEqual([]);
  });

  it("asks nobody where there was no such login", async () => {
    const { logOutEverywhere, session } = await loggingIn();
    expect(await logOutEverywhere(await session())).toBeUndefined();
  });

  it("has nothing more to do when the answer comes", async () => {
    const { world, logout } = await loggedIn();
    expect(await logout({ binding: "redirect", query: "SAMLResponse=x" })).toBeUndefined();
    expect(world.records.all("session")).toHaveLength(1);
  });
});
