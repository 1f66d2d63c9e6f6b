import { describe, expect, it } from "vitest";
import { anOffice, aResident, niaHolds, theResident } from "../support/outside-world.ts";
import { sharedProduct } from "../support/shared-product.ts";
import { aUser } from "../support/user.ts";

const product = sharedProduct();

describe("an account is linked to NIA by a visit to Czech POINT", () => {
  it("from nothing to the locked fields", async () => {
    const user = aUser(product);
    await user.register();
    await user.message(user.person.email, /./u);
    await user.logIn();

    const key = await user.addKey();
    expect(key).toMatchObject({ level: "FIDO_CERTIFIED_L1", linkable: true, reason: "certified" });
    await user.logIn();

    const started = await user.startVerification([key.id]);
    expect(started).toMatchObject({ state: "awaiting-registry-data" });
    expect(started.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/u);
    const pdf = await user.call<string>("GET", `/me/nia/verifications/${started.id}/document`);
    expect(pdf).toMatchObject({ status: 200, body: expect.stringMatching(/^%PDF-1/u) });

    const resident = await aResident(product.endpoints, "jana-prestehovana");
    await anOffice(product.endpoints).answer(started.code, resident);
    await user.untilState("awaiting-completion");
    expect(await user.must("GET", "/me")).toMatchObject({ validationToFinish: started.id, linked: false });

    await user.confirm("complete-link");
    const table = await user.must("GET", `/me/nia/verifications/${started.id}/comparison`);
    expect(table).toMatchObject({
      firstName: { account: "Jana", registry: "Jana", outcome: "equal" },
      address: { outcome: "different", registry: { city: "Olomouc" } },
    });
    expect((await user.complete(started.id)).status).toBe(202);
    await user.untilState("completed");

    expect(await user.must("GET", "/me")).toMatchObject({
      linked: true,
      person: { address: { city: "Olomouc" } },
      validation: { source: "czech-point" },
      lockedFields: ["firstName", "lastName", "birthDate", "address", "organization"],
    });
    expect(await user.call("PATCH", "/me", { firstName: "Hana" })).toMatchObject({
      status: 409,
      body: { type: "urn:nia-link:problem:field-locked", errors: [{ pointer: "/firstName" }] },
    });
    await user.message(user.person.email, /propojen/iu);
    const held = await niaHolds(product.endpoints, resident);
    expect(held.map(({ state }) => state)).toEqual(["Aktivni"]);
    const { events } = await user.must<{ events: { action: string }[] }>("GET", "/me/activity");
    expect(events.map(({ action }) => action)).toEqual(
      expect.arrayContaining(["account-created", "key-added", "verification-created", "account-linked"]),
    );
  });

  it("refuses a second account of the same person before anything is written at NIA", async () => {
    const resident = await aResident(product.endpoints);
    const first = aUser(product);
    await first.complete((await first.upToTheTable(resident)).verification.id);
    await first.untilState("completed");
    const second = aUser(product);
    await second.complete((await second.upToTheTable(resident)).verification.id);
    expect(await second.untilState("stopped")).toMatchObject({ stopReason: "another-person" });
    expect(await niaHolds(product.endpoints, resident)).toHaveLength(1);
  });

  it("completes once when it is asked twice at the same moment, with two keys at one visit", async () => {
    const user = aUser(product);
    const { verification } = await user.upToTheTable(await aResident(product.endpoints), 2);
    const digest = await user.digest(verification.id);
    const answers = await Promise.all([
      user.complete(verification.id, digest),
      user.complete(verification.id, digest),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    const done = await user.untilState("completed");
    expect(done.timeline.filter(({ event }) => event === "completion-requested")).toHaveLength(1);
    expect(done.timeline.filter(({ event }) => event === "key-registered")).toHaveLength(2);
  });

  it("ignores an answer that comes after a cancellation, and keeps it for an operator", async () => {
    const user = aUser(product);
    await user.register();
    await user.logIn();
    const key = await user.addKey();
    const started = await user.startVerification([key.id]);
    await user.must("POST", `/me/nia/verifications/${started.id}/cancellation`);
    await anOffice(product.endpoints).answer(started.code, theResident("jana-druha"));
    expect((await user.nia()).verification.state).toBe("cancelled");
    const again = await user.startVerification([key.id]);
    expect(again.id).not.toBe(started.id);
  });

  it("tells what to do where the person can't be told apart", async () => {
    const user = aUser(product);
    user.person.firstName = "Petr";
    user.person.lastName = "Dvojník";
    user.person.birthDate = "1975-01-31";
    const { verification } = await user.upToTheTable(theResident("petr-prvni"));
    await user.complete(verification.id);
    expect(await user.untilState("stopped")).toMatchObject({ stopReason: "person-ambiguous" });
  });
});
