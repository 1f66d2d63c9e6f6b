import type { Element } from "@xmldom/xmldom";
import { failureAs, type Purpose } from "../failures.ts";
import { ns } from "../wire/names.ts";
import {
  base64Of,
  childNamed,
  childText,
  elementsOf,
  isNamed,
  isNil,
  Malformed,
  optionalChild,
  parseXml,
} from "../../xml/xml.ts";

/** One of NIA's transactions: its class, and how its payloads are called. */
export interface Transaction {
  tclass: string;
  purpose: Exclude<Purpose, "token">;
  response: { namespace: string; name: string };
}

/** The transaction's own answer, and the gateway's number of it. */
export interface Answer {
  transaction: Transaction;
  response: Element;
  correlationId?: string;
}

/** The body of call 3 around a payload (nia-soap.md, 7). */
export const submitRequest = ({ tclass }: Transaction, payload: string): string =>
  `<sub:Submit xmlns:sub="${ns.submission}"><sub:tclass>${tclass}</sub:tclass>` +
  `<sub:bodies><sub:BodyPart><sub:Body>${payload}</sub:Body></sub:BodyPart></sub:bodies>` +
  `<sub:optionals/></sub:Submit>`;

const numberOf = (errors: Element): string => {
  const number = errors.getElementsByTagNameNS(ns.submission, "Number").item(0)?.textContent?.trim() ?? "";
  return /^-?\d{1,10}$/.test(number) ? number : "without number";
};

const correlationOf = (result: Element): string | undefined => {
  const text = childText(result, ns.submission, "CorrelationID");
  return text && /^[\w-]{1,64}$/.test(text) ? text : undefined;
};

const payloadOf = (result: Element, { response }: Transaction): Element => {
  const content = base64Of(childNamed(result, ns.submission, "BodyBase64XML"));
  if (content.length === 0) throw new Malformed("no result");
  const bodies = parseXml(new TextDecoder("utf-8", { fatal: true }).decode(content));
  if (!isNamed(bodies, ns.submission, "bodies")) throw new Malformed("BodyBase64XML does not hold bodies");
  const [payload, ...more] = elementsOf(childNamed(bodies, ns.govTalk, "Body"));
  if (!payload) throw new Malformed("an empty result");
  if (more.length > 0 || !isNamed(payload, response.namespace, response.name))
    throw new Malformed(`the result is not a ${response.name}`);
  return payload;
};

/** Reads what the gateway answered. Throws `NiaRefused` for GovTalk errors, `Malformed` for anything else. */
export const readSubmitted = (content: Element, transaction: Transaction): Answer => {
  if (!isNamed(content, ns.submission, "SubmitResponse")) throw new Malformed("not a SubmitResponse");
  const result = childNamed(content, ns.submission, "SubmitResult");
  if (childText(result, ns.submission, "Class") !== transaction.tclass)
    throw new Malformed("Class is not the one submitted");
  const correlationId = correlationOf(result);
  const errors = optionalChild(result, ns.submission, "GovTalkErrors");
  if (errors && !isNil(errors)) {
    const message = `${transaction.tclass}: GovTalk error ${numberOf(errors)}`;
    throw failureAs("submission-refused", transaction.purpose, { message, correlationId });
  }
  const qualifier = childText(result, ns.submission, "Qualifier");
  if (qualifier !== undefined && qualifier !== "response") throw new Malformed("Qualifier is not response");
  return {
    transaction,
    response: payloadOf(result, transaction),
    ...(correlationId && { correlationId }),
  };
};
