import { readFileSync } from "node:fs";
import { makeDataBox } from "../../../../lambdas/adapters/data-box/data-box.ts";
import { sharedPath } from "../../../support/shared.ts";

export const sketch = (name: string): string =>
  readFileSync(sharedPath(`isds/sketches/${name}.res.xml`), "utf8");

const V20 = "http://isds.czechpoint.cz/v20";

/** A reply in mixed prefixes, as ISDS writes them. */
export const soap = (operation: string, content: string, code = "0000"): string =>
  `<?xml version="1.0" encoding="utf-8"?><SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/">` +
  `<SOAP-ENV:Body><q:${operation}Response xmlns:q="${V20}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
  `${content}<p:dmStatus xmlns:p="${V20}"><p:dmStatusCode>${code}</p:dmStatusCode>` +
  `<p:dmStatusMessage>text</p:dmStatusMessage></p:dmStatus></q:${operation}Response></SOAP-ENV:Body></SOAP-ENV:Envelope>`;

export const record = (id: string, deliveredAt: string, more = "", attributes = ""): string =>
  `<q:dmRecord ${attributes}><q:dmOrdinal>1</q:dmOrdinal><q:dmID>${id}</q:dmID>` +
  `<q:dbIDSender>jjqjqih</q:dbIDSender><q:dmSenderType>10</q:dmSenderType>${more}` +
  `<q:dmDeliveryTime>${deliveredAt}</q:dmDeliveryTime></q:dmRecord>`;

export const list = (...records: string[]): string =>
  soap("GetListOfReceivedMessages", `<q:dmRecords>${records.join("")}</q:dmRecords>`);

export interface Sent {
  url: string;
  init: RequestInit;
}

/** A client whose requests are answered one after another, and what it sent. */
export const boxAnswering = (...replies: (string | Response | Error)[]) => {
  const sent: Sent[] = [];
  const fetcher: typeof fetch = async (input, init = {}) => {
    sent.push({ url: String(input), init });
    const reply = replies.shift() ?? new Error("no reply left");
    if (reply instanceof Error) throw reply;
    return reply instanceof Response ? reply : new Response(reply);
  };
  const settings = {
    baseUrl: "https://ws1.example.test/DS/",
    login: "password",
    timeoutMs: 5000,
    maxBytes: 1_000_000,
  } as const;
  const box = makeDataBox(settings, async () => ({ username: "jméno", password: "heslo" }), fetcher);
  return { box, sent };
};
