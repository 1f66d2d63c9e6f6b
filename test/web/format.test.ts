import { describe, expect, it } from "vitest";
import { formatAddress } from "../../web/src/format/address.ts";
import { daysUntil, formatDate, formatDay, formatInstant } from "../../web/src/format/day.ts";
import { parseDate, typedDate } from "../../web/src/format/parse-date.ts";
import { formatPhone, normalizePhone } from "../../web/src/format/phone.ts";
import { suggestUsername } from "../../web/src/format/username.ts";

/** Unbreakable spaces as ordinary ones, to be read in the tables. */
const spaced = (text: string) => text.replaceAll("\u00a0", " ");

describe("days", () => {
  it("are those of Prague, in the language of the reader", () => {
    expect(spaced(formatDay("2026-11-23T08:00:00.000Z", "cs"))).toBe("23. 11. 2026");
    expect(spaced(formatDay("2026-11-22T23:30:00.000Z", "cs"))).toBe("23. 11. 2026");
    expect(spaced(formatDay("2026-11-23T08:00:00.000Z", "en"))).toBe("23 November 2026");
  });

  it("stay in one line", () => {
    expect(formatDay("2026-11-23T08:00:00.000Z", "cs")).not.toContain(" ");
  });

  it("come with the time where it matters", () => {
    expect(spaced(formatInstant("2026-11-23T08:05:00.000Z", "cs"))).toBe("23. 11. 2026 9:05");
  });

  it("have no zone where they are birth dates", () => {
    expect(spaced(formatDate("1990-04-05", "cs"))).toBe("5. 4. 1990");
  });

  it("are counted until a deadline", () => {
    const now = Date.parse("2026-11-23T08:00:00.000Z");
    expect(daysUntil("2026-11-30T08:00:00.000Z", now)).toBe(7);
    expect(daysUntil("2026-11-23T09:00:00.000Z", now)).toBe(1);
    expect(daysUntil("2026-11-23T07:00:00.000Z", now)).toBe(0);
  });
});

describe("typed dates", () => {
  it.each([
    ["5. 4. 1990", "1990-04-05"],
    ["5.4.1990", "1990-04-05"],
    ["05/04/1990", "1990-04-05"],
    ["1990-04-05", "1990-04-05"],
    [" 29. 2. 2000 ", "2000-02-29"],
    ["29. 2. 1999", undefined],
    ["31. 4. 1990", undefined],
    ["5. 4. 90", undefined],
    ["jaro 1990", undefined],
  ])("%s is %s", (typed, iso) => {
    expect(parseDate(typed)).toBe(iso);
  });

  it("come back as they are typed", () => {
    expect(typedDate("1990-04-05")).toBe("5. 4. 1990");
    expect(parseDate(typedDate("1990-04-05"))).toBe("1990-04-05");
    expect(typedDate(undefined)).toBe("");
  });
});

describe("phones", () => {
  it.each([
    ["+420601234567", "+420 601 234 567"],
    ["+4915123456789", "+49 151 234 567 89"],
    ["+12025550123", "+1 202 555 012 3"],
    ["+421905123456", "+421 905 123 456"],
  ])("%s is shown as %s", (phone, shown) => {
    expect(spaced(formatPhone(phone))).toBe(shown);
  });

  it.each([
    ["601 234 567", "+420601234567"],
    ["+420 601-234-567", "+420601234567"],
    ["00421 905 123 456", "+421905123456"],
    ["12345", "12345"],
  ])("%s is sent as %s", (typed, phone) => {
    expect(normalizePhone(typed)).toBe(phone);
  });
});

describe("addresses", () => {
  const address = { street: "Nad Přívozem 12/3", city: "Praha 4", postalCode: "14300", country: "CZ" };

  it("say the country only abroad", () => {
    expect(spaced(formatAddress(address, {}))).toBe("Nad Přívozem 12/3, 143 00 Praha 4");
    expect(spaced(formatAddress({ ...address, country: "SK" }, { SK: "Slovensko" }))).toBe(
      "Nad Přívozem 12/3, 143 00 Praha 4, Slovensko",
    );
  });
});

describe("suggested usernames", () => {
  it.each([
    ["Žofie", "Kratochvílová", "zofie.kratochvilova"],
    ["Jan Maria", "Nový-Dvořák", "jan-maria.novy-dvorak"],
    ["Иван", "Novák", "novak"],
    ["", "", ""],
    ["A".repeat(50), "B", "a".repeat(40)],
  ])("%s %s: %s", (firstName, lastName, username) => {
    expect(suggestUsername(firstName, lastName)).toBe(username);
  });
});
