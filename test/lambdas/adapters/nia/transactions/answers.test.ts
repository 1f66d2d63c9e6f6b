import { describe, expect, it } from "vitest";
import {
  authenticatorChange,
  readChanged,
} from "../../../../../lambdas/adapters/nia/transactions/change-authenticator.ts";
import { identification, readIdentified } from "../../../../../lambdas/adapters/nia/transactions/identify.ts";
import {
  notificationFeed,
  readNotifications,
} from "../../../../../lambdas/adapters/nia/transactions/notifications.ts";
import type { Answer, Transaction } from "../../../../../lambdas/adapters/nia/transactions/submit.ts";
import {
  authenticatorWriting,
  readWritten,
} from "../../../../../lambdas/adapters/nia/transactions/write-authenticator.ts";
import { outcome } from "../support/outcome.ts";
import { parseXml } from "../../../../../lambdas/adapters/xml/xml.ts";

const answer = (transaction: Transaction, inner: string): Answer => ({
  transaction,
  response: parseXml(
    `<${transaction.response.name} xmlns="${transaction.response.namespace}">${inner}</${transaction.response.name}>`,
  ),
  correlationId: "C0FFEE",
});
const error = (detail: string, subcode = ""): string =>
  `<Status>Error</Status><Detail>${detail}</Detail>` +
  (subcode &&
    `<StatusISZR><VysledekKod>VAROVANI</VysledekKod><VysledekSubKod>${subcode}</VysledekSubKod></StatusISZR>`);

const GENERAL = "General Error. See log for more details";
const SECRET = "Jan Novák, 1. 1. 1980";

describe("what became of an identification", () => {
  it.each([
    ["nobody", error("ISZR returned zero AIFOs"), "PersonNotFound: TR_ZTOTOZNENI C0FFEE"],
    ["nobody, by the register's code", error("", "ZAZNAMNENALEZEN"), "PersonNotFound: TR_ZTOTOZNENI C0FFEE"],
    [
      "several, by the register's code",
      error("", "NALEZENOVICEZAZNAMU"),
      "PersonAmbiguous: TR_ZTOTOZNENI C0FFEE",
    ],
    ["several, by the text", error("ISZR returned multiple AIFOs"), "PersonAmbiguous: TR_ZTOTOZNENI C0FFEE"],
    ["an outage", error(GENERAL), `NiaUnavailable: TR_ZTOTOZNENI: ${GENERAL} C0FFEE`],
    [
      "an invalid request",
      error("Error parsing request"),
      "NiaRefused: TR_ZTOTOZNENI: Error parsing request C0FFEE",
    ],
    ["a text we don't know", error(SECRET), "NiaRefused: TR_ZTOTOZNENI: unknown detail C0FFEE"],
    [
      "a code we don't know",
      error(SECRET, "JINE"),
      "NiaRefused: TR_ZTOTOZNENI: unknown detail VAROVANI JINE C0FFEE",
    ],
    ["a code that is none", error("", SECRET), "NiaRefused: TR_ZTOTOZNENI: unknown detail VAROVANI C0FFEE"],
    ["a status we don't know", "<Status>Ok</Status>", "NiaRefused: TR_ZTOTOZNENI: unknown detail C0FFEE"],
    ["no status", "<Pseudonym>p</Pseudonym>", "Malformed: no Status"],
    ["two statuses", "<Status>OK</Status><Status>Error</Status>", "Malformed: Status twice"],
    ["no pseudonym", "<Status>OK</Status><Pseudonym/>", "Malformed: no Pseudonym"],
    [
      "a pseudonym elsewhere",
      '<Status>OK</Status><x:Pseudonym xmlns:x="urn:x">p</x:Pseudonym>',
      "Malformed: no Pseudonym",
    ],
    [
      "only a pseudonym",
      "<Status>OK</Status><Pseudonym>p</Pseudonym>",
      { pseudonym: "p", correlationId: "C0FFEE" },
    ],
    [
      "a strange date",
      "<Status>OK</Status><Pseudonym>p</Pseudonym><DatumNarozeni>1. 1. 1980</DatumNarozeni>",
      "Malformed: DatumNarozeni has another shape",
    ],
  ])("%s", (_, inner, expected) => {
    expect(outcome(() => readIdentified(answer(identification, inner)))).toEqual(expected);
  });
});

