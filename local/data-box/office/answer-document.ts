import { pragueTime } from "../prague-time.ts";
import { type Writer, writer } from "../xml.ts";
import { type AnswerPerson, registryAddress } from "./person.ts";

/** What the office answers with. `message` is "zpráva pro příjemce", as the clerk typed it. */
export interface Answer {
  readonly reference: string;
  readonly at: number;
  readonly permanent: boolean;
  readonly message: string;
  readonly person: AnswerPerson;
}

/** The machine-readable part of an answer, by docs/registry-answer.xsd. */
export function answerDocument({ reference, at, permanent, message, person }: Answer): string {
  const write = writer("", "absent");
  const content = [
    write.text("CisloJednaci", reference),
    write.text("CasPoskytnuti", pragueTime(at)),
    write.text("ZpusobPoskytnuti", permanent ? "trvale" : "jednorazove"),
    write.text("ZpravaProPrijemce", message === "" ? null : message),
    write.element("Osoba", personFields(write, person)),
  ];
  const root = write.element("PoskytnutiUdaju", `\n  ${content.join("\n  ")}\n`, {
    xmlns: "urn:nia-link:registry-answer:v1",
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

function personFields(write: Writer, person: AnswerPerson): string {
  return [
    write.text("Jmeno", person.firstName.toLocaleUpperCase("cs")),
    write.text("Prijmeni", person.lastName.toLocaleUpperCase("cs")),
    write.text("DatumNarozeni", person.birthDate),
    ...person.citizenships.map((code) => write.text("Obcanstvi", code)),
    addressElement(write, person),
    ...person.documents.map((document) =>
      write.element("Doklad", write.text("Druh", document.type) + write.text("Cislo", document.number)),
    ),
  ].join("");
}

function addressElement(write: Writer, { address, addressPlaceCode }: AnswerPerson): string {
  if (address === undefined || addressPlaceCode === undefined) return "";
  const parts = registryAddress(address);
  const fields = [
    write.text("KodAdresnihoMista", addressPlaceCode),
    write.text("Ulice", parts.street ?? null),
    write.text("CisloDomovni", parts.houseNumber ?? null, { druh: parts.houseNumberKind }),
    write.text("CisloOrientacni", parts.orientationNumber ?? null),
    write.text("PismenoOrientacni", parts.orientationLetter ?? null),
    write.text("CastObce", parts.part ?? null),
    write.text("MestskyObvod", parts.district ?? null),
    write.text("Obec", parts.city),
    write.text("PSC", parts.postalCode),
  ];
  return write.element("AdresaPobytu", fields.join(""));
}
