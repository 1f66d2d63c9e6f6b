import { randomBytes, randomInt } from "node:crypto";
import type { Element } from "@xmldom/xmldom";
import { reading } from "../soap/message.ts";
import { must } from "../soap/refusal.ts";
import { ns } from "../xml/names.ts";
import { elementsOf, named, oneChild, textOf } from "../xml/read.ts";
import { escapeText } from "../xml/write.ts";
import { type Answer, renderAnswer } from "./transactions/answer.ts";

export interface Submission {
  readonly transactionClass: string;
  readonly payload: Element;
}

/** Reads `sub:Submit` (nia-soap.md, 7): the class, one body part with one payload element. Throws `Refused`. */
export function readSubmission(content: Element): Submission {
  return reading("deserialization", () => {
    must(named(content, ns.submission, "Submit"), "deserialization", "The body is no Submit");
    const names = elementsOf(content).map((child) =>
      child.namespaceURI === ns.submission ? child.localName : "?",
    );
    const order = names.join(" ");
    must(
      ["tclass bodies", "tclass bodies optionals"].includes(order),
      "deserialization",
      "Other children in Submit",
    );
    const bodies = oneChild(content, ns.submission, "bodies");
    const part = oneChild(bodies, ns.submission, "BodyPart");
    const [payload, ...more] = elementsOf(oneChild(part, ns.submission, "Body"));
    must(payload !== undefined && more.length === 0, "deserialization", "The Body is to hold one element");
    return { transactionClass: textOf(oneChild(content, ns.submission, "tclass")), payload };
  });
}

/** The class a message names, for choosing faults by it before anything is checked. */
export function peekTransactionClass(content: Element): string | undefined {
  try {
    return readSubmission(content).transactionClass;
  } catch {
    return undefined;
  }
}

export interface SubmissionReply {
  readonly transactionClass: string;
  readonly at: Date;
}

/** `sub:SubmitResponse` with the transaction's answer in base64. */
export const renderSubmitted = (reply: SubmissionReply, answer: Answer): string =>
  renderResult(reply, {
    body: `<BodyBase64XML>${Buffer.from(renderAnswer(answer)).toString("base64")}</BodyBase64XML>`,
    errors: `<GovTalkErrors i:nil="true"/>`,
    qualifier: "response",
  });

/** `sub:SubmitResponse` of a submission that the gateway itself found at fault: GovTalk errors and no answer. */
export function renderGovTalkError(reply: SubmissionReply, text: string): string {
  const error =
    `<Error><GatewayTimeStamp>${gatewayTime(reply.at)}</GatewayTimeStamp><Id>1</Id><Location>Submit</Location>` +
    `<Number>1000</Number><RaisedBy>Gateway</RaisedBy><Text>${escapeText(text)}</Text><Type>fatal</Type></Error>`;
  return renderResult(reply, {
    body: `<BodyBase64XML i:nil="true"/>`,
    errors: `<GovTalkErrors><Errors>${error}</Errors></GovTalkErrors>`,
    qualifier: "error",
  });
}

interface ResultParts {
  readonly body: string;
  readonly errors: string;
  readonly qualifier: string;
}

const renderResult = (
  { transactionClass, at }: SubmissionReply,
  { body, errors, qualifier }: ResultParts,
): string =>
  `<SubmitResponse xmlns="${ns.submission}"><SubmitResult xmlns:i="${ns.schemaInstance}">${body}` +
  `<Class>${escapeText(transactionClass)}</Class>` +
  `<CorrelationID>${randomBytes(16).toString("hex").toUpperCase()}</CorrelationID><Function>submit</Function>` +
  `<GatewayTimestamp>${gatewayTime(at)}</GatewayTimestamp>${errors}<PollInterval>PT20S</PollInterval>` +
  `<Qualifier>${qualifier}</Qualifier><GatewayAdditions i:nil="true"/></SubmitResult></SubmitResponse>`;

/** Up to seven decimals, trailing zeros cut. */
const gatewayTime = (at: Date): string => {
  const decimals = at.toISOString().slice(20, 23) + randomInt(10_000).toString().padStart(4, "0");
  const cut = decimals.replace(/0+$/, "");
  return `${at.toISOString().slice(0, 19)}${cut === "" ? "" : `.${cut}`}Z`;
};
