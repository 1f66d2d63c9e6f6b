import { randomBytes } from "node:crypto";
import type { SpoilingKind } from "./control/trouble.ts";

/** What goes back over HTTP, and how. */
export interface HttpReply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly waitSeconds?: number;
  /** Close the connection without a word. */
  readonly drop?: boolean;
}

export interface Spoiling {
  readonly kind: SpoilingKind;
  readonly seconds: number;
  readonly relatesTo: string | undefined;
}

const DAY = 86_400_000;
const HUGE = 8 * 1024 * 1024;
const DEEP = 40_000;
const header = /<u:Timestamp u:Id="_0">.*?<\/u:Timestamp>/;
const other = "urn:uuid:00000000-0000-4000-8000-000000000000";

const dayBefore = (text: string): string =>
  text.replaceAll(/\d{4}-\d\d-\d\dT[^<]*/g, (instant) => new Date(Date.parse(instant) - DAY).toISOString());

/** A message of two parts, as WCF sends where MTOM is switched on. */
const multipart = (body: string): string =>
  [
    "--part",
    'Content-Type: application/xop+xml; charset=utf-8; type="application/soap+xml"',
    "",
    body.replace(/<(\w*:?BodyBase64XML)>[^<]*/, '<$1><x:Include xmlns:x="urn:xop" href="cid:1"/>'),
    "--part--",
    "",
  ].join("\r\n");

type Spoil = (body: string, spoiling: Spoiling) => Partial<HttpReply>;

const spoilers: Record<SpoilingKind, Spoil> = {
  "drop-after-processing": () => ({ drop: true }),
  slow: (_, { seconds }) => ({ waitSeconds: seconds }),
  "wrong-relates-to": (body, { relatesTo }) => ({
    body: body.replace(`<a:RelatesTo>${relatesTo}<`, `<a:RelatesTo>${other}<`),
  }),
  "wrong-action": (body) => ({ body: body.replace(/(<a:Action [^>]*>)[^<]*/, "$1urn:other") }),
  "wrong-namespace": (body) => ({ body: body.replace(/(<s:Body><[^>]* xmlns(?::\w+)?=")[^"]*/, "$1urn:x") }),
  "expired-timestamp": (body) => ({ body: body.replace(header, dayBefore) }),
  "no-timestamp": (body) => ({ body: body.replace(header, "") }),
  "document-type": (body) => ({ body: `<!DOCTYPE s [<!ENTITY e "e">]>${body}` }),
  deep: (body) => ({
    body: body.replace("</s:Body>", `${"<d>".repeat(DEEP)}${"</d>".repeat(DEEP)}</s:Body>`),
  }),
  huge: (body) => ({ body: body + " ".repeat(HUGE) }),
  mtom: (body) => ({
    contentType: 'multipart/related; type="application/xop+xml"; boundary="part"',
    body: multipart(body),
  }),
  "forged-token": (body) => ({ body: body.replace(/(<saml:AttributeValue>)[^<]*/, "$1somebody else") }),
  "other-secret": (body) => ({
    body: body.replace(
      /(RequestedProofToken><\w*:?BinarySecret>)[^<]*/,
      `$1${randomBytes(32).toString("base64")}`,
    ),
  }),
};

/** A good reply, made worse in one way. */
export const spoil = (reply: HttpReply, spoiling: Spoiling): HttpReply => ({
  ...reply,
  ...spoilers[spoiling.kind](reply.body, spoiling),
});
