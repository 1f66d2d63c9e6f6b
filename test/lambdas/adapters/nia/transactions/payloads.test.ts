import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { changeRequest } from "../../../../../lambdas/adapters/nia/transactions/change-authenticator.ts";
import { identifyRequest } from "../../../../../lambdas/adapters/nia/transactions/identify.ts";
import { notificationsRequest } from "../../../../../lambdas/adapters/nia/transactions/notifications.ts";
import { writeRequest } from "../../../../../lambdas/adapters/nia/transactions/write-authenticator.ts";
import { canonicalize } from "../../../../../lambdas/adapters/xml/canonical.ts";
import { elementsOf, parseXml } from "../../../../../lambdas/adapters/xml/xml.ts";
import { NiaRefused } from "../../../../../lambdas/domain/errors.ts";
import { documentTypes } from "../../../../../lambdas/domain/person.ts";
import { hasShared } from "../../../../support/shared.ts";
import { person, record, shared } from "../support/recorded.ts";

const inner = (element: ReturnType<typeof parseXml>, name: string) =>
  elementsOf(element).find(({ localName }) => localName === name) ?? parseXml("<none/>");

/** The payload of a body, on its own. */
const payloadOf = (body: string): ReturnType<typeof parseXml> => {
  const [payload] = elementsOf(inner(inner(inner(parseXml(body), "bodies"), "BodyPart"), "Body"));
  return payload ?? parseXml("<none/>");
};
const childrenOf = (body: string): Record<string, string | null> =>
  Object.fromEntries(
    elementsOf(payloadOf(body)).map(({ localName, textContent }) => [localName, textContent]),
  );

const change = {
  pseudonym: record.pseudonym,
  authenticatorId: "rec-1",
  state: "Ukonceny",
  message: "removed",
} as const;
const document = { type: "ID", number: "900000001" } as const;
const odd = `  Žofie & <Anna> "]]>"\n Ěva\t`;

const bodies: [string, string, string][] = [
  ["ZtotozneniRequest", "by birth date", identifyRequest(person)],
  ["ZtotozneniRequest", "by address", identifyRequest({ ...person, addressPlaceCode: "21690120" })],
  ["ZtotozneniRequest", "by document", identifyRequest({ ...person, document })],
  ["ZtotozneniRequest", "by all", identifyRequest({ ...person, addressPlaceCode: "1", document })],
  ["ZtotozneniRequest", "of an odd name", identifyRequest({ ...person, firstName: odd, lastName: "Č" })],
  [
    "ZtotozneniRequest",
    "of a foreign document",
    identifyRequest({ ...person, document: { type: "P", number: "AB12345678" } }),
  ],
  ["EvidenceVIPZapisRequest", "with a document", writeRequest(record)],
  ["EvidenceVIPZapisRequest", "of an odd identifier", writeRequest({ ...record, authenticatorId: odd })],
  ...documentTypes.map((type): [string, string, string] => [
    "EvidenceVIPZapisRequest",
    `with a document ${type}`,
    writeRequest({ ...record, document: { type, number: "1" } }),
  ]),
  [
    "EvidenceVIPZapisRequest",
    "without a document",
    writeRequest({ pseudonym: "b", authenticatorId: "k", loa: "Low", state: "Aktivni" }),
  ],
  ["EvidenceZmenaRequest", "to an end", changeRequest(change)],
  ["EvidenceZmenaRequest", "of the level", changeRequest({ ...change, loa: "Substantial" })],
  ["EvidenceZmenaRequest", "without a message", changeRequest({ ...change, message: " " })],
  ["EvidenceZmenaRequest", "with a long message", changeRequest({ ...change, message: "ř😀".repeat(200) })],
  ["NotifikaceIdpRequest", "from the start", notificationsRequest()],
  ["NotifikaceIdpRequest", "from the largest id", notificationsRequest("9223372036854775807")],
];

describe.skipIf(!hasShared)("payloads against NIA's schemas", () => {
  it.each(bodies)("%s %s", async (schema, _, body) => {
    const { errors } = await validateXML({
      xml: [{ fileName: "payload.xml", contents: canonicalize(payloadOf(body)) }],
      schema: [{ fileName: "request.xsd", contents: shared(`schema/${schema}.xsd`) }],
    });
    expect(errors).toEqual([]);
  });

  it("notices children in another order", async () => {
    const { valid } = await validateXML({
      xml: [
        {
          fileName: "payload.xml",
          contents: canonicalize(payloadOf(writeRequest(record))).replace(
            /(<n:LoA>.*<\/n:LoA>)(<n:Stav>.*<\/n:Stav>)/,
            "$2$1",
          ),
        },
      ],
      schema: [{ fileName: "request.xsd", contents: shared("schema/EvidenceVIPZapisRequest.xsd") }],
    });
    expect(valid).toBe(false);
  });
});

describe("how a person is looked for", () => {
  it.each([
    ["nothing else", {}, "JmenoPrijmeniDatumNarozeni"],
    ["the address", { addressPlaceCode: "264" }, "JmenoPrijmeniAdresaPobytu"],
    ["a document", { document }, "Doklad"],
    ["both", { document, addressPlaceCode: "264" }, "Doklad"],
    [
      "a document with a number too long for NIA",
      { document: { type: "P", number: "1234567890" } },
      "JmenoPrijmeniDatumNarozeni",
    ],
    ["a document without a number", { document: { type: "P", number: " " } }, "JmenoPrijmeniDatumNarozeni"],
  ] as const)("knowing %s", (_, known, method) => {
    const children = childrenOf(identifyRequest({ ...person, ...known }));
    expect(children["ZpusobOvereni"]).toBe(method);
    expect(children["TypPorovnani"]).toBe("diakritika");
    expect("Doklad" in children).toBe(method === "Doklad");
  });
});

describe("values on their way out", () => {
  it("are trimmed, put on one line and escaped", () => {
    expect(childrenOf(writeRequest({ ...record, authenticatorId: odd }))["IdentifikaceProstredku"]).toBe(
      `Žofie & <Anna> "]]>"  Ěva`,
    );
  });

  it.each([
    ["without a name", () => identifyRequest({ ...person, firstName: " " })],
    ["with a name too long", () => identifyRequest({ ...person, lastName: "x".repeat(101) })],
    ["with a character that XML cannot hold", () => identifyRequest({ ...person, lastName: "x\u0000" })],
    ["with half a character", () => identifyRequest({ ...person, lastName: "\uD83D" })],
    ["without a pseudonym", () => writeRequest({ ...record, pseudonym: "" })],
    ["with a pseudonym too long", () => changeRequest({ ...change, pseudonym: "x".repeat(257) })],
    ["from an id that is none", () => notificationsRequest("1 or 2")],
  ])("%s nothing is sent", (_, make) => {
    expect(make).toThrow(NiaRefused);
    expect(make).toThrow(/not sent$/);
  });
});
