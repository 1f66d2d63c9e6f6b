import { envelopeFields, returnedMessage, stateFields } from "./envelope.ts";
import type { NumberedMessage } from "./mailbox.ts";
import type { Box, StoredMessage } from "./message.ts";
import { type StatusCode, statusTexts } from "./status.ts";
import { ISDS, ISDS_MESSAGE, type NoValue, XSI, brokenBase64, writer } from "./xml.ts";

const root = writer("p");
const scope = { "xmlns:p": ISDS, "xmlns:xsi": XSI };
const answer = (operation: string, content: string): string =>
  root.element(`${operation}Response`, content, scope);

/** Status under a prefix of its own: a client that matches prefixes instead of namespaces fails here. */
export function statusElement(code: StatusCode, kind: "dm" | "db" = "dm"): string {
  const write = writer("q");
  return write.element(
    `${kind}Status`,
    write.text(`${kind}StatusCode`, code) + write.text(`${kind}StatusMessage`, statusTexts[code]),
    { "xmlns:q": ISDS },
  );
}

export const statusAnswer = (operation: string, code: StatusCode): string =>
  answer(operation, statusElement(code));

export const unknownOperation = (operation: string): string =>
  `<q:${operation}Response xmlns:q="${ISDS}"><q:dmStatus><q:dmStatusCode>2006</q:dmStatusCode><q:dmStatusMessage>Unknown operation: ${operation}</q:dmStatusMessage></q:dmStatus></q:${operation}Response>`;

export function listAnswer(found: readonly NumberedMessage[], box: Box, noValue: NoValue): string {
  const records = found.map((numbered) => record(numbered, box, noValue)).join("");
  return answer("GetListOfReceivedMessages", root.element("dmRecords", records) + statusElement("0000"));
}

/** Every second record stands in the default namespace, declared again. */
function record({ ordinal, message }: NumberedMessage, box: Box, noValue: NoValue): string {
  const bare = ordinal % 2 === 0;
  const write = writer(bare ? "" : "p", noValue);
  const { status, size, times } = stateFields(write, message);
  return write.element(
    "dmRecord",
    write.text("dmOrdinal", ordinal) + envelopeFields(write, message, box) + status + size + times,
    {
      xmlns: bare ? ISDS : undefined,
      dmVODZ: message.large ? "true" : undefined,
      specMessFlag: message.suspicious ? "1" : undefined,
    },
  );
}

export const messageAnswer = (message: StoredMessage, body: string, stamped: boolean): string =>
  answer(
    "MessageDownload",
    root.element("dmReturnedMessage", returnedMessage(root, message, body, stamped)) +
      statusElement(stamped ? "0000" : "0005"),
  );

export const signedAnswer = (zfo: Uint8Array, stamped: boolean): string =>
  answer(
    "SignedMessageDownload",
    root.element("dmSignature", brokenBase64(zfo)) + statusElement(stamped ? "0000" : "0005"),
  );

/** The document that is sealed: MessageDownloadResponse of another namespace than the SOAP one. */
export function sealedDocument(message: StoredMessage, body: string, stamped: boolean): string {
  const write = writer("q");
  const content = write.element("dmReturnedMessage", returnedMessage(write, message, body, stamped));
  const attributes = { "xmlns:q": ISDS_MESSAGE, "xmlns:xsi": XSI };
  return `<?xml version="1.0" encoding="utf-8"?>${write.element("MessageDownloadResponse", content, attributes)}`;
}

export function ownerAnswer(box: Box): string {
  const nil = (names: readonly string[]): string => names.map((name) => root.text(name, null)).join("");
  const owner = [
    root.text("dbID", box.id),
    root.text("dbType", "PO"),
    root.text("ic", box.ic),
    nil(["pnFirstName", "pnMiddleName", "pnLastName", "pnLastNameAtBirth"]),
    root.text("firmName", box.name),
    nil(["biDate", "biCity", "biCounty", "biState"]),
    root.text("adCity", "Praha"),
    root.text("adStreet", "Milešovská"),
    root.text("adNumberInStreet", "5"),
    root.text("adNumberInMunicipality", "1136"),
    root.text("adZipCode", "13000"),
    root.text("adState", "CZ"),
    nil(["nationality", "identifier", "registryCode"]),
    root.text("dbState", 1),
    root.text("dbEffectiveOVM", false),
    root.text("dbOpenAddressing", true),
  ].join("");
  return answer("GetOwnerInfoFromLogin", root.element("dbOwnerInfo", owner) + statusElement("0000", "db"));
}
