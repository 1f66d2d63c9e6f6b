import type { Element } from "@xmldom/xmldom";
import { NiaRefused } from "../../../domain/errors.ts";
import type { NiaNotification, NotificationPage } from "../../../services/ports/nia.ts";
import { childrenNamed, childText, Malformed, optionalChild } from "../../xml/xml.ts";
import { payload, plain } from "./payload.ts";
import { registryDataOf } from "./registry-data.ts";
import { failureOf, technical } from "./status.ts";
import { type Answer, submitRequest, type Transaction } from "./submit.ts";

const NAMESPACE = "urn:nia.notifikaceIdp/response:v1";

/** xs:long: more than a number of JavaScript holds, so ids stay text. */
const ID = /^\d{1,19}$/;

const LOCAL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?$/;

export const notificationFeed: Transaction = {
  tclass: "TR_NOTIFIKACE_IDP",
  purpose: "question",
  response: { namespace: NAMESPACE, name: "NotifikaceIdpResponse" },
};

/** The body of TR_NOTIFIKACE_IDP (nia-soap.md, 8.4). Without an id the feed begins at its first entry. */
export const notificationsRequest = (fromId?: string): string => {
  if (fromId !== undefined && !ID.test(fromId))
    throw new NiaRefused("NotifikaceIdpId is not a number: not sent");
  return submitRequest(
    notificationFeed,
    payload(
      "NotifikaceIdpRequest",
      "urn:nia.notifikaceIdp/request:v1",
      fromId === undefined ? "" : plain("NotifikaceIdpId", fromId),
    ),
  );
};

const required = (element: Element, name: string): string => {
  const text = childText(element, NAMESPACE, name);
  if (text === undefined) throw new Malformed(`no ${name}`);
  return text;
};

const idOf = (text: string | undefined): string | undefined => {
  if (text !== undefined && !ID.test(text)) throw new Malformed("an id that is not a number");
  return text;
};

const flag = (element: Element, name: string): boolean => {
  const text = childText(element, NAMESPACE, name) ?? "false";
  if (!/^(?:true|false|1|0)$/.test(text)) throw new Malformed(`${name} is not a boolean`);
  return text === "true" || text === "1";
};

/** A source that is not known is for people to look at: who skips it may miss a change of someone's identity. */
const sourceOf = (entry: Element): NiaNotification["source"] => {
  const source = required(entry, "Zdroj");
  if (source !== "ROBREF" && source !== "EVPROST") throw new Malformed("a Zdroj that is not known");
  return source;
};

const notificationOf = (entry: Element): NiaNotification => {
  const data = optionalChild(entry, NAMESPACE, "ReferencniData");
  const at = required(entry, "DatumACasNotifikace");
  if (!LOCAL_TIME.test(at) || Number.isNaN(Date.parse(`${at}Z`))) throw new Malformed("DatumACasNotifikace");
  return {
    id: idOf(required(entry, "NotifikaceIdpId")) ?? "",
    pseudonym: required(entry, "Bsi"),
    at,
    source: sourceOf(entry),
    text: childText(entry, NAMESPACE, "Text") ?? "",
    ...(data && { referenceData: registryDataOf(data) }),
    pseudonymInvalidated: flag(entry, "ZneplatnenPseudonym"),
  };
};

type Entry = { notification: NiaNotification } | { id: string; why: string };

/** An entry without an id can't be told from others, so then the whole page is no evidence of anything. */
const entryOf = (element: Element): Entry => {
  const id = idOf(required(element, "NotifikaceIdpId")) ?? "";
  try {
    return { notification: notificationOf(element) };
  } catch (error) {
    if (error instanceof Malformed) return { id, why: error.message };
    throw error;
  }
};

const highest = (ids: readonly string[]): string | undefined =>
  ids.reduce<string | undefined>(
    (top, id) => (top !== undefined && BigInt(top) >= BigInt(id) ? top : id),
    undefined,
  );

/** Takes the form of 2020 too, which told neither the last id nor whether there are more. */
export const readNotifications = (answer: Answer): NotificationPage => {
  const failure = failureOf(answer);
  if (failure) throw technical(answer, failure);
  const list = optionalChild(answer.response, NAMESPACE, "SeznamNotifikaceIdp");
  const entries = list ? childrenNamed(list, NAMESPACE, "NotifikaceIdp").map(entryOf) : [];
  const notifications = entries.flatMap((entry) => ("notification" in entry ? entry.notification : []));
  const unreadable = entries.flatMap((entry) => ("why" in entry ? entry : []));
  const lastId =
    idOf(childText(answer.response, NAMESPACE, "NotifikaceIdpPosledniId")) ??
    highest([...notifications, ...unreadable].map(({ id }) => id));
  return {
    notifications,
    unreadable,
    ...(lastId !== undefined && { lastId }),
    more: flag(answer.response, "ExistujiDalsiNotifikace"),
    ...(answer.correlationId && { correlationId: answer.correlationId }),
  };
};
