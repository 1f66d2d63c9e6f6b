import { DOMParser, type Element } from "@xmldom/xmldom";
import {
  type DataBoxSimulator,
  type DataBoxSimulatorOptions,
  startDataBoxSimulator,
} from "../../../local/data-box/simulator.ts";
import { type Seal, makeSeal } from "../../../local/data-box/zfo.ts";
import { residents } from "../../../local/nia/residents.ts";

export const ISDS = "http://isds.czechpoint.cz/v20";
export const box = { id: "bbbbbbc", ic: "12345679", name: "Poskytovatel identity z.s.p.o." };
export const credentials = { username: "simulace", password: "heslo" };

let seal: Promise<Seal> | undefined;
/** One seal for all tests of a file: its keys take a while to make. */
const sharedSeal = (): Promise<Seal> => (seal ??= makeSeal());

export const startSimulator = async (
  options: Partial<DataBoxSimulatorOptions> = {},
): Promise<DataBoxSimulator> =>
  startDataBoxSimulator({ port: 0, box, credentials, seal: await sharedSeal(), residents, ...options });

export const authorization = `Basic ${Buffer.from("simulace:heslo").toString("base64")}`;
const headers = { "content-type": "text/xml; charset=UTF-8", soapaction: '""', authorization };

export const soap = (content: string): string =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><s:Body>${content}</s:Body></s:Envelope>`;

export const post = (
  simulator: DataBoxSimulator,
  service: string,
  body: string | Uint8Array<ArrayBuffer>,
  extra: Record<string, string> = {},
): Promise<Response> =>
  fetch(simulator.baseUrl + service, {
    method: "POST",
    body,
    headers: { ...headers, ...extra },
    redirect: "manual",
  });

const services: Record<string, string> = {
  GetListOfReceivedMessages: "dx",
  MarkMessageAsDownloaded: "dx",
  MessageDownload: "dz",
  SignedMessageDownload: "dz",
  GetOwnerInfoFromLogin: "DsManage",
};

/** Calls an operation with its fields written out. */
export const call = (simulator: DataBoxSimulator, operation: string, fields: string): Promise<Response> =>
  post(
    simulator,
    services[operation] ?? "dx",
    soap(`<p:${operation} xmlns:p="${ISDS}">${fields}</p:${operation}>`),
  );

export interface ListWish {
  from?: string;
  to?: string;
  filter?: string;
  offset?: number;
  limit?: number;
}

export function listFields({ from, to, filter = "-1", offset, limit }: ListWish = {}): string {
  const field = (name: string, value: string | number | undefined): string =>
    value === undefined ? `<p:${name} xsi:nil="true"/>` : `<p:${name}>${value}</p:${name}>`;
  return [
    field("dmFromTime", from),
    field("dmToTime", to),
    field("dmRecipientOrgUnitNum", undefined),
    field("dmStatusFilter", filter),
    field("dmOffset", offset),
    field("dmLimit", limit),
  ].join("");
}

export const idField = (id: string): string => `<p:dmID>${id}</p:dmID>`;

/** The call's answer in the SOAP body. */
export function answerOf(text: string): Element {
  const root = new DOMParser().parseFromString(text, "text/xml").documentElement;
  const body = Array.from(root?.childNodes ?? []).find((node) => node.localName === "Body");
  const answer = Array.from(body?.childNodes ?? []).find((node) => node.nodeType === 1);
  if (answer === undefined) throw new Error("no answer");
  return answer as Element;
}

/** Texts of all elements of that name, whatever their prefix. */
export const texts = (xml: string, name: string): string[] =>
  Array.from(answerOf(xml).getElementsByTagNameNS(ISDS, name), (element) => element.textContent ?? "");

export const codeOf = (xml: string): string => texts(xml, "dmStatusCode")[0] ?? "";

export const list = async (simulator: DataBoxSimulator, wish?: ListWish): Promise<string> =>
  (await call(simulator, "GetListOfReceivedMessages", listFields(wish))).text();

export async function json<T>(
  simulator: DataBoxSimulator,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await fetch(simulator.url + path, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  return (await response.json()) as T;
}

/** Puts letters into the box. */
export const deliver = async (simulator: DataBoxSimulator, letter: object): Promise<string[]> =>
  (await json<{ messageIds: string[] }>(simulator, "POST", "/_sim/messages", letter)).messageIds;
