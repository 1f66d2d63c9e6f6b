import { describe, expect, it } from "vitest";
import { portalAnswerFaults } from "../../../../lambdas/domain/portal-answer.ts";
import { registryPerson } from "../../../support/builders.ts";
import { identified, notBelieved, refusedBy } from "../../../support/memory-service-provider.ts";
import { atThePortal, session } from "./taking.ts";

const logout = "https://portal.example/saml?SAMLRequest=_logout-2";

describe("a good answer of the portal", () => {
  it("is recorded as an office's is, and the browser goes to the table by way of the logout", async () => {
    const { go, take, verification, records, arrive } = await atThePortal();
    const { ticket, requestId } = await go();
    expect(await take({ ticket, samlResponse: identified(requestId) })).toEqual({
      arrival: "compare",
      location: logout,
    });
    expect(await verification()).toMatchObject({
      state: "awaiting-completion",
      answeredBy: `_a-${requestId}`,
      registryData: { ...registryPerson(), citizenships: ["CZE"] },
    });
    expect(records.audit.map(({ action }) => action)).toEqual(["portal-asked", "registry-data-recorded"]);
    expect(await arrive(ticket)).toBe("compare");
  });

  it("opens the table by the confirmation login that began it, no longer than that is valid", async () => {
    const { go, take, records } = await atThePortal();
    const { ticket, requestId } = await go();
    await take({ ticket, samlResponse: identified(requestId) });
    const [link] = session.confirmed;
    expect(records.all("session")[0]?.confirmed).toEqual([link, { ...link, purpose: "complete-link" }]);
  });

  it("asks for another confirmation login where that one is over", async () => {
    const { go, take, records, world, state } = await atThePortal();
    const { ticket, requestId } = await go();
    world.pass(301);
    expect(await take({ ticket, samlResponse: identified(requestId) })).toMatchObject({ arrival: "compare" });
    expect(records.all("session")[0]?.confirmed).toEqual(session.confirmed);
    expect(await state()).toBe("awaiting-completion");
  });

  it.each(["P", "VS", "IR", "PS"] as const)(
    "of a document %s stops: only citizens have an ID",
    async (type) => {
      const { go, take, verification } = await atThePortal();
      const { ticket, requestId } = await go();
      const person = registryPerson({ citizenships: [], documents: [{ type, number: "1" }] });
      const samlResponse = identified(requestId, { person });
      expect(await take({ ticket, samlResponse })).toMatchObject({ arrival: "nia" });
      expect(await verification()).toMatchObject({ state: "stopped", stopReason: "no-identity-card" });
    },
  );

  it("of somebody else entirely is looked at by operators first", async () => {
    const { go, take, verification, records } = await atThePortal();
    const { ticket, requestId } = await go();
    const person = registryPerson({ citizenships: [], birthDate: "1971-01-01" });
    expect(await take({ ticket, samlResponse: identified(requestId, { person }) })).toMatchObject({
      arrival: "nia",
    });
    expect((await verification())?.state).toBe("under-review");
    expect(records.all("operator-case")[0]).toMatchObject({ kind: "identity-review" });
    expect(records.all("session")[0]?.confirmed).toEqual(session.confirmed);
  });

  it("counts though the logout can't be asked for", async () => {
    const { go, take, serviceProvider, state } = await atThePortal();
    const { ticket, requestId } = await go();
    serviceProvider.before = (call) => {
      if (call === "logout") throw new Error("no key");
    };
    expect(await take({ ticket, samlResponse: identified(requestId) })).toEqual({ arrival: "compare" });
    expect(await state()).toBe("awaiting-completion");
  });
});

describe("an answer that comes again", () => {
  it("has no second effect", async () => {
    const { go, take, verification, refusals } = await atThePortal();
    const { ticket, requestId } = await go();
    await take({ ticket, samlResponse: identified(requestId) });
    const before = await verification();
    expect(await take({ ticket, samlResponse: identified(requestId) })).toEqual({ arrival: "repeated" });
    expect(await verification()).toEqual(before);
    expect(refusals()).toEqual(["repeated"]);
  });

  it("at the same moment has one effect", async () => {
    const { go, take, records } = await atThePortal();
    const { ticket, requestId } = await go();
    const samlResponse = identified(requestId);
    const both = await Promise.all([take({ ticket, samlResponse }), take({ ticket, samlResponse })]);
    expect(both.map(({ arrival }) => arrival).toSorted()).toEqual(["compare", "repeated"]);
    expect(records.audit.filter(({ action }) => action === "registry-data-recorded")).toHaveLength(1);
    expect(records.all("outbox-item")).toHaveLength(1);
  });

  it("with another assertion for the same request has none either", async () => {
    const { go, take, verification } = await atThePortal();
    const { ticket, requestId } = await go();
    await take({ ticket, samlResponse: refusedBy(requestId, "failed") });
    expect(await take({ ticket, samlResponse: identified(requestId) })).toMatchObject({
      arrival: "repeated",
    });
    expect((await verification())?.state).toBe("awaiting-registry-data");
  });
});

