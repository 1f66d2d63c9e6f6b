import type { Element } from "@xmldom/xmldom";
import { MessageInvalid } from "../../domain/errors.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { ReceivedMessage } from "../../services/ports/data-box.ts";
import { toInstant } from "./text.ts";
import { ISDS, childNamed, childrenNamed, requiredText, textOf } from "./xml.ts";

/** Message ids are decimal numbers; they become object keys, so nothing else passes. */
export const messageId = /^\d{1,20}$/u;

const toMessage = (record: Element, since: IsoInstant): ReceivedMessage => {
  const id = requiredText(record, "dmID");
  if (!messageId.test(id)) throw new MessageInvalid("xml: dmID is not a number");
  return {
    id,
    senderBoxId: textOf(record, "dbIDSender") ?? "",
    // Listed from `since` on, so a message without a readable time is at least that young.
    deliveredAt: toInstant(textOf(record, "dmDeliveryTime")) ?? since,
    large: ["true", "1"].includes(record.getAttribute("dmVODZ")?.trim() ?? ""),
    system: textOf(record, "dmSenderType") === "0",
  };
};

/** The records of one page of GetListOfReceivedMessages. */
export const readReceivedList = (response: Element, since: IsoInstant): ReceivedMessage[] => {
  const records = childNamed(response, "dmRecords");
  if (records === undefined) return [];
  return childrenNamed(records, "dmRecord", ISDS)
    .filter((record) => record.childNodes.length > 0)
    .map((record) => toMessage(record, since));
};
