import { describe, expect, it } from "vitest";
import { normalizeContact, servesForReset, withContact } from "../../../lambdas/domain/contact.ts";
import { anAccount } from "../../support/builders.ts";

const changedAt = "2026-11-20T09:00:00.000Z";
const contact = { value: "jana@example.cz", verifiedAt: changedAt };

describe("a contact serves for a reset", () => {
  it.each([
    ["at once where it is the one of the registration", undefined, "2026-11-20T09:00:01.000Z", true],
    ["not in the moment of its change", changedAt, changedAt, false],
    ["not before 72 hours", changedAt, "2026-11-23T08:59:59.999Z", false],
    ["after 72 hours", changedAt, "2026-11-23T09:00:00.000Z", true],
  ])("%s", (_, changed, now, serves) => {
    const given = changed === undefined ? contact : { ...contact, changedAt: changed };
    expect(servesForReset(given, now)).toBe(serves);
  });
});

describe("another contact", () => {
  it("takes the place of the old one and notes when", () => {
    const account = anAccount();
    expect(withContact(account, "phone", "+420601000333", changedAt)).toEqual({
      ...account,
      phone: { value: "+420601000333", verifiedAt: changedAt, changedAt },
    });
  });

  it.each([
    ["email" as const, "Jana@Example.CZ", "jana@example.cz"],
    ["phone" as const, "+420601000333", "+420601000333"],
  ])("%s is compared as %s → %s", (kind, typed, kept) => {
    expect(normalizeContact(kind, typed)).toBe(kept);
  });
});
