import type { IdentityDocument } from "../../../domain/person.ts";
import type { IdentifiedPerson, PersonQuery } from "../../../services/ports/nia.ts";
import { failureAs } from "../failures.ts";
import { Malformed } from "../../xml/xml.ts";
import { nonEmpty, payload, plain } from "./payload.ts";
import { registryDataOf } from "./registry-data.ts";
import { details, type Failure, failureOf, technical } from "./status.ts";
import { type Answer, submitRequest, type Transaction } from "./submit.ts";
import { childText } from "../../xml/xml.ts";

const NAMESPACE = "urn:nia.ztotozneni/response:v4";
const MAX_NAME = 100;
const MAX_DOCUMENT_NUMBER = 9;

export const identification: Transaction = {
  tclass: "TR_ZTOTOZNENI",
  purpose: "question",
  response: { namespace: NAMESPACE, name: "ZtotozneniResponse" },
};

/** Foreign documents may have longer numbers than NIA takes: such a one is left out. */
const usable = (document: IdentityDocument | undefined): IdentityDocument | undefined => {
  const length = document?.number.trim().length ?? 0;
  return length > 0 && length <= MAX_DOCUMENT_NUMBER ? document : undefined;
};

/**
 * By the strongest that is known: the document, else the address, else the date of birth. Production leaves
 * ZpusobOvereni out; stating it makes plain which combination has to be unique.
 */
const methodOf = (document: IdentityDocument | undefined, addressPlaceCode: string | undefined): string => {
  if (document) return "Doklad";
  return addressPlaceCode ? "JmenoPrijmeniAdresaPobytu" : "JmenoPrijmeniDatumNarozeni";
};

/** The body of TR_ZTOTOZNENI (nia-soap.md, 8.1). Comparison minds diacritics and not case, as production does. */
export const identifyRequest = (query: PersonQuery): string => {
  const document = usable(query.document);
  return submitRequest(
    identification,
    payload(
      "ZtotozneniRequest",
      "urn:nia.ztotozneni/request:v3",
      query.addressPlaceCode ? plain("AdresaPobytu", query.addressPlaceCode) : "",
      plain("DatumNarozeni", query.birthDate),
      nonEmpty("Jmeno", query.firstName, MAX_NAME),
      nonEmpty("Prijmeni", query.lastName, MAX_NAME),
      document
        ? `<n:Doklad>${nonEmpty("Cislo", document.number)}${nonEmpty("Druh", document.type)}</n:Doklad>`
        : "",
      plain("TypPorovnani", "diakritika"),
      plain("ZpusobOvereni", methodOf(document, query.addressPlaceCode)),
    ),
  );
};

/** NIA's wording for several people is not known: inferred from how ISZR names its codes. */
const several = ({ detail, registry }: Failure): boolean =>
  /VICE|NEJEDNOZNAC|MULTIPLE/i.test(registry.subcode) ||
  /\b(?:multiple|several|more than one)\b/i.test(detail);

/** Throws `PersonNotFound`, `PersonAmbiguous`, `NiaUnavailable` or `NiaRefused`; `Malformed` without a pseudonym. */
export const readIdentified = (answer: Answer): IdentifiedPerson => {
  const failure = failureOf(answer);
  const { response, correlationId } = answer;
  if (failure) {
    const about = { message: `${identification.tclass} ${correlationId ?? ""}`.trim(), correlationId };
    if (several(failure)) throw failureAs("several-found", identification.purpose, about);
    if (failure.detail === details.nobody || failure.registry.subcode === "ZAZNAMNENALEZEN")
      throw failureAs("nobody-found", identification.purpose, about);
    throw technical(answer, failure);
  }
  const pseudonym = childText(response, NAMESPACE, "Pseudonym");
  if (!pseudonym) throw new Malformed("no Pseudonym");
  return { pseudonym, ...registryDataOf(response), ...(correlationId && { correlationId }) };
};
