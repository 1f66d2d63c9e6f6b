import { describe, expect, it } from "vitest";
import { changeOf, hasRealDate, valuesOf } from "../../web/src/pages/settings/profile-form.ts";
import { emptyDraft, registrationOf } from "../../web/src/pages/register/draft.ts";

const profile = {
  username: "jana",
  person: {
    firstName: "Jana",
    lastName: "Nováková",
    birthDate: "1988-04-12",
    address: { street: "Lipová 7", city: "Brno", postalCode: "60200", country: "CZ" },
  },
  email: { value: "jana@example.cz", verifiedAt: "2026-11-23T08:00:00.000Z" },
  phone: { value: "+420601234567", verifiedAt: "2026-11-23T08:00:00.000Z" },
  citizenship: "CZ",
  language: "cs",
  createdAt: "2026-11-23T08:00:00.000Z",
  linked: false,
  lockedFields: [],
  deletionSeconds: 1_209_600,
} satisfies Parameters<typeof valuesOf>[0];

describe("the profile's form", () => {
  it("sends back what it got where nothing was typed", () => {
    expect(changeOf(valuesOf(profile), [])).toEqual({
      ...profile.person,
      organization: null,
      companyNumber: null,
      vatNumber: null,
      citizenship: "CZ",
      language: "cs",
    });
  });

  it("takes a value away where its field was emptied", () => {
    const values = { ...valuesOf(profile), birthDate: "", street: "", city: "", postalCode: " " };
    expect(changeOf(values, [])).toMatchObject({ birthDate: null, address: null });
  });

  it("leaves out what is locked", () => {
    const change = changeOf(valuesOf(profile), [
      "firstName",
      "lastName",
      "birthDate",
      "address",
      "organization",
    ]);
    expect(Object.keys(change).toSorted()).toEqual(["citizenship", "companyNumber", "language", "vatNumber"]);
  });

  it("knows a day that never was", () => {
    expect(hasRealDate({ ...valuesOf(profile), birthDate: "31. 2. 1988" })).toBe(false);
    expect(hasRealDate({ ...valuesOf(profile), birthDate: "" })).toBe(true);
  });
});

describe("the registration", () => {
  const draft = {
    ...emptyDraft,
    firstName: "Jana",
    lastName: "Nováková",
    birthDate: "12. 4. 1988",
    street: "Lipová 7",
    city: "Brno",
    postalCode: "602 00",
    email: " jana@example.cz ",
    phone: "601 234 567",
    username: "jana",
    password: "dlouhe heslo",
  };

  it("is sent as the API wants it", () => {
    expect(registrationOf(draft, "cs", "code")).toEqual({
      firstName: "Jana",
      lastName: "Nováková",
      birthDate: "1988-04-12",
      address: { street: "Lipová 7", city: "Brno", postalCode: "60200", country: "CZ" },
      email: "jana@example.cz",
      phone: "+420601234567",
      username: "jana",
      password: "dlouhe heslo",
      citizenship: "CZ",
      language: "cs",
      controlCode: "code",
    });
  });

  it("says nothing of what was left empty", () => {
    const sent = registrationOf({ ...draft, birthDate: "", organization: "Firma" }, "cs", "code");
    expect(sent).not.toHaveProperty("birthDate");
    expect(sent).not.toHaveProperty("vatNumber");
    expect(sent).toHaveProperty("organization", "Firma");
  });
});
