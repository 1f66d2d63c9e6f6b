import { readFileSync } from "node:fs";
import type { Element } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { readPayload } from "../../../../../local/nia/services/transactions/payload.ts";
import {
  type TransactionClass,
  requestShapes,
} from "../../../../../local/nia/services/transactions/payload-shapes.ts";
import { parseXml } from "../../../../../local/nia/xml/parse.ts";
import { hasShared, sharedPath } from "../../../../support/shared.ts";

interface Example {
  readonly transaction: TransactionClass;
  readonly schema: string;
  /** Name and content of every child, all of them valid. */
  readonly children: readonly (readonly [string, string])[];
  /** Contents that are at the border of being valid, on either side. */
  readonly borders: Readonly<Record<string, readonly string[]>>;
}

const words = ["", " ", "x", "x ", " x", "x y", "x\ny", "x\ty", "\u00a0x"];
const long = (length: number) => [
  "x".repeat(length),
  "x".repeat(length + 1),
  "ž".repeat(length),
  "𝒜".repeat(length),
];
const whole = ["", " 7 ", "+7", "-7", "007", "7.0", "7e1", "x", "2147483647", "2147483648", "-2147483649"];
const nil = [`" xsi:nil="true`, `" xsi:nil="false`, `" xsi:nil="1`];

const examples: readonly Example[] = [
  {
    transaction: "TR_ZTOTOZNENI",
    schema: "ZtotozneniRequest.xsd",
    children: [
      ["AdresaPobytu", "21690120"],
      ["DatumNarozeni", "1988-04-12"],
      ["Jmeno", "Jana"],
      ["MistoNarozeni", `<n:NarozeniCr obec="true">582786</n:NarozeniCr>`],
      ["Prijmeni", "Nováková"],
      ["Doklad", "<n:Cislo>900000101</n:Cislo><n:Druh>ID</n:Druh>"],
      ["Obcanstvi", "203"],
      ["TypPorovnani", "diakritika"],
      ["ZpusobOvereni", "Doklad"],
      ["ICO", "12345678"],
      ["BOK", "1234"],
      ["Uri", "urn:x"],
      ["AgendaZadostId", "1"],
      ["ProfileId", "2"],
    ],
    borders: {
      AdresaPobytu: [...whole, "0", "1", "999999998", "999999999"],
      DatumNarozeni: [
        "1988-4-12",
        "1988-02-30",
        "1988-02-29",
        "1987-02-29",
        "1988-04-12Z",
        "1988-04-12+02:00",
        "12.4.1988",
        "1988-04-12T00:00:00",
        "0000-01-01",
      ],
      Jmeno: [...words, ...long(100)],
      Prijmeni: [...words, ...long(100)],
      MistoNarozeni: [
        "",
        "<n:NarozeniCr>1</n:NarozeniCr>",
        "<n:NarozeniCr>2</n:NarozeniCr>",
        `<n:NarozeniCr obec="yes">2</n:NarozeniCr>`,
        `<n:NarozeniCr kraj="true">2</n:NarozeniCr>`,
        "<n:NarozeniCr>999999</n:NarozeniCr>",
        "<n:NarozeniSvet><n:MistoSvet>Bratislava</n:MistoSvet><n:Stat>703</n:Stat></n:NarozeniSvet>",
        "<n:NarozeniSvet><n:Stat>703</n:Stat><n:MistoSvet>Bratislava</n:MistoSvet></n:NarozeniSvet>",
        "<n:NarozeniSvet><n:MistoSvet/><n:Stat>7030</n:Stat></n:NarozeniSvet>",
        "<n:NarozeniCr>2</n:NarozeniCr><n:NarozeniCr>2</n:NarozeniCr>",
      ],
      Doklad: [
        "",
        "<n:Druh>ID</n:Druh><n:Cislo>900000101</n:Cislo>",
        "<n:Cislo>9000001012</n:Cislo><n:Druh>ID</n:Druh>",
        "<n:Cislo>9</n:Cislo><n:Druh>ABC</n:Druh>",
        "<n:Cislo>9</n:Cislo>",
        "<n:Cislo/><n:Druh>ID</n:Druh>",
        "<n:Cislo>9</n:Cislo><n:Druh>ID</n:Druh><n:Vydal>x</n:Vydal>",
        "text",
      ],
      Obcanstvi: [...whole, "999", "1000", "0203", "-999"],
      TypPorovnani: ["", "Diakritika", "ascii", "striktni", " ascii"],
      ZpusobOvereni: ["", "JmenoPrijmeniAdresaPobytu", "JmenoPrijmeniDatumNarozeni", "Jmeno"],
      ICO: whole,
      BOK: ["", " ", ...long(255)],
      Uri: long(500),
    },
  },
  {
    transaction: "TR_EVIDENCE_VIP_ZAPIS",
    schema: "EvidenceVIPZapisRequest.xsd",
    children: [
      ["Bsi", "5f0c2f4e-6f0a-4b52-9a2f-0c6d3c1f0a01"],
      ["IdentifikaceProstredku", "key-1"],
      ["LoA", "Substantial"],
      ["Stav", "Aktivni"],
      ["OverenoDoklademTotoznosti", "true"],
      ["PrukazTotoznosti", "<n:Cislo>900000101</n:Cislo><n:Druh>ID</n:Druh>"],
    ],
    borders: {
      Bsi: [...words, ...long(256)],
      IdentifikaceProstredku: [...words, ...long(300)],
      LoA: ["", "None", "Low", "High", "high", "Highest"],
      Stav: ["", "Neaktivni", "Ukonceny", "Aktivní"],
      OverenoDoklademTotoznosti: ["", "false", "True", "1", "0", " true ", "ano"],
      PrukazTotoznosti: [
        "",
        "<n:Cislo/><n:Druh>ID</n:Druh>",
        "<n:Cislo> x </n:Cislo><n:Druh>P</n:Druh>",
        "<n:Cislo>1</n:Cislo><n:Druh>ABC</n:Druh>",
        "<n:Druh>ID</n:Druh><n:Cislo>1</n:Cislo>",
      ],
    },
  },
  {
    transaction: "TR_EVIDENCE_VIP_ZMENA",
    schema: "EvidenceZmenaRequest.xsd",
    children: [
      ["Bsi", "5f0c2f4e-6f0a-4b52-9a2f-0c6d3c1f0a01"],
      ["IdentifikaceProstredku", "key-1"],
      ["LoA", "High"],
      ["Stav", "Ukonceny"],
      ["Zprava", "unlinked"],
    ],
    borders: { Stav: ["", "Zruseny"], LoA: ["", "None"], Zprava: ["", " ", "x\ny", ...long(255)] },
  },
  {
    transaction: "TR_NOTIFIKACE_IDP",
    schema: "NotifikaceIdpRequest.xsd",
    children: [["NotifikaceIdpId", "11612"]],
    borders: {
      NotifikaceIdpId: [
        "",
        "0",
        "-1",
        "x",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775809",
        " 1 ",
      ],
    },
  },
];

