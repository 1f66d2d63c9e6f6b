import type { Element } from "@xmldom/xmldom";
import { named, oneChild, optionalChild, textOf } from "../../nia/xml/read.ts";
import { ns } from "../saml/names.ts";
import { must, reading } from "../saml/refusal.ts";
import { type Envelope, mustStandInOrder, readEnvelope } from "./envelope.ts";

export interface LogoutRequest extends Envelope {
  readonly nameId: string;
  readonly sessionIndex: string | undefined;
}

/** Reads a LogoutRequest that is addressed to `destination` (nia-saml.md, A7). Throws `MessageRefused`. */
export const readLogoutRequest = (root: Element, destination: string, now: Date): LogoutRequest =>
  reading(() => {
    must(named(root, ns.protocol, "LogoutRequest"), "The message is no LogoutRequest");
    const envelope = readEnvelope(root, destination, now);
    mustStandInOrder(root, ["Issuer", "Signature", "Extensions", "NameID", "SessionIndex"]);
    const sessionIndex = optionalChild(root, ns.protocol, "SessionIndex");
    return {
      ...envelope,
      nameId: textOf(oneChild(root, ns.assertion, "NameID")),
      sessionIndex: sessionIndex === undefined ? undefined : textOf(sessionIndex),
    };
  });
