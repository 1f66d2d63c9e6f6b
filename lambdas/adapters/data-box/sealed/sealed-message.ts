import type { Element } from "@xmldom/xmldom";
import { XMLSerializer } from "@xmldom/xmldom";
import { MessageInvalid } from "../../../domain/errors.ts";
import type { Clock } from "../../../services/ports/platform.ts";
import type { OpenSealedMessage, SealedMessage } from "../../../services/ports/data-box.ts";
import { messageId } from "../received-list.ts";
import { type SealSettings, openSeal } from "./seal.ts";
import { fromBase64, toInstant } from "../text.ts";
import { ISDS, children, childrenNamed, parseXml, requiredChild, requiredText } from "../xml.ts";

/** Namespace of a message under the seal; its envelope and files are in ISDS's own (isds.md, 4.2). */
const SEALED = "http://isds.czechpoint.cz/v20/message";

type File = SealedMessage["files"][number];

/** The file is the element itself, so the element is what it holds. */
const inlineFile = (name: string, holder: Element): File => {
  const [element, ...others] = children(holder);
  if (element === undefined || others.length > 0) throw new MessageInvalid("not one element as a file");
  const content = new TextEncoder().encode(new XMLSerializer().serializeToString(element));
  return { name: /\.xml$/iu.test(name) ? name : `${name}.xml`, content };
};

const readFile = (file: Element): File => {
  const name = file.getAttribute("dmFileDescr") ?? "";
  const [encoded, ...manyEncoded] = childrenNamed(file, "dmEncodedContent", ISDS);
  const [inline, ...manyInline] = childrenNamed(file, "dmXMLContent", ISDS);
  if (manyEncoded.length > 0 || manyInline.length > 0 || (encoded === undefined) === (inline === undefined))
    throw new MessageInvalid("not exactly one content of a file");
  if (inline !== undefined) return inlineFile(name, inline);
  const content = fromBase64(encoded?.textContent ?? "");
  if (content === undefined) throw new MessageInvalid("a file is not base64");
  return { name, content };
};

const readMessage = (root: Element, recipientBoxId: string): SealedMessage => {
  if (root.namespaceURI !== SEALED || root.localName !== "MessageDownloadResponse")
    throw new MessageInvalid("not a received message");
  const returned = requiredChild(root, "dmReturnedMessage", SEALED, ISDS);
  const envelope = requiredChild(returned, "dmDm");
  const id = requiredText(envelope, "dmID");
  if (!messageId.test(id)) throw new MessageInvalid("dmID is not a number");
  if (requiredText(envelope, "dbIDRecipient") !== recipientBoxId)
    throw new MessageInvalid("a message to another box");
  const deliveredAt = toInstant(requiredText(returned, "dmDeliveryTime", SEALED, ISDS));
  if (deliveredAt === undefined) throw new MessageInvalid("dmDeliveryTime is not an instant");
  return {
    id,
    senderBoxId: requiredText(envelope, "dbIDSender"),
    deliveredAt,
    files: childrenNamed(requiredChild(envelope, "dmFiles"), "dmFile", ISDS).map(readFile),
  };
};

/** The `OpenSealedMessage` port for ZFO files addressed to our own box. */
export const makeOpenSealedMessage =
  (settings: SealSettings & { recipientBoxId: string }, clock: Clock): OpenSealedMessage =>
  async (raw) => {
    const content = await openSeal(raw, settings, new Date(clock()));
    return readMessage(parseXml(content), settings.recipientBoxId);
  };
