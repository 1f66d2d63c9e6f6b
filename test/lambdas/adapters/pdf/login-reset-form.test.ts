import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { labels } from "../../../../lambdas/adapters/pdf/login-reset/texts.ts";
import { makeFormPrinter } from "../../../../lambdas/adapters/pdf/printer.ts";
import type { LoginResetForm } from "../../../../lambdas/services/ports/document.ts";
import { readPdf } from "../../../support/pdf.ts";

const form: LoginResetForm = {
  provider: {
    name: "Příklad, z. s. p. o.",
    dataBoxId: "abc2de3",
    address: { street: "Dlouhá 12/3", city: "Brno", postalCode: "60200", country: "CZ" },
  },
  helpdesk: { phones: ["+420 600 000 001"], email: "help@example.cz" },
};

const { print } = makeFormPrinter();
const bytes = await print(form);
const { objects, pages } = readPdf(bytes);
const [czech = "", english = ""] = pages;
const raw = Buffer.from(bytes).toString("latin1");

const objectOf = (id: string): string =>
  new RegExp(`\\n${id} 0 obj\\n([^]*?)\\nendobj`, "u").exec(objects)?.[1] ?? "";
/** A text of PDF: as it stands, or UTF-16 with its mark. */
const textOf = (literal: string): string => {
  const plain = literal.replaceAll(/\\([()\\])/gu, "$1");
  return plain.startsWith("\u00fe\u00ff")
    ? Buffer.from(plain.slice(2), "latin1").swap16().toString("utf16le")
    : plain;
};
const acroForm = objectOf(/\/AcroForm (\d+) 0 R/u.exec(objects)?.[1] ?? "");
const fields = [...(/\/Fields \[([^\]]*)\]/u.exec(acroForm)?.[1] ?? "").matchAll(/(\d+) 0 R/gu)].map(
  ([, id = ""]) => objectOf(id),
);
const nameOf = (field: string): string => textOf(/\/T \(([^)]*)\)/u.exec(field)?.[1] ?? "");
const boxes = ["inPerson", "dataBox", "certifiedSignature"];

describe("the request for a login reset", () => {
  it("has a field for each datum, and a box for each way, named for programs", () => {
    expect(fields.map(nameOf).toSorted()).toEqual([...Object.keys(labels), ...boxes].toSorted());
    for (const field of fields) {
      expect(field).toContain(boxes.includes(nameOf(field)) ? "/FT /Btn" : "/FT /Tx");
      expect(field).toMatch(/\/TU \([^)]+\)/u);
      expect(field).toMatch(/\/Kids \[\d+ 0 R\]/u);
    }
  });

  it("leads a screen reader to each of them", () => {
    expect(objects.match(/\/Type \/OBJR/gu)).toHaveLength(fields.length);
    expect(objects.match(/\/S \/Form\b/gu)).toHaveLength(fields.length);
  });

  it("asks readers to draw what is typed, in a font of its own", () => {
    expect(acroForm).toContain("/NeedAppearances true");
    const [, font = "", id = ""] = /\/DR <<\n\/Font <<\n\/(F\d+) (\d+) 0 R/u.exec(acroForm) ?? [];
    expect(objectOf(id)).toContain("Roboto");
    for (const field of fields.filter((one) => one.includes("/FT /Tx")))
      expect(field).toContain(`/DA (/${font} 11 Tf 0 g)`);
  });

  it("has every Czech letter in that font, though none of them is typed yet", () => {
    const [, id = ""] = /\/DR <<\n\/Font <<\n\/F\d+ (\d+) 0 R/u.exec(acroForm) ?? [];
    const [, map = ""] = /\/ToUnicode (\d+) 0 R/u.exec(objectOf(id)) ?? [];
    const stream = new RegExp(`\\n${map} 0 obj\\n[^]*?stream\\n([^]*?)\\nendstream`, "u").exec(raw)?.[1];
    const known = inflateSync(Buffer.from(stream ?? "", "latin1")).toString("latin1");
    const alphabet = "ÁáČčĎďÉéĚěÍíŇňÓóŘřŠšŤťÚúŮůÝýŽžÄäÖöÜüĽľŁł0123456789@.,+-/";
    for (const letter of alphabet)
      expect(known).toContain(`<${letter.charCodeAt(0).toString(16).padStart(4, "0")}>`);
  });

  it.each([
    ["the title", "Žádost o obnovu přihlášení"],
    ["what is lost", "odebereme všechny bezpečnostní klíče a certifikáty"],
    ["where to come and send it", "Příklad, z. s. p. o., Dlouhá 12/3, 602 00 Brno"],
    ["the data box", "schránky abc2de3"],
    ["the helpdesk", "+420 600 000 001 help@example.cz"],
  ])("tells %s", (_what, words) => {
    expect(czech).toContain(words);
  });

  it("tells it in English on the second page", () => {
    expect(pages).toHaveLength(2);
    for (const words of ["summary in English", "abc2de3", "Dlouhá 12/3, 602 00 Brno", "Need help?"])
      expect(english).toContain(words);
  });

  it("is the same for everybody, so that it can be kept", async () => {
    expect(Buffer.from(await print(form)).equals(Buffer.from(bytes))).toBe(true);
  });
});
