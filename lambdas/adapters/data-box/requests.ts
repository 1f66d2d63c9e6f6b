import type { IsoInstant } from "../../domain/person.ts";
import { ISDS } from "./xml.ts";

/** An operation and the end of the address it is sent to (isds.md, 1). */
export interface Request {
  operation: string;
  endpoint: "dx" | "dz" | "DsManage";
  body: string;
}

const request = (endpoint: Request["endpoint"], operation: string, content: string): Request => ({
  operation,
  endpoint,
  body:
    `<?xml version="1.0" encoding="UTF-8"?>` +
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>` +
    `<p:${operation} xmlns:p="${ISDS}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `${content}</p:${operation}></s:Body></s:Envelope>`,
});

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/**
 * States that a received message may be in, each by its bit (isds.md, 4.1): in the box (4), delivered by fiction (5),
 * by login (6), read (7), content deleted (9), vault (10).
 *
 * Not only the unread ones: another program of the same box may mark a message before we see it, and a message that
 * leaves the filter between two pages would shift the next page over one that nobody then gets. What is new is told
 * by the time and by our own records. Deleted ones are listed so that a loss is noticed.
 */
const STATES = [4, 5, 6, 7, 9, 10].reduce((bits, state) => bits + 2 ** state, 0);

export const listReceived = (since: IsoInstant, offset: number, limit: number): Request =>
  request(
    "dx",
    "GetListOfReceivedMessages",
    `<p:dmFromTime>${escaped(since)}</p:dmFromTime><p:dmToTime xsi:nil="true"/>` +
      `<p:dmRecipientOrgUnitNum xsi:nil="true"/><p:dmStatusFilter>${STATES}</p:dmStatusFilter>` +
      `<p:dmOffset>${offset}</p:dmOffset><p:dmLimit>${limit}</p:dmLimit>`,
  );

export const downloadSigned = (id: string): Request =>
  request("dz", "SignedMessageDownload", `<p:dmID>${escaped(id)}</p:dmID>`);

export const markDownloaded = (id: string): Request =>
  request("dx", "MarkMessageAsDownloaded", `<p:dmID>${escaped(id)}</p:dmID>`);

export const ownerInfo = (): Request => request("DsManage", "GetOwnerInfoFromLogin", "<p:dbDummy/>");
