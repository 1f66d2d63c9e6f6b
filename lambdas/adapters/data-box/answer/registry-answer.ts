import type { Element } from "@xmldom/xmldom";
import { MessageInvalid } from "../../../domain/errors.ts";
import { type IdentityDocument, type ReferenceData, documentTypes } from "../../../domain/person.ts";
import type { ReadRegistryAnswer, RegistryAnswer, SealedMessage } from "../../../services/ports/data-box.ts";
import { readAddress } from "./registry-address.ts";
import { checkedDate, name100, name50 } from "./registry-text.ts";
import { leafText, strictSequence } from "./strict-sequence.ts";
import { toInstant } from "../text.ts";
import { parseXml } from "../xml.ts";

/** Target namespace of docs/registry-answer.xsd, which says what each element means. */
const ANSWER = "urn:nia-link:registry-answer:v1";

const readDocument = (element: Element): IdentityDocument => {
  const sequence = strictSequence(element);
  const kind = sequence.text("Druh", /^[A-Z]{1,2}$/u);
  const type = documentTypes.find((known) => known === kind);
  if (type === undefined) throw new MessageInvalid("a document of an unknown kind");
  const number = sequence.text("Cislo", /^[A-Z0-9]{1,20}$/u);
  sequence.end();
  return { type, number };
};

const readPerson = (element: Element): ReferenceData => {
  const sequence = strictSequence(element);
  const firstName = sequence.text("Jmeno", name100);
  const lastName = sequence.text("Prijmeni", name100);
  const birthDate = checkedDate(sequence.text("DatumNarozeni", /^\d{4}-\d{2}-\d{2}$/u));
  const citizenships = sequence.many("Obcanstvi", 20).map((country) => leafText(country, /^[A-Z]{3}$/u));
  const address = sequence.optional("AdresaPobytu");
  const documents = sequence.many("Doklad", 20).map(readDocument);
  sequence.end();
  return { firstName, lastName, birthDate, citizenships, ...(address && readAddress(address)), documents };
};

const readAnswer = (root: Element): RegistryAnswer => {
  if (root.localName !== "PoskytnutiUdaju") throw new MessageInvalid("another document of the registry");
  const sequence = strictSequence(root);
  sequence.text("CisloJednaci", name50);
  if (toInstant(sequence.text("CasPoskytnuti", /^\S+$/u)) === undefined)
    throw new MessageInvalid("CasPoskytnuti is not an instant");
  const provision = sequence.text("ZpusobPoskytnuti", /^(?:jednorazove|trvale)$/u);
  const messageForRecipient = sequence.optionalText("ZpravaProPrijemce", /^.{1,1000}$/su) ?? "";
  const person = readPerson(sequence.required("Osoba"));
  sequence.end();
  return { messageForRecipient, person, provision: provision === "trvale" ? "permanent" : "one-time" };
};

/** The root of a file that is XML of the registry; what is broken is nobody's answer. */
const rootOfAnswer = ({ content }: SealedMessage["files"][number]): Element | undefined => {
  try {
    const root = parseXml(content);
    return root.namespaceURI === ANSWER ? root : undefined;
  } catch (error) {
    if (error instanceof MessageInvalid) return undefined;
    throw error;
  }
};

/**
 * The `ReadRegistryAnswer` port over our own schema. The declared type of a file cannot be trusted and the order of
 * files is no promise (isds.md, 4.2), so the answer is the only `.xml` file whose root is in the namespace.
 */
export const readRegistryAnswer: ReadRegistryAnswer = ({ files }) => {
  const [root, ...others] = files
    .filter(({ name }) => /\.xml$/iu.test(name))
    .map(rootOfAnswer)
    .filter((found) => found !== undefined);
  if (root === undefined) throw new MessageInvalid("no readable answer among the files");
  if (others.length > 0) throw new MessageInvalid("several answers");
  return readAnswer(root);
};
