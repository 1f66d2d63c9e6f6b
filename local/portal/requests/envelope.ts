import type { Element } from "@xmldom/xmldom";
import { elementsOf, named, textOf } from "../../nia/xml/read.ts";
import { ns } from "../saml/names.ts";
import { must } from "../saml/refusal.ts";
import { readInstant } from "../saml/times.ts";

/** What every message of the protocol begins with. */
export interface Envelope {
  readonly id: string;
  readonly issuer: string;
  readonly issuedAt: Date;
}

const TOLERANCE = 5 * 60_000;
const NC_NAME = /^[A-Za-z_][\w.-]{0,127}$/u;

/** Reads ID, Version, IssueInstant, Destination and Issuer. Throws `MessageRefused` or `XmlRefused`. */
export function readEnvelope(root: Element, destination: string, now: Date): Envelope {
  const id = root.getAttribute("ID") ?? "";
  must(NC_NAME.test(id), "The ID is none");
  must(root.getAttribute("Version") === "2.0", "The Version is not 2.0");
  must(root.getAttribute("Destination") === destination, "The Destination is another");
  const issuedAt = readInstant(root.getAttribute("IssueInstant"), "IssueInstant");
  must(Math.abs(now.getTime() - issuedAt.getTime()) <= TOLERANCE, "The IssueInstant is too far from now");
  const [issuer] = elementsOf(root);
  must(issuer !== undefined && named(issuer, ns.assertion, "Issuer"), "The first child is no Issuer");
  return { id, issuer: textOf(issuer), issuedAt };
}

/** Refuses children of other names, twice, or in another order than the schema's. */
export function mustStandInOrder(parent: Element, order: readonly string[]): void {
  let last = -1;
  for (const { localName } of elementsOf(parent)) {
    const place = order.indexOf(localName ?? "");
    must(place >= 0, `A child of no ${parent.localName}`);
    must(place > last, `The children of ${parent.localName} are in another order than the schema's`);
    last = place;
  }
}