describe("two tabs", () => {
  it("share a ticket: whichever comes first counts, the other one is told that it is over", async () => {
    const { go, take, refusals } = await atThePortal();
    const first = await go();
    const second = await go(first.ticket);
    expect(second.ticket).toBe(first.ticket);
    expect(second.requestId).not.toBe(first.requestId);
    const { ticket } = first;
    expect(await take({ ticket, samlResponse: identified(first.requestId) })).toMatchObject({
      arrival: "compare",
    });
    expect(await take({ ticket, samlResponse: identified(second.requestId) })).toMatchObject({
      arrival: "over",
    });
    expect(refusals()).toEqual(["over"]);
  });

  it("at the same moment have one effect", async () => {
    const { go, take, records } = await atThePortal();
    const { ticket, requestId } = await go();
    const second = await go(ticket);
    const both = await Promise.all([
      take({ ticket, samlResponse: identified(requestId) }),
      take({ ticket, samlResponse: identified(second.requestId) }),
    ]);
    expect(both.map(({ arrival }) => arrival).toSorted()).toEqual(["compare", "over"]);
    expect(records.audit.filter(({ action }) => action === "registry-data-recorded")).toHaveLength(1);
  });
});

describe("an answer that can't count", () => {
  it.each(portalAnswerFaults)("for its %s changes nothing, uses nothing up and is audited", async (fault) => {
    const { go, take, verification, refusals } = await atThePortal();
    const { ticket, requestId } = await go();
    const before = await verification();
    const { arrival, location } = await take({ ticket, samlResponse: notBelieved(fault) });
    expect(["not-accepted", "late", "level", "unusable"]).toContain(arrival);
    expect(location).toBeUndefined();
    expect(await verification()).toEqual(before);
    expect(refusals()).toEqual([fault]);
    expect(await take({ ticket, samlResponse: identified(requestId) })).toMatchObject({ arrival: "compare" });
  });

  it("brought by another browser changes nothing", async () => {
    const { go, take, state } = await atThePortal();
    const { requestId } = await go();
    const samlResponse = identified(requestId);
    expect(await take({ ticket: undefined, samlResponse })).toEqual({ arrival: "late" });
    expect(await take({ ticket: "another", samlResponse })).toEqual({ arrival: "late" });
    expect(await state()).toBe("awaiting-registry-data");
  });

  it("after 15 minutes comes too late", async () => {
    const { go, take, state, world, refusals } = await atThePortal();
    const { ticket, requestId } = await go();
    world.pass(900);
    expect(await take({ ticket, samlResponse: identified(requestId) })).toMatchObject({ arrival: "late" });
    expect(await state()).toBe("awaiting-registry-data");
    expect(refusals()).toEqual(["late"]);
  });

  it("after the session has ended changes nothing", async () => {
    const { go, take, state, records, refusals } = await atThePortal();
    const { ticket, requestId } = await go();
    const [ended] = records.all("session");
    if (ended !== undefined) await records.commit([{ remove: ended }]);
    expect(await take({ ticket, samlResponse: identified(requestId) })).toMatchObject({
      arrival: "session-ended",
    });
    expect(await state()).toBe("awaiting-registry-data");
    expect(refusals()).toEqual(["session-ended"]);
  });

  it("to a verification that was cancelled since changes nothing", async () => {
    const { go, take, state, records, verification } = await atThePortal();
    const { ticket, requestId } = await go();
    const stored = await verification();
    if (stored !== undefined) await records.commit([{ put: { ...stored, state: "cancelled" } }]);
    expect(await take({ ticket, samlResponse: identified(requestId) })).toMatchObject({ arrival: "over" });
    expect(await state()).toBe("cancelled");
  });

  it("is none while nothing is known of the portal, or no longer", async () => {
    const { go, take, known, world } = await atThePortal();
    const { ticket, requestId } = await go();
    known.metadata = { signingCertificates: ["pem"], checkedAt: world.now, validUntil: world.now };
    expect(await take({ ticket, samlResponse: identified(requestId) })).toEqual({ arrival: "not-accepted" });
  });
});

describe("an authentic no", () => {
  it.each(["consent", "failed", "cancelled", "level"] as const)(
    "%s leaves the verification open for another try",
    async (reason) => {
      const { go, take, verification, refusals } = await atThePortal();
      const { ticket, requestId } = await go();
      expect(await take({ ticket, samlResponse: refusedBy(requestId, reason) })).toEqual({
        arrival: reason,
        ...(reason === "consent" ? { location: logout } : {}),
      });
      const stored = await verification();
      expect(stored?.state).toBe("awaiting-registry-data");
      expect(stored?.timeline.at(-1)).toMatchObject({ event: "portal-refused", detail: reason });
      expect(refusals()).toEqual([reason]);
      const again = await go(ticket);
      expect(await take({ ticket, samlResponse: identified(again.requestId) })).toMatchObject({
        arrival: "compare",
      });
    },
  );
});
