import {
  allOf,
  anyText,
  atMost,
  boolean,
  date,
  int,
  intBetween,
  long,
  nonEmpty,
  oneOf,
  type TextRule,
} from "./rules.ts";

/** A child of a request: its place in the list is its place in the document. */
export interface Field {
  readonly name: string;
  readonly required?: boolean;
  readonly nillable?: boolean;
  readonly content: TextRule | Shape;
  /** Attributes beside those of XML Schema instance, by name. */
  readonly attributes?: Readonly<Record<string, TextRule>>;
}

export type Shape = { readonly sequence: readonly Field[] } | { readonly choice: readonly Field[] };

export interface RequestShape {
  readonly root: string;
  readonly namespace: string;
  readonly fields: readonly Field[];
}

const required = (name: string, content: TextRule | Shape): Field => ({ name, required: true, content });
const optional = (name: string, content: TextRule | Shape): Field => ({ name, content });
const nillable = (name: string, content: TextRule | Shape): Field => ({ name, content, nillable: true });

const personName = allOf(nonEmpty, atMost(100));
const threeDigits = intBetween(-999, 999);
const bsi = allOf(nonEmpty, atMost(256));
const loa = oneOf("None", "Low", "Substantial", "High");
const state = oneOf("Neaktivni", "Aktivni", "Ukonceny");
const documentKind = allOf(nonEmpty, atMost(2));

const birthPlace: Shape = {
  choice: [
    { ...required("NarozeniCr", intBetween(2, 999_998)), attributes: { obec: boolean } },
    required("NarozeniSvet", {
      sequence: [required("MistoSvet", atMost(100)), required("Stat", threeDigits)],
    }),
  ],
};

const identify: RequestShape = {
  root: "ZtotozneniRequest",
  namespace: "urn:nia.ztotozneni/request:v3",
  fields: [
    nillable("AdresaPobytu", intBetween(1, 999_999_998)),
    nillable("DatumNarozeni", date),
    nillable("Jmeno", personName),
    nillable("MistoNarozeni", birthPlace),
    nillable("Prijmeni", personName),
    optional("Doklad", {
      sequence: [required("Cislo", allOf(nonEmpty, atMost(9))), required("Druh", documentKind)],
    }),
    optional("Obcanstvi", threeDigits),
    optional("TypPorovnani", oneOf("striktni", "diakritika", "ascii")),
    optional("ZpusobOvereni", oneOf("JmenoPrijmeniAdresaPobytu", "JmenoPrijmeniDatumNarozeni", "Doklad")),
    optional("ICO", int),
    optional("BOK", atMost(255)),
    optional("Uri", atMost(500)),
    optional("AgendaZadostId", atMost(255)),
    optional("ProfileId", atMost(255)),
  ],
};

const register: RequestShape = {
  root: "EvidenceVIPZapisRequest",
  namespace: "urn:nia.EvidenceVIPZapis/request:v2",
  fields: [
    required("Bsi", bsi),
    required("IdentifikaceProstredku", nonEmpty),
    required("LoA", loa),
    optional("Stav", state),
    required("OverenoDoklademTotoznosti", boolean),
    optional("PrukazTotoznosti", { sequence: [required("Cislo", anyText), required("Druh", documentKind)] }),
  ],
};

const change: RequestShape = {
  root: "EvidenceVIPZmenaRequest",
  namespace: "urn:nia.EvidenceVIPZmena/request:v1",
  fields: [
    required("Bsi", bsi),
    required("IdentifikaceProstredku", nonEmpty),
    optional("LoA", loa),
    required("Stav", state),
    required("Zprava", atMost(255)),
  ],
};

const notifications: RequestShape = {
  root: "NotifikaceIdpRequest",
  namespace: "urn:nia.notifikaceIdp/request:v1",
  fields: [optional("NotifikaceIdpId", long)],
};

/** The requests of the four transactions (nia-soap.md, 8). */
export const requestShapes = {
  TR_ZTOTOZNENI: identify,
  TR_EVIDENCE_VIP_ZAPIS: register,
  TR_EVIDENCE_VIP_ZMENA: change,
  TR_NOTIFIKACE_IDP: notifications,
} as const;

export type TransactionClass = keyof typeof requestShapes;

export const isTransactionClass = (text: string): text is TransactionClass =>
  Object.hasOwn(requestShapes, text);
