import { describe, expect, it } from "vitest";
import { registryAddress } from "../../../local/data-box/office/person.ts";

describe("an address on one line", () => {
  it.each([
    [
      "Milešovská 1136/5a",
      { street: "Milešovská", houseNumber: "1136", orientationNumber: "5", orientationLetter: "a" },
    ],
    ["Lipová 7", { street: "Lipová", houseNumber: "7" }],
    ["č. p. 12", { part: "Lhota", houseNumber: "12", houseNumberKind: "cp" }],
    ["č. ev. 3", { part: "Lhota", houseNumber: "3", houseNumberKind: "ev" }],
    ["28. října 5", { street: "28. října", houseNumber: "5" }],
    ["Lhotka č. ev. 3", { part: "Lhotka", houseNumber: "3", houseNumberKind: "ev" }],
    ["U mlýna", { street: "U mlýna" }],
  ])("%s", (street, expected) => {
    expect(registryAddress({ street, city: "Lhota", postalCode: "76323" })).toMatchObject(expected);
  });
});
