import { createHash } from "node:crypto";
import type { Attachment, Box, StoredMessage } from "./message.ts";
import { sizeInKilobytes } from "./message.ts";
import { pragueTime } from "./prague-time.ts";
import { type NoValue, type Writer, XSI, ISDS, brokenBase64, writer } from "./xml.ts";

export const RECIPIENT_ADDRESS = "Milešovská 5, 13000 Praha 3, CZ";

/** Group gMessageEnvelope of dmBaseTypes.xsd: from dmID to dmAllowSubstDelivery. */
export function envelopeFields({ text }: Writer, message: StoredMessage, box: Box): string {
  return [
    text("dmID", message.id),
    text("dbIDSender", message.senderBoxId),
    text("dmSender", message.sender),
    text("dmSenderAddress", message.senderAddress),
    text("dmSenderType", message.senderType),
    text("dmRecipient", box.name),
    text("dmRecipientAddress", RECIPIENT_ADDRESS),
    text("dmAmbiguousRecipient", false),
    text("dmSenderOrgUnit", null),
    text("dmSenderOrgUnitNum", null),
    text("dbIDRecipient", box.id),
    text("dmRecipientOrgUnit", null),
    text("dmRecipientOrgUnitNum", null),
    text("dmToHands", null),
    text("dmAnnotation", message.annotation),
    text("dmRecipientRefNumber", null),
    text("dmSenderRefNumber", message.senderRefNumber),
    text("dmRecipientIdent", null),
    text("dmSenderIdent", null),
    text("dmLegalTitleLaw", null),
    text("dmLegalTitleYear", null),
    text("dmLegalTitleSect", null),
    text("dmLegalTitlePar", null),
    text("dmLegalTitlePoint", null),
    text("dmPersonalDelivery", false),
    text("dmAllowSubstDelivery", true),
  ].join("");
}

/** State, size and times as the list and the message end with; the two order them differently. */
export function stateFields({ text }: Writer, message: StoredMessage) {
  return {
    status: text("dmMessageStatus", message.state),
    size: text("dmAttachmentSize", sizeInKilobytes(message.files)),
    times:
      text("dmDeliveryTime", pragueTime(message.deliveredAt)) +
      text("dmAcceptanceTime", message.acceptedAt === null ? null : pragueTime(message.acceptedAt)),
  };
}

/** The message itself, dmDm, byte for byte the same in every answer, for dmHash covers its bytes. */
export function messageBody(message: StoredMessage, box: Box, noValue: NoValue): string {
  const write = writer("p", noValue);
  const files = write.element("dmFiles", message.files.map((file) => fileElement(write, file)).join(""));
  return write.element("dmDm", envelopeFields(write, message, box) + files, {
    "xmlns:p": ISDS,
    "xmlns:xsi": XSI,
  });
}

function fileElement({ element }: Writer, file: Attachment): string {
  const bytes = Buffer.from(file.contentBase64, "base64");
  const content = file.asElement
    ? element("dmXMLContent", bytes.toString("utf8").replace(/^<\?xml[^>]*\?>\s*/, ""))
    : element("dmEncodedContent", brokenBase64(bytes));
  return element("dmFile", content, {
    dmMimeType: file.mimeType,
    dmFileMetaType: file.metaType,
    dmFileDescr: file.name,
    dmFormat: "",
  });
}

/** What stands in dmReturnedMessage. Without a time stamp dmQTimestamp is nil (status 0005). */
export function returnedMessage(
  write: Writer,
  message: StoredMessage,
  body: string,
  stamped: boolean,
): string {
  const hash = createHash("sha256").update(body, "utf8").digest("base64");
  const { status, size, times } = stateFields(write, message);
  const stamp = stamped ? Buffer.from(`time stamp of ${message.id}`).toString("base64") : null;
  return [
    body,
    write.text("dmHash", hash, { algorithm: "SHA-256" }),
    write.text("dmQTimestamp", stamp),
    times,
    status,
    size,
  ].join("");
}
