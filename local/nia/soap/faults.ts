import { action, ns } from "../xml/names.ts";
import { escapeText } from "../xml/write.ts";
import type { RefusalKind } from "./refusal.ts";

/** A SOAP fault: the action of the reply and the body's content. */
export interface SoapFault {
  readonly action: string;
  readonly xml: string;
}

interface FaultShape {
  readonly action: string;
  readonly code: "Sender" | "Receiver" | "MustUnderstand";
  /** Namespace and name. */
  readonly subcode?: readonly [string, string];
  readonly text: string;
}

const INTERNAL_TEXT =
  "The server was unable to process the request due to an internal error.  For more information about the error, " +
  "either turn on IncludeExceptionDetailInFaults (either from ServiceBehaviorAttribute or from the <serviceDebug> " +
  "configuration behavior) on the server in order to send the exception information back to the client, or turn on " +
  "tracing as per the Microsoft .NET Framework SDK documentation and inspect the server trace logs.";

const shapes: Record<RefusalKind, FaultShape> = {
  malformed: { action: action.soapFault, code: "Sender", text: "The message could not be read." },
  action: {
    action: action.addressingFault,
    code: "Sender",
    subcode: [ns.addressing, "ActionNotSupported"],
    text: "The message cannot be processed at the receiver, due to a ContractFilter mismatch at the EndpointDispatcher.",
  },
  destination: {
    action: action.addressingFault,
    code: "Sender",
    subcode: [ns.addressing, "DestinationUnreachable"],
    text: "The message cannot be processed at the receiver, due to an AddressFilter mismatch at the EndpointDispatcher.",
  },
  addressing: {
    action: action.addressingFault,
    code: "Sender",
    subcode: [ns.addressing, "InvalidAddressingHeader"],
    text: "A header representing a Message Addressing Property is not valid and the message cannot be processed.",
  },
  "not-understood": {
    action: action.soapFault,
    code: "MustUnderstand",
    text: "A header of the message was not understood by the recipient, causing the message to not be processed.",
  },
  security: {
    action: action.soapFault,
    code: "Sender",
    subcode: [ns.security, "InvalidSecurity"],
    text: "An error occurred when verifying security for the message.",
  },
  authentication: {
    action: action.soapFault,
    code: "Sender",
    subcode: [ns.trust, "FailedAuthentication"],
    text: "The security token could not be authenticated or authorized.",
  },
  "trust-request": {
    action: action.soapFault,
    code: "Sender",
    subcode: [ns.trust, "InvalidRequest"],
    text: "The request was invalid or malformed.",
  },
  "trust-scope": {
    action: action.soapFault,
    code: "Sender",
    subcode: [ns.trust, "RequestFailed"],
    text: "The specified request failed.",
  },
  deserialization: {
    action: action.dispatcherFault,
    code: "Sender",
    subcode: [ns.dispatcher, "DeserializationFailed"],
    text: "The formatter threw an exception while trying to deserialize the message.",
  },
  internal: {
    action: action.dispatcherFault,
    code: "Receiver",
    subcode: [ns.dispatcher, "InternalServiceFault"],
    text: INTERNAL_TEXT,
  },
};

/** The fault of WCF for a refusal (nia-soap.md, 9). */
export function wcfFault(kind: RefusalKind): SoapFault {
  const { action: faultAction, code, subcode, text } = shapes[kind];
  return { action: faultAction, xml: fault(code, subcode, text, "") };
}

export interface GatewayError {
  readonly at: Date;
  readonly number: number;
  readonly text: string;
}

/** The gateway's own fault, with a `GGErrorException` in its detail. */
export function gatewayFault(error: GatewayError): SoapFault {
  const detail =
    `<s:Detail><GGErrorException xmlns="${ns.submission}">` +
    `<GatewayTimeStamp>${error.at.toISOString()}</GatewayTimeStamp><Location>Submit</Location>` +
    `<Number>${error.number}</Number><RaisedBy>Gateway</RaisedBy><Text>${escapeText(error.text)}</Text>` +
    `<Type>fatal</Type></GGErrorException></s:Detail>`;
  return { action: action.gatewayFault, xml: fault("Sender", undefined, error.text, detail) };
}

function fault(
  code: string,
  subcode: readonly [string, string] | undefined,
  text: string,
  detail: string,
): string {
  const inner =
    subcode === undefined
      ? ""
      : `<s:Subcode><s:Value xmlns:x="${subcode[0]}">x:${subcode[1]}</s:Value></s:Subcode>`;
  return (
    `<s:Fault><s:Code><s:Value>s:${code}</s:Value>${inner}</s:Code>` +
    `<s:Reason><s:Text xml:lang="en-US">${escapeText(text)}</s:Text></s:Reason>${detail}</s:Fault>`
  );
}