describe("what became of a write", () => {
  it.each([
    ["done", "<Status>OK</Status>", { outcome: "registered", correlationId: "C0FFEE" }],
    [
      "there already",
      error("Identification record already exists"),
      { outcome: "already-exists", correlationId: "C0FFEE" },
    ],
    [
      "meaningless here",
      error("Required record does not exists"),
      "NiaRefused: TR_EVIDENCE_VIP_ZAPIS: Required record does not exists C0FFEE",
    ],
    ["an outage", error(GENERAL), `NiaOutcomeUnknown: TR_EVIDENCE_VIP_ZAPIS: ${GENERAL} C0FFEE`],
    [
      "spelt otherwise",
      error("Identification record already exists."),
      "NiaRefused: TR_EVIDENCE_VIP_ZAPIS: unknown detail C0FFEE",
    ],
  ])("%s", (_, inner, expected) => {
    expect(outcome(() => readWritten(answer(authenticatorWriting, inner)))).toEqual(expected);
  });
});

describe("what became of a change", () => {
  it.each([
    ["done", "<Status>OK</Status>", { outcome: "changed", correlationId: "C0FFEE" }],
    [
      "nothing there",
      error("Required record does not exists"),
      { outcome: "no-such-record", correlationId: "C0FFEE" },
    ],
    ["an outage", error(GENERAL), `NiaOutcomeUnknown: TR_EVIDENCE_VIP_ZMENA: ${GENERAL} C0FFEE`],
  ])("%s", (_, inner, expected) => {
    expect(outcome(() => readChanged(answer(authenticatorChange, inner)))).toEqual(expected);
  });
});

const entry = (id: string, more = "<Zdroj>EVPROST</Zdroj>"): string =>
  `<NotifikaceIdp><NotifikaceIdpId>${id}</NotifikaceIdpId><Bsi>b</Bsi>` +
  `<DatumACasNotifikace>2026-04-01T07:01:04.89</DatumACasNotifikace>${more}</NotifikaceIdp>`;
const list = (...entries: string[]): string =>
  `<Status>OK</Status><SeznamNotifikaceIdp>${entries.join("")}</SeznamNotifikaceIdp>`;
const entryRead = {
  id: "9",
  pseudonym: "b",
  at: "2026-04-01T07:01:04.89",
  source: "EVPROST",
  text: "",
  pseudonymInvalidated: false,
};

describe("a page of the feed", () => {
  it.each([
    [
      "none",
      "<Status>OK</Status><Detail>Nebyly nalezeny žádné notifikace</Detail>",
      { notifications: [], unreadable: [], more: false, correlationId: "C0FFEE" },
    ],
    ["an empty list", list(), { notifications: [], unreadable: [], more: false, correlationId: "C0FFEE" }],
    [
      "the form of 2020, and ids larger than a number can hold",
      list(entry("9"), entry("9007199254740993"), entry("10")),
      {
        notifications: ["9", "9007199254740993", "10"].map((id) => Object.assign({}, entryRead, { id })),
        unreadable: [],
        lastId: "9007199254740993",
        more: false,
        correlationId: "C0FFEE",
      },
    ],
    [
      "a pseudonym that is no more",
      list(
        entry(
          "9",
          "<Zdroj>ROBREF</Zdroj><Text>t</Text><ReferencniData><Prijmeni>N</Prijmeni><Nove>1</Nove></ReferencniData><ZneplatnenPseudonym>true</ZneplatnenPseudonym>",
        ),
      ),
      {
        notifications: [
          {
            ...entryRead,
            source: "ROBREF",
            text: "t",
            referenceData: { lastName: "N" },
            pseudonymInvalidated: true,
          },
        ],
        unreadable: [],
        lastId: "9",
        more: false,
        correlationId: "C0FFEE",
      },
    ],
    [
      "a last id told",
      `${list(entry("9"))}<NotifikaceIdpPosledniId>12</NotifikaceIdpPosledniId><ExistujiDalsiNotifikace>1</ExistujiDalsiNotifikace>`,
      { notifications: [entryRead], unreadable: [], lastId: "12", more: true, correlationId: "C0FFEE" },
    ],
    [
      "a source we don't know",
      list(entry("8", "<Zdroj>ROS</Zdroj>"), entry("9")),
      {
        notifications: [entryRead],
        unreadable: [{ id: "8", why: "a Zdroj that is not known" }],
        lastId: "9",
        more: false,
        correlationId: "C0FFEE",
      },
    ],
    [
      "a day that there is not",
      list(entry("9").replace("2026-04-01", "2026-13-01")),
      {
        notifications: [],
        unreadable: [{ id: "9", why: "DatumACasNotifikace" }],
        lastId: "9",
        more: false,
        correlationId: "C0FFEE",
      },
    ],
    ["an id that is none", list(entry("x")), "Malformed: an id that is not a number"],
    ["an error", error(GENERAL), `NiaUnavailable: TR_NOTIFIKACE_IDP: ${GENERAL} C0FFEE`],
  ])("%s", (_, inner, expected) => {
    expect(outcome(() => readNotifications(answer(notificationFeed, inner)))).toEqual(expected);
  });
});
