import type { Element } from "@xmldom/xmldom";
import { DataBoxUnavailable, MessageInvalid, MessageNotReady, MessageRefused } from "../../domain/errors.ts";
import type { Post } from "./post.ts";
import type { Request } from "./requests.ts";
import { ISDS, childNamed, children, parseXml, requiredChild, requiredText } from "./xml.ts";

const SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

/** Trouble of the whole service (isds.md, 6): too much asked, an unknown operation, an internal error. */
const serviceTrouble = new Set(["2006", "3005", "3006", "3008", "3009", "9005"]);
/** Another box's, deleted, to be had from another service only. */
const permanent = new Set(["1211", "1219", "1281"]);

const responseIn = (reply: Uint8Array, operation: string): Element => {
  const envelope = parseXml(reply);
  if (envelope.namespaceURI !== SOAP || envelope.localName !== "Envelope")
    throw new MessageInvalid("not a SOAP envelope");
  const [response, ...others] = children(requiredChild(envelope, "Body", SOAP));
  if (response === undefined || others.length > 0) throw new MessageInvalid("not one element in the body");
  if (response.namespaceURI === SOAP && response.localName === "Fault")
    throw new DataBoxUnavailable("soap fault");
  if (response.namespaceURI !== ISDS || response.localName !== `${operation}Response`)
    throw new MessageInvalid("the reply to something else");
  return response;
};

const checkCode = (response: Element): void => {
  const kind = childNamed(response, "dbStatus") === undefined ? "dm" : "db";
  const code = requiredText(requiredChild(response, `${kind}Status`), `${kind}StatusCode`);
  if (code === "0000") return;
  const shown = /^\d{4}$/u.test(code) ? `status ${code}` : "an unreadable status";
  if (serviceTrouble.has(code)) throw new DataBoxUnavailable(shown);
  if (permanent.has(code)) throw new MessageRefused(shown);
  // Among them 0005 and 9502 (no time stamp yet), 1222 (not listed yet), and all that no list tells of.
  throw new MessageNotReady(shown);
};

/** Calls an operation and answers its response, whose status is 0000. */
export type Call = (request: Request) => Promise<Element>;

export const makeCall =
  (baseUrl: string, post: Post): Call =>
  async ({ operation, endpoint, body }) => {
    const reply = await post(new URL(endpoint, baseUrl).href, body);
    try {
      const response = responseIn(reply, operation);
      checkCode(response);
      return response;
    } catch (error) {
      // A page of HTML, a reply cut short: nothing of it can be believed, so it is no answer at all.
      if (error instanceof MessageInvalid) throw new MessageNotReady(error.message);
      throw error;
    }
  };
