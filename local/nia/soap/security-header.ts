import type { Element } from "@xmldom/xmldom";
import { ns } from "../xml/names.ts";
import { elementsOf, named, oneChild, textOf } from "../xml/read.ts";
import { type SoapMessage, mustHaveUniqueIds, reading } from "./message.ts";
import { must } from "./refusal.ts";

/** How far the clocks of caller and service may differ. */
export const CLOCK_SKEW = 60_000;

/** The parts of the security header, in the strict layout of the policy (nia-soap.md, 4.1). */
export interface SecurityHeader {
  readonly timestamp: Element;
  readonly token: Element;
  readonly signature: Element;
}

/** Throws `Refused` unless there is one security header, of that layout, whose timestamp holds now. */
export function readSecurityHeader(message: SoapMessage, now: Date): SecurityHeader {
  return reading("security", () => {
    const security = oneChild(message.header, ns.security, "Security");
    mustHaveUniqueIds(message);
    const [timestamp, token, signature, ...more] = elementsOf(security);
    must(
      timestamp !== undefined && named(timestamp, ns.utility, "Timestamp"),
      "security",
      "No Timestamp in the first place",
    );
    must(
      token !== undefined && !named(token, ns.signature, "Signature"),
      "security",
      "No token before the signature",
    );
    must(
      signature !== undefined && named(signature, ns.signature, "Signature"),
      "security",
      "No Signature in the third place",
    );
    must(more.length === 0, "security", "More than timestamp, token and signature");
    checkTimestamp(timestamp, now.getTime());
    return { timestamp, token, signature };
  });
}

function checkTimestamp(timestamp: Element, now: number): void {
  const created = instant(textOf(oneChild(timestamp, ns.utility, "Created")));
  const expires = instant(textOf(oneChild(timestamp, ns.utility, "Expires")));
  must(elementsOf(timestamp).length === 2, "security", "More than Created and Expires in the Timestamp");
  must(created < expires, "security", "The Timestamp expires before it was created");
  must(created <= now + CLOCK_SKEW, "security", "The Timestamp lies in the future");
  must(expires > now - CLOCK_SKEW, "security", "The Timestamp has expired");
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?(Z|[+-]\d\d:\d\d)$/;

/** Milliseconds of an xs:dateTime with a zone, in the `Z` and in the offset form. */
export function instant(text: string): number {
  must(INSTANT.test(text), "security", "An instant that is no dateTime with a zone");
  const value = Date.parse(text);
  must(!Number.isNaN(value), "security", "An instant that is none");
  return value;
}
