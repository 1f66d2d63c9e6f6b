import { describe, expect, it } from "vitest";
import { maskEmail, maskPhone } from "../../../lambdas/domain/masked-contact.ts";

describe("maskEmail", () => {
  it.each([
    ["zofie.novakova@example.cz", "z•••a@e•••.cz"],
    ["jan@posta.example.co.uk", "j•••@p•••.uk"],
    ["x@y.cz", "x•••@y•••.cz"],
    ["root@localhost", "r•••t@l•••"],
  ])("%s → %s", (email, masked) => {
    expect(maskEmail(email)).toBe(masked);
  });
});

describe("maskPhone", () => {
  it("leaves the last three digits", () => {
    expect(maskPhone("+420601234567")).toBe("•••\u00a0567");
  });
});
