import { describe, expect, it } from "vitest";
import { PortalUnavailable, WrongState } from "../../../../lambdas/domain/errors.ts";
import { aVerification } from "../../../support/builders.ts";
import { atThePortal, session } from "./taking.ts";

describe("going to the portal", () => {
  it("asks once for each time: a page that is reloaded or gone back to asks no more", async () => {
    const { open, ask, verification, records } = await atThePortal();
    const ticket = await open();
    expect(await ask(ticket)).toMatchObject({ fields: { SAMLRequest: "_login-1" } });
    expect(await ask(ticket)).toBeUndefined();
    expect((await verification())?.timeline.map(({ event }) => event)).toEqual(["created", "portal-asked"]);
    await open({ ticket });
    expect(await ask(ticket)).toMatchObject({ fields: { SAMLRequest: "_login-2" } });
    expect(records.all("portal-login")).toHaveLength(1);
  });

  it("keeps of the ticket its hash alone", async () => {
    const { open, records } = await atThePortal();
    const ticket = await open();
    expect(JSON.stringify(records.all("portal-login"))).not.toContain(ticket);
  });

  it("takes another ticket for another session, and one that has run out", async () => {
    const { open, world } = await atThePortal();
    const ticket = await open();
    expect(await open({ ticket, session: { ...session, id: "other" } })).not.toBe(ticket);
    world.pass(900);
    expect(await open({ ticket })).not.toBe(ticket);
    expect(await open({ ticket: "made up" })).not.toBe("made up");
  });

  it("asks nothing for a ticket that is none or has run out", async () => {
    const { open, ask, world } = await atThePortal();
    expect(await ask(undefined)).toBeUndefined();
    expect(await ask("made up")).toBeUndefined();
    const ticket = await open();
    world.pass(900);
    expect(await ask(ticket)).toBeUndefined();
  });

  it("goes on where the machine writes at the same moment", async () => {
    const { open, ask, records, verification } = await atThePortal();
    const ticket = await open();
    let raced = false;
    records.beforeCommit = async () => {
      if (raced) return;
      raced = true;
      const stored = await verification();
      if (stored !== undefined) await records.commit([{ put: { ...stored, lap: 7 } }]);
    };
    expect(await ask(ticket)).toBeDefined();
    expect(await verification()).toMatchObject({ lap: 7, timeline: [{}, { event: "portal-asked" }] });
  });

  it("is not for a verification by Czech POINT, nor for one that has its data", async () => {
    const { open, records, verification } = await atThePortal();
    await records.commit([{ put: aVerification({ id: "office" }) }]);
    await expect(open({ verificationId: "office" })).rejects.toThrow(WrongState);
    const stored = await verification();
    if (stored !== undefined) await records.commit([{ put: { ...stored, state: "awaiting-completion" } }]);
    await expect(open()).rejects.toThrow(WrongState);
  });

  it("waits while nothing is known of the portal", async () => {
    const { open, known } = await atThePortal();
    known.metadata = undefined;
    await expect(open()).rejects.toThrow(PortalUnavailable);
  });
});