type Child = readonly [string, string];

const element = ([name, content]: Child): string =>
  nil.includes(content)
    ? `<n:${name} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance${content}"/>`
    : `<n:${name}>${content}</n:${name}>`;

/** Every child left out, doubled, swapped with its neighbour, emptied by xsi:nil, and at each border of its values. */
function variants({ transaction, children, borders }: Example): string[] {
  const { root, namespace } = requestShapes[transaction];
  const write = (list: readonly Child[], extra = "") =>
    `<n:${root} xmlns:n="${namespace}">${list.map(element).join("")}${extra}</n:${root}>`;
  const changed = children.flatMap((child, index) => {
    const [before, rest] = [children.slice(0, index), children.slice(index + 1)];
    const values = [...(borders[child[0]] ?? []), ...nil];
    return [
      write([...before, ...rest]),
      write([...before, child, child, ...rest]),
      write([...before, ...rest.slice(0, 1), child, ...rest.slice(1)]),
      ...values.map((value) => write([...before, [child[0], value], ...rest])),
    ];
  });
  const other = write(children).replaceAll(namespace, "urn:other");
  return [
    write(children),
    write(children, "text"),
    write(children, "<n:Dalsi/>"),
    write([]),
    other,
    ...new Set(changed),
  ];
}

function accepts(transaction: TransactionClass, xml: string): boolean {
  try {
    readPayload(parseXml(xml).documentElement as Element, requestShapes[transaction]);
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!hasShared)("a payload is taken exactly when NIA's schema takes it", () => {
  it.each(examples)("$transaction", async (example) => {
    const all = variants(example);
    const { rawOutput } = await validateXML({
      xml: all.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
      schema: readFileSync(sharedPath(`nia-soap/schema/${example.schema}`), "utf8").replace(/^\uFEFF/, ""),
    });
    const verdicts = new Map(
      [...rawOutput.matchAll(/^(\d+)\.xml (validates|fails to validate)$/gm)].map(([, index, verdict]) => [
        Number(index),
        verdict === "validates",
      ]),
    );
    const disagreed = all.filter((xml, index) => accepts(example.transaction, xml) !== verdicts.get(index));

    expect(verdicts.size).toBe(all.length);
    expect([...verdicts.values()].filter(Boolean).length).toBeGreaterThan(3);
    expect(disagreed).toEqual([]);
  });
});
