import { describe, expect, it } from "vitest";
import {
  readAddressPlaceCode,
  readCurrentAddress,
} from "../../../../../lambdas/adapters/saml/service-provider/person/address.ts";
import { base64 } from "../../../../support/portal-answers.ts";

const part = (name: string, text: string): string => `<eidas:${name}>${text}</eidas:${name}>`;
const read = (...parts: string[]) => readCurrentAddress(base64(parts.join("")));

describe("CurrentAddress", () => {
  it.each([
    [
      "with a street",
      [
        part("LocatorDesignator", "1234/5a"),
        part("CvaddressArea", "Brno"),
        part("Thoroughfare", "Lipová"),
        part("PostName", "Brno 2"),
        part("PostCode", "60200"),
      ],
      { street: "Lipová 1234/5a", city: "Brno", postalCode: "60200" },
    ],
    [
      "in a village without streets",
      [part("LocatorDesignator", "č. p. 12"), part("CvaddressArea", "Lhota"), part("PostCode", "391 02")],
      { street: "Lhota č. p. 12", city: "Lhota", postalCode: "39102" },
    ],
    [
      "without an area, in whatever order",
      [part("PostCode", "60200"), part("PostName", "Brno 2"), part("Thoroughfare", "Lipová")],
      { street: "Lipová", city: "Brno 2", postalCode: "60200" },
    ],
    [
      "with empty parts and white space",
      [
        "\n  ",
        part("CvaddressArea", " Ústí \n nad Labem "),
        part("Thoroughfare", ""),
        "\n  ",
        part("PostCode", "40001"),
        "\n",
      ],
      { street: "Ústí nad Labem", city: "Ústí nad Labem", postalCode: "40001" },
    ],
    [
      "with parts that we do not know",
      [part("AdminunitFirstline", "CZ"), part("CvaddressArea", "Brno"), part("PostCode", "60200")],
      { street: "Brno", city: "Brno", postalCode: "60200" },
    ],
    [
      "with markup in a value, which is text",
      [
        part("Thoroughfare", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        part("CvaddressArea", "A &amp; B"),
        part("PostCode", "60200"),
      ],
      { street: "<script>alert(1)</script>", city: "A & B", postalCode: "60200" },
    ],
  ])("%s", (_, parts, address) => {
    expect(read(...parts)).toEqual({ ...address, country: "CZ" });
  });

  it("may come in lines, and of parts that declare their prefix themselves", () => {
    const text = '<e:CvaddressArea xmlns:e="urn:e">Brno</e:CvaddressArea><PostCode>60200</PostCode>';
    expect(readCurrentAddress(base64(text).replace(/.{20}/g, "$&\r\n"))).toMatchObject({ city: "Brno" });
  });
});

describe("tradresaid", () => {
  it.each([
    [
      "the code of the address place",
      "<t><okresKod>1</okresKod><adresniMistoKod>19143532</adresniMistoKod></t>",
      "19143532",
    ],
    [
      "in a namespace",
      '<a:t xmlns:a="urn:a"><a:adresniMistoKod> 19143532 </a:adresniMistoKod></a:t>',
      "19143532",
    ],
    [
      "with a declaration",
      '<?xml version="1.0" encoding="utf-8"?><t><adresniMistoKod>1</adresniMistoKod></t>',
      "1",
    ],
    ["nothing where it is empty", "<t><adresniMistoKod/></t>", undefined],
    ["nothing where there is none", "<t><obecKod>554804</obecKod></t>", undefined],
  ])("%s", (_, xml, code) => {
    expect(readAddressPlaceCode(base64(xml))).toBe(code);
  });
});
