const BLANKED = "[blanked]";

/** Keys, proofs and what a token is bound to: whoever has them can be us for an hour. */
const secrets = /(<((?:[\w-]+:)?(?:BinarySecret|SignatureValue))(?:\s[^>]*)?>)[^<]*(<\/\2\s*>)/g;

export const withoutSecrets = (xml: string): string => xml.replace(secrets, `$1${BLANKED}$3`);

/** Elements of a payload that tell nothing of a person; every other text in it is blanked. */
const harmless = new Set([
  "Status",
  "Detail",
  "VysledekKod",
  "VysledekSubKod",
  "VysledekPopis",
  "LoA",
  "Stav",
  "Druh",
  "OverenoDoklademTotoznosti",
  "TypPorovnani",
  "ZpusobOvereni",
  "NotifikaceIdpId",
  "DatumACasNotifikace",
  "Zdroj",
  "Text",
  "ZneplatnenPseudonym",
  "NotifikaceIdpPosledniId",
  "ExistujiDalsiNotifikace",
]);

const texts = /(<((?:[\w-]+:)?([\w-]+))(?:\s[^>]*)?>)([^<]+)(?=<\/\2\s*>)/g;

/** A transaction's payload without what it says of a person. */
export const withoutPersonalData = (payload: string): string =>
  payload.replace(texts, (all, open: string, _tag, name: string, text: string) =>
    harmless.has(name) || text.trim() === "" ? all : `${open}${BLANKED}`,
  );

/** The payload stands in `sub:Body` of a request. */
export const requestWithoutPersonalData = (xml: string): string =>
  xml.replace(
    /(<sub:Body>)([^]*)(<\/sub:Body>)/,
    (_, open: string, payload: string, close: string) => `${open}${withoutPersonalData(payload)}${close}`,
  );
