import { beforeAll, describe, expect, it } from "vitest";
import type { PortalAnswerFault } from "../../../../../lambdas/domain/portal-answer.ts";
import { makeServiceProvider } from "../../../../../lambdas/adapters/saml/service-provider/service-provider.ts";
import {
  asked,
  at,
  base64,
  inner,
  makeBench,
  makeResponse,
  type Making,
  minutes,
  now,
  type PortalBench,
  readAt,
  settings,
  value,
} from "../../../../support/portal-answers.ts";

let bench: PortalBench;
beforeAll(async () => {
  bench = await makeBench();
});

type Case = [string, () => Making, PortalAnswerFault];
const confirmation = /(?<=<SubjectConfirmationData[^>]*)/;
const consumer = settings.consumerUrl;

const subject: Case[] = [
  ["another Issuer inside", () => ({ content: { issuer: "urn:other" } }), "assertion-issuer"],
  ["another Version inside", inner('Version="2.0"', 'Version="1.1"'), "assertion-issuer"],
  [
    "an assertion two days old",
    inner(/IssueInstant="[^"]*"/, `IssueInstant="${at(-minutes(2880))}"`),
    "assertion-issuer",
  ],
  ["no Subject", inner(/<Subject>.*<\/Subject>/, ""), "subject"],
  ["no NameID", inner(/<NameID.*<\/NameID>/, ""), "subject"],
  ["an empty NameID", inner(/(?<=<NameID [^>]*>)[^<]*/, ""), "subject"],
  [
    "two NameIDs",
    inner(/(<NameID.*<\/NameID>)/, '<NameID Format="x">a</NameID><NameID Format="x">b</NameID>'),
    "subject",
  ],
  ["a transient NameID", inner("nameid-format:persistent", "nameid-format:transient"), "subject"],
  ["no Recipient", inner(/ Recipient="[^"]*"/, ""), "subject"],
  [
    "a Recipient that only starts with ours",
    () => ({ content: { recipient: `${consumer}/../evil` } }),
    "subject",
  ],
  ["another InResponseTo in the confirmation", () => ({ content: { inResponseTo: "_another" } }), "subject"],
  [
    "no InResponseTo in the confirmation",
    inner(/(?<=<SubjectConfirmationData) InResponseTo="[^"]*"/, ""),
    "subject",
  ],
  [
    "no NotOnOrAfter in the confirmation",
    inner(/(?<=<SubjectConfirmationData[^>]*) NotOnOrAfter="[^"]*"/, ""),
    "subject",
  ],
  [
    "NotOnOrAfter that is not a time",
    inner(/(?<=<SubjectConfirmationData[^>]*) NotOnOrAfter="[^"]*"/, ' NotOnOrAfter="soon"'),
    "subject",
  ],
  [
    "NotOnOrAfter of a day that is none",
    inner(/(?<=<SubjectConfirmationData[^>]*) NotOnOrAfter="[^"]*"/, ' NotOnOrAfter="2027-02-30T00:00:00Z"'),
    "subject",
  ],
  ["NotBefore in the confirmation", inner(confirmation, ` NotBefore="${at(0)}"`), "subject"],
  [
    "a confirmation that ended an hour ago",
    inner(/(?<=<SubjectConfirmationData[^>]*) NotOnOrAfter="[^"]*"/, ` NotOnOrAfter="${at(-minutes(60))}"`),
    "subject",
  ],
  ["holder of key", inner("cm:bearer", "cm:holder-of-key"), "subject"],
  [
    "two confirmations",
    inner(
      /<SubjectConfirmation .*<\/SubjectConfirmation>/,
      '<SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"/><SubjectConfirmation/>',
    ),
    "subject",
  ],
  ["two Subjects", inner("<Conditions", "<Subject/><Conditions"), "subject"],
];

const conditions: Case[] = [
  ["no Conditions", inner(/<Conditions.*<\/Conditions>/, ""), "conditions"],
  ["no AudienceRestriction", inner(/<AudienceRestriction>.*<\/AudienceRestriction>/, ""), "conditions"],
  ["another Audience", () => ({ content: { audience: "https://other.example/" } }), "conditions"],
  [
    "an Audience that only starts right",
    () => ({ content: { audience: `${settings.entityId}x` } }),
    "conditions",
  ],
  [
    "two AudienceRestrictions, one of them ours",
    inner(
      "</AudienceRestriction>",
      "</AudienceRestriction><AudienceRestriction><Audience>urn:x</Audience></AudienceRestriction>",
    ),
    "conditions",
  ],
  [
    "an empty AudienceRestriction more",
    inner("</AudienceRestriction>", "</AudienceRestriction><AudienceRestriction/>"),
    "conditions",
  ],
  ["an unknown condition", inner("</Conditions>", "<Condition/></Conditions>"), "conditions"],
  [
    "a condition of another namespace",
    inner("</Conditions>", '<OneTimeUse xmlns="urn:x"/></Conditions>'),
    "conditions",
  ],
  [
    "Conditions that ended an hour ago",
    inner(
      /(?<=<Conditions[^>]*)NotBefore="[^"]*" NotOnOrAfter="[^"]*"/,
      `NotBefore="${at(-minutes(120))}" NotOnOrAfter="${at(-minutes(60))}"`,
    ),
    "conditions",
  ],
  [
    "Conditions that ended as long ago as clocks may differ",
    inner(/(?<=<Conditions[^>]*)NotOnOrAfter="[^"]*"/, `NotOnOrAfter="${at(-minutes(2))}"`),
    "conditions",
  ],
  ["NotBefore in half an hour", inner(/NotBefore="[^"]*"/, `NotBefore="${at(minutes(30))}"`), "conditions"],
  ["no NotBefore", inner(/ NotBefore="[^"]*"/, ""), "conditions"],
  ["no NotOnOrAfter", inner(/(?<=<Conditions[^>]*) NotOnOrAfter="[^"]*"/, ""), "conditions"],
  [
    "a life of a day",
    inner(/(?<=<Conditions[^>]*)NotOnOrAfter="[^"]*"/, `NotOnOrAfter="${at(minutes(1440))}"`),
    "conditions",
  ],
];

const login: Case[] = [
  ["no AuthnStatement", inner(/<AuthnStatement.*<\/AuthnStatement>/, ""), "authentication"],
  [
    "two AuthnStatements",
    inner(
      "<AuthnStatement",
      '<AuthnStatement AuthnInstant="2026-11-23T09:00:00Z"><AuthnContext><AuthnContextClassRef>http://eidas.europa.eu/LoA/low</AuthnContextClassRef></AuthnContext></AuthnStatement><AuthnStatement',
    ),
    "authentication",
  ],
  [
    "a login three hours before",
    () => ({ content: { authenticatedAt: new Date(now - minutes(180)) } }),
    "authentication",
  ],
  [
    "a login in ten minutes",
    () => ({ content: { authenticatedAt: new Date(now + minutes(10)) } }),
    "authentication",
  ],
  ["no SessionIndex", inner(/ SessionIndex="[^"]*"/, ""), "authentication"],
  [
    "a level by another authority",
    inner("http://eidas.europa.eu/LoA/high", "http://evil.example/LoA/high"),
    "level",
  ],
  ["a level that only starts right", inner("LoA/high", "LoA/higher"), "level"],
  ["a level in capitals", inner("LoA/high", "LoA/HIGH"), "level"],
  [
    "two levels",
    inner(
      "</AuthnContextClassRef>",
      "</AuthnContextClassRef><AuthnContextClassRef>http://eidas.europa.eu/LoA/low</AuthnContextClassRef>",
    ),
    "level",
  ],
  ["a lower level", () => ({ content: { level: "substantial" } }), "level"],
  ["no level", inner(/<AuthnContext>.*<\/AuthnContext>/, "<AuthnContext/>"), "level"],
];

const address = (text: string) => value({ CurrentAddress: base64(text) });
const place = "<eidas:CvaddressArea>A</eidas:CvaddressArea><eidas:PostCode>10000</eidas:PostCode>";
const person: Case[] = [
  [
    "an attribute twice",
    inner(
      "</AttributeStatement>",
      '<Attribute Name="http://eidas.europa.eu/attributes/naturalperson/CurrentGivenName"><AttributeValue>X</AttributeValue></Attribute></AttributeStatement>',
    ),
    "attributes",
  ],
  [
    "an attribute twice by two hosts",
    inner(
      "</AttributeStatement>",
      '<Attribute Name="http://schemas.identitaobcana.cz/moris/2016/identity/claims/idtype"><AttributeValue>ID</AttributeValue></Attribute></AttributeStatement>',
    ),
    "attributes",
  ],
  [
    "two values",
    inner(">NOVÁKOVÁ</AttributeValue>", ">NOVÁKOVÁ</AttributeValue><AttributeValue>X</AttributeValue>"),
    "attributes",
  ],
  [
    "an attribute without a value",
    inner(/<AttributeValue[^>]*>NOVÁKOVÁ<\/AttributeValue>/, ""),
    "attributes",
  ],
  ["an element in a value", inner("NOVÁKOVÁ", "NOVÁ<x/>KOVÁ"), "attributes"],
  [
    "two AttributeStatements",
    inner("</AttributeStatement>", "</AttributeStatement><AttributeStatement/>"),
    "attributes",
  ],
  [
    "an encrypted attribute",
    inner("</AttributeStatement>", "<EncryptedAttribute/></AttributeStatement>"),
    "attributes",
  ],
  [
    "a hidden status of nobody's",
    inner(
      "</AttributeStatement>",
      '<Attribute Name="urn:oasis:names:tc:SAML:2.0:protocol/statuscode"><AttributeValue>urn:evil:AuthnFailed</AttributeValue></Attribute></AttributeStatement>',
    ),
    "status",
  ],
  ["another PersonIdentifier", value({ PersonIdentifier: "CZ/CZ/other" }), "person"],
  ["a birth date that is none", value({ DateOfBirth: "1990-02-31" }), "person"],
  ["a birth date without a day", value({ DateOfBirth: "1990-02" }), "person"],
  ["a birth date of zeros", value({ DateOfBirth: "1990-00-00" }), "person"],
  ["a birth date with a time", value({ DateOfBirth: "1990-02-01T00:00:00Z" }), "person"],
  ["a birth date to come", value({ DateOfBirth: "2027-01-01" }), "person"],
  ["a name without end", value({ CurrentGivenName: "A".repeat(101) }), "person"],
  ["a name with a control character", value({ CurrentGivenName: "A\u0085B" }), "person"],
  ["a document of an unknown kind", value({ idtype: "XX" }), "person"],
  ["the number of a document that is none", value({ idnumber: "../1" }), "person"],
  ["an address that is not base64", value({ CurrentAddress: "<eidas:x>" }), "person"],
  ["an address that is not UTF-8", value({ CurrentAddress: "/////w==" }), "person"],
  ["an address with a DOCTYPE", address(`<!DOCTYPE x>${place}`), "person"],
  ["an address with a comment", address(`${place}<!-- -->`), "person"],
  ["an address that closes what is around it", address(`</x><x>${place}`), "person"],
  [
    "an address that closes it and opens it again",
    address(`</x><x xmlns:eidas="urn:any">${place}`),
    "person",
  ],
  [
    "an address with elements in elements",
    address("<eidas:CvaddressArea><b>A</b></eidas:CvaddressArea>"),
    "person",
  ],
  ["an address with text between", address(`x${place}`), "person"],
  ["an address with a part twice", address(place + place), "person"],
  ["an address with another prefix", address(place.replaceAll("eidas:", "e:")), "person"],
  [
    "an address of 30 kB",
    address(`<eidas:LocatorName>${"A".repeat(30_000)}</eidas:LocatorName>${place}`),
    "person",
  ],
  ["an address without a city", address("<eidas:PostCode>10000</eidas:PostCode>"), "person"],
  ["an address without a postal code", address("<eidas:PostName>A</eidas:PostName>"), "person"],
  ["codes of an address that are not XML", value({ tradresaid: base64("12345678") }), "person"],
  ["codes of an address with a DOCTYPE", value({ tradresaid: base64("<!DOCTYPE a><a/>") }), "person"],
  [
    "a code of an address that is none",
    value({ tradresaid: base64("<a><adresniMistoKod>1;2</adresniMistoKod></a>") }),
    "person",
  ],
];
describe.each(Object.entries({ subject, conditions, login, person }))("refused for its %s", (_, cases) => {
  it.each(cases)("%s", async (__, making, fault) => {
    await expect(readAt(bench, makeResponse(bench, making()))).rejects.toMatchObject({
      name: "PortalAnswerInvalid",
      fault,
    });
  });
});

it("none of this is told by what the error says", async () => {
  const provider = makeServiceProvider({
    settings,
    keys: async () => bench.ours,
    clock: () => "2026-11-23T09:00:00.000Z",
  });
  const spoilt = makeResponse(bench, { values: { DateOfBirth: "1990-02-31" } });
  const error: Error = await provider
    .readAnswer(base64(spoilt), { asked: [asked], certificates: [bench.portal.certificatePem] })
    .then(
      () => new Error("accepted"),
      (reason: Error) => reason,
    );
  expect(error.message).toBe("person: a birth date");
});
