import { beforeEach, describe, expect, it } from "vitest";
import { Conflict, InvalidInput, RoleNotEnough } from "../../../../lambdas/domain/errors.ts";
import type { AuditEvent } from "../../../../lambdas/domain/audit.ts";
import { type OutageBanner, stillToShow } from "../../../../lambdas/domain/outage-banner.ts";
import { makeRemoveBanner, makeSetBanner } from "../../../../lambdas/services/outage/set-banner.ts";
import type { Banners } from "../../../../lambdas/services/ports/banners.ts";
import { anOperator } from "../../../support/builders.ts";
import { aWorld, type World } from "../../../support/world.ts";

const eva = anOperator({ id: "eva", role: "supervisor" });
let world: World;
let stored: OutageBanner | undefined;
let audit: AuditEvent[];
const banners: Banners = {
  current: async () => stored,
  replace: async (next, event) => {
    if ((stored?.version ?? 0) !== next.version) throw new Conflict("changed");
    stored = { ...next, version: next.version + 1 };
    audit.push(event);
  },
};
const ports = () => ({ banners, random: world.random, clock: () => world.now });
const text = { cs: "Dnes v noci nepůjde propojení.", en: "No linking tonight." };
const set = async (change: Partial<OutageBanner> = {}, actor = eva) =>
  await makeSetBanner(ports())({ actor, banner: { text, from: world.now, ...change } });

beforeEach(() => {
  world = aWorld();
  stored = undefined;
  audit = [];
});

describe("the banner of an outage", () => {
  it("is shown until its time, and says who set it in the audit log", async () => {
    const until = "2026-11-23T12:00:00.000Z";
    await set({ until });
    expect(stillToShow(stored, world.now)).toEqual({ text, from: world.now, until });
    expect(stillToShow(stored, until)).toBeUndefined();
    expect(audit).toMatchObject([{ action: "outage-banner-set", operator: "eva" }]);
  });

  it("takes the place of the one before, and goes when it is removed", async () => {
    await set();
    await set({ text: { cs: "Druhé", en: "Second" } });
    expect(stillToShow(stored, world.now)?.text.en).toBe("Second");
    world.pass(60);
    await makeRemoveBanner(ports())({ actor: eva });
    await makeRemoveBanner(ports())({ actor: eva });
    expect(stillToShow(stored, world.now)).toBeUndefined();
    expect(audit.map(({ action }) => action)).toEqual([
      "outage-banner-set",
      "outage-banner-set",
      "outage-banner-removed",
    ]);
  });

  it.each([
    ["before it begins", { from: "2026-11-24T09:00:00.000Z", until: "2026-11-24T08:00:00.000Z" }],
    ["in the past", { from: "2026-11-22T09:00:00.000Z", until: "2026-11-23T09:00:00.000Z" }],
  ])("does not end %s", async (_, change) => {
    await expect(set(change)).rejects.toBeInstanceOf(InvalidInput);
  });

  it("is a supervisor's to set and to remove", async () => {
    for (const role of ["operator", "auditor"] as const) {
      const actor = anOperator({ role });
      await expect(set({}, actor)).rejects.toBeInstanceOf(RoleNotEnough);
      await expect(makeRemoveBanner(ports())({ actor })).rejects.toBeInstanceOf(RoleNotEnough);
    }
  });
});
