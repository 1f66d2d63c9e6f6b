import { describe, expect, it } from "vitest";
import { makeDocumentPrinter } from "../../../../lambdas/adapters/pdf/printer.ts";
import type { OfficeDocument } from "../../../../lambdas/services/ports/document.ts";
import { readPdf } from "../../../support/pdf.ts";
import { readQrCode } from "../../../support/qr.ts";

const content: OfficeDocument = {
  code: "ABCDEFGHJKMC",
  username: "zofie.novakova",
  maskedEmail: "z•••a@e•••.cz",
  maskedPhone: "•••\u00a0001",
  keyNames: ["Modrý klíč", "Záložní klíč 🔑"],
  recipient: {
    name: "Příklad, z. s. p. o.",
    companyNumber: "12345679",
    dataBoxId: "abc2de3",
    address: { street: "Dlouhá 12/3", city: "Brno", postalCode: "60200", country: "CZ" },
  },
  deadline: "2027-02-20T23:30:00.000Z",
  createdAt: "2026-11-23T09:00:00.000Z",
  officesUrl: "https://offices.example.cz/mapa",
  helpdesk: { phones: ["+420 600 000 001", "+420 600 000 002"], email: "help@example.cz" },
  language: "cs",
};

const { print } = makeDocumentPrinter();
const bytes = await print(content);
const { objects, pages, squares } = readPdf(bytes);
const [czech = "", english = ""] = pages;

describe("both pages", () => {
  it.each([
    ["the service to ask for", "Poskytnutí referenčních údajů z registru obyvatel jiné osobě"],
    ["the scope", "jednorázové poskytnutí"],
    ["the recipient", "Příklad, z. s. p. o."],
    ["the company number", "IČO 12345679"],
    ["the recipient's address", "Dlouhá 12/3, 602 00 Brno"],
    ["the data box", "ID datové schránky abc2de3"],
    ["the code in groups", "ABCD-EFGH-JKMC"],
    ["where the code belongs", "Zpráva pro příjemce"],
    ["whose sheet it is", "zofie.novakova"],
    ["the masked contacts", "z•••a@e•••.cz, ••• 001"],
    ["the keys", "Modrý klíč, Záložní klíč"],
    ["the map of offices", "https://offices.example.cz/mapa"],
    ["the helpdesk", "+420 600 000 001 +420 600 000 002 help@example.cz"],
  ])("tell %s", (_, text) => {
    expect(czech).toContain(text);
    expect(english).toContain(text);
  });
});

describe("the Czech page", () => {
  it.each([
    ["that it is free", "Služba je zdarma"],
    ["that an identity document is needed", "platným dokladem totožnosti"],
    ["the deadline as a day in Prague", "Přijďte nejpozději 21. 2. 2027"],
    ["the steps", "4. Až údaje dorazí"],
    ["what to check", "ABCD-EFGH-JKMC, znak po znaku"],
    ["the warning", "Na úřad jen se svým vlastním listem"],
    ["the day it was made", "Vytvořeno 23. 11. 2026"],
  ])("tells %s", (_, text) => {
    expect(czech).toContain(text);
  });
});

describe("the English page", () => {
  it.each([
    ["that it is free", "free of charge"],
    ["that an identity document is needed", "valid identity document"],
    ["the deadline", "Come by 21 February 2027"],
    ["what to check", "ABCD-EFGH-JKMC, character by character"],
    ["the warning", "Take only your own sheet"],
  ])("tells %s", (_, text) => {
    expect(english).toContain(text);
  });
});

describe("the QR code", () => {
  const modulesOf = (page: [number, number, number][]): boolean[][] => {
    const drawn = page.filter(([, , side]) => side < 8);
    const side = drawn[0]?.[2] ?? 1;
    const [left, top] = [Math.min(...drawn.map(([x]) => x)), Math.min(...drawn.map(([, y]) => y))];
    const places = new Set(
      drawn.map(([x, y]) => `${Math.round((y - top) / side)},${Math.round((x - left) / side)}`),
    );
    return Array.from({ length: 21 }, (_, row) =>
      Array.from({ length: 21 }, (__, column) => places.has(`${row},${column}`)),
    );
  };

  it.each([0, 1])("as drawn on page %i reads as the code", (page) => {
    expect(readQrCode(modulesOf(squares[page] ?? []))).toBe("ABCD-EFGH-JKMC");
  });
});

describe("the file", () => {
  it("has two A4 pages, a language, a title and tags", () => {
    expect(pages).toHaveLength(2);
    expect(objects).toContain("/MediaBox [0 0 595.28 841.89]");
    expect(objects).toContain("/Lang (cs)");
    expect(objects).toContain("/DisplayDocTitle true");
    expect(objects).toContain("/Marked true");
    for (const tag of ["Document", "Sect", "H1", "H2", "L", "LI", "LBody", "Figure", "Link"]) {
      expect(objects).toContain(`/S /${tag}\n`);
    }
  });

  it("embeds its fonts", () => {
    expect(objects.match(/\/BaseFont \/\w+\+Roboto-(?:Regular|Bold)\n/gu)).toHaveLength(4);
    expect(objects.match(/\/FontFile2 \d+ 0 R/gu)).toHaveLength(2);
    expect(objects).not.toContain("Helvetica");
  });

  it("prints a question mark for what the fonts have no letter for", () => {
    expect(czech).toContain("Záložní klíč ?");
  });

  it("is the same, byte by byte, for the same content", async () => {
    expect(Buffer.compare(await print(content), bytes)).toBe(0);
    expect(Buffer.compare(await print({ ...content, code: "000000000000" }), bytes)).not.toBe(0);
  });

  it("stays at two pages with long names and many keys", async () => {
    const long = await print({
      ...content,
      username: "u".repeat(40),
      maskedEmail: `z•••a@e•••.${"x".repeat(60)}`,
      keyNames: Array.from({ length: 20 }, (_, at) => `Bezpečnostní klíč číslo ${at + 1}`),
      recipient: {
        ...content.recipient,
        name: "Sdružení pro správu domén a identit, z. s. p. o., Brno a okolí",
      },
      officesUrl: `https://offices.example.cz/${"mapa/".repeat(30)}`,
    });
    expect(readPdf(long).pages).toHaveLength(2);
  });
});
