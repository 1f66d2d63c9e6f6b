import { describe, expect, it } from "vitest";
import { readSubmitted } from "../../../../../lambdas/adapters/nia/transactions/submit.ts";
import {
  authenticatorWriting,
  readWritten,
} from "../../../../../lambdas/adapters/nia/transactions/write-authenticator.ts";
import { parseXml } from "../../../../../lambdas/adapters/xml/xml.ts";
import { outcome } from "../support/outcome.ts";

const SECRET = "Jan Novák, 1. 1. 1980";

describe("what the gateway wraps around", () => {
  const bodies = (inner: string): string =>
    Buffer.from(`<bodies xmlns="http://www.government-gateway.cz/wcf/submission">${inner}</bodies>`).toString(
      "base64",
    );
  const body = (inner: string): string =>
    bodies(`<Body Id="0" xmlns="http://www.govtalk.gov.uk/CM/envelope">${inner}</Body>`);
  const good =
    '<EvidenceVIPZapisResponse xmlns="urn:nia.EvidenceVIPZapis/response:v1"><Status>OK</Status></EvidenceVIPZapisResponse>';
  const result = (
    base64: string,
    errors = "",
    tclass = "TR_EVIDENCE_VIP_ZAPIS",
    qualifier = "response",
  ): string =>
    `<SubmitResponse xmlns="http://www.government-gateway.cz/wcf/submission" xmlns:i="http://www.w3.org/2001/XMLSchema-instance">` +
    `<SubmitResult>${base64 ? `<BodyBase64XML>${base64}</BodyBase64XML>` : '<BodyBase64XML i:nil="true"/>'}` +
    `<Class>${tclass}</Class>${errors}<Qualifier>${qualifier}</Qualifier></SubmitResult></SubmitResponse>`;
  const read = (xml: string) =>
    outcome(() => readWritten(readSubmitted(parseXml(xml), authenticatorWriting)));
  const govTalk = (number: string): string =>
    `<GovTalkErrors><Errors><Error><Number>${number}</Number><Text>${SECRET}</Text></Error></Errors></GovTalkErrors>`;

  it.each([
    ["all well", result(body(good)), { outcome: "registered" }],
    ["errors said to be nil", result(body(good), '<GovTalkErrors i:nil="true"/>'), { outcome: "registered" }],
    ["errors", result("", govTalk("1001")), "NiaRefused: TR_EVIDENCE_VIP_ZAPIS: GovTalk error 1001"],
    [
      "errors beside a good result",
      result(body(good), govTalk(SECRET)),
      "NiaRefused: TR_EVIDENCE_VIP_ZAPIS: GovTalk error without number",
    ],
    [
      "another class",
      result(body(good), "", "TR_EVIDENCE_VIP_ZMENA"),
      "Malformed: Class is not the one submitted",
    ],
    [
      "an acknowledgement",
      result(body(good), "", "TR_EVIDENCE_VIP_ZAPIS", "acknowledgement"),
      "Malformed: Qualifier is not response",
    ],
    ["an empty body", result(body("")), "Malformed: an empty result"],
    ["nil instead of a result", result(""), "Malformed: no result"],
    ["two results", result(body(good + good)), "Malformed: the result is not a EvidenceVIPZapisResponse"],
    [
      "two bodies",
      result(bodies('<Body xmlns="http://www.govtalk.gov.uk/CM/envelope"/>'.repeat(2))),
      "Malformed: Body twice",
    ],
    [
      "the request's version",
      result(body(good.replace("response:v1", "response:v2"))),
      "Malformed: the result is not a EvidenceVIPZapisResponse",
    ],
    [
      "another root",
      result(body(good.replaceAll("VIPZapisResponse", "VIPZmenaResponse"))),
      "Malformed: the result is not a EvidenceVIPZapisResponse",
    ],
    ["text that is not base64", result("*"), "Malformed: BodyBase64XML is not base64"],
    ["the payload as it is", result("<x/>"), "Malformed: BodyBase64XML is not text"],
    [
      "a document type inside",
      result(Buffer.from("<!DOCTYPE bodies><bodies/>").toString("base64")),
      "Malformed: document type declaration",
    ],
    [
      "another encoding inside",
      result(Buffer.from(good, "utf16le").toString("base64")),
      expect.stringMatching(/Error|Malformed/),
    ],
  ])("%s", (_, xml, expected) => {
    expect(read(xml)).toEqual(expected);
  });
});
