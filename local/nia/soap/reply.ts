import { ns } from "../xml/names.ts";
import { escapeText } from "../xml/write.ts";

const FIVE_MINUTES = 300_000;

export interface ReplyHeader {
  readonly action: string;
  /** The request's MessageID; left out when the request had none that could be read. */
  readonly relatesTo: string | undefined;
  readonly at: Date;
  /** Declared on the envelope beside the service's own prefixes; by default five minutes after `at`. */
  readonly expiresAt?: Date;
}

/** A reply as the service writes it: compact, with a Timestamp and without any signature (nia-soap.md, 3). */
export function renderReply({ action, relatesTo, at, expiresAt }: ReplyHeader, body: string): string {
  const expires = expiresAt ?? new Date(at.getTime() + FIVE_MINUTES);
  const relation = relatesTo === undefined ? "" : `<a:RelatesTo>${escapeText(relatesTo)}</a:RelatesTo>`;
  return (
    `<s:Envelope xmlns:s="${ns.soap}" xmlns:a="${ns.addressing}" xmlns:u="${ns.utility}"><s:Header>` +
    `<a:Action s:mustUnderstand="1">${action}</a:Action>${relation}` +
    `<o:Security xmlns:o="${ns.security}" s:mustUnderstand="1"><u:Timestamp u:Id="_0">` +
    `<u:Created>${at.toISOString()}</u:Created><u:Expires>${expires.toISOString()}</u:Expires>` +
    `</u:Timestamp></o:Security></s:Header><s:Body>${body}</s:Body></s:Envelope>`
  );
}
