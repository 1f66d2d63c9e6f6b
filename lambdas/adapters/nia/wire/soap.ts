import { ns } from "./names.ts";
import { escapeText } from "../../xml/escape.ts";

/** `a:To` that no signature covers. */
export const plainAddressee = (url: string): string =>
  `<a:To xmlns:a="${ns.addressing}">${escapeText(url)}</a:To>`;

/** A request as it goes out, byte for byte: nothing may change it after it is signed. */
export const envelope = (message: {
  action: string;
  messageId: string;
  /** `a:To`, complete: plain or signed. */
  to: string;
  /** `o:Security`, complete. */
  security: string;
  body: string;
}): string =>
  `<?xml version="1.0" encoding="utf-8"?>` +
  `<s:Envelope xmlns:s="${ns.soap}"><s:Header xmlns:a="${ns.addressing}">` +
  `<a:Action>${escapeText(message.action)}</a:Action>` +
  `<a:MessageID>${escapeText(message.messageId)}</a:MessageID>` +
  `${message.to}${message.security}` +
  `</s:Header><s:Body>${message.body}</s:Body></s:Envelope>`;
