import { describe, expect, it } from "vitest";
import { hasShared } from "../../../support/shared.ts";
import { nameOf } from "./support/outcome.ts";
import { type Changes, person, playBack, record, soapResponse, transcript } from "./support/recorded.ts";

const wsse = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
const wcf = "http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/dispatcher";
const faults: [string, string, string, string][] = [
  [
    "a broken service",
    "Receiver",
    `<s:Subcode><s:Value xmlns:x="${wcf}">x:InternalServiceFault</s:Value></s:Subcode>`,
    "Receiver InternalServiceFault",
  ],
  [
    "a security failure",
    "Sender",
    `<s:Subcode><s:Value xmlns:x="${wsse}">x:InvalidSecurity</s:Value></s:Subcode>`,
    "Sender InvalidSecurity",
  ],
  ["a bad request", "Sender", "", "Sender"],
  ["a code that is none", "Sender", "<s:Subcode><s:Value>x:Jan Novák</s:Value></s:Subcode>", "Sender"],
];
const gateway =
  '<s:Detail><g:GGErrorException xmlns:g="http://www.government-gateway.cz/wcf/submission">' +
  "<g:Number>1046</g:Number><g:Text>Jan Novák</g:Text></g:GGErrorException></s:Detail>";

const faultAt =
  (
    which: number,
    status: number,
    fault: string,
    change = (body: string): string => body,
  ): NonNullable<Changes["reply"]> =>
  (call, { body }) =>
    call === which
      ? soapResponse(change(body.replace(/<s:Body>.*<\/s:Body>/s, `<s:Body>${fault}</s:Body>`)), status)
      : soapResponse(body);
const faultBody = (code: string, subcode: string, detail = ""): string =>
  `<s:Fault><s:Code><s:Value>s:${code}</s:Value>${subcode}</s:Code>` +
  `<s:Reason><s:Text xml:lang="en">Jan Novák</s:Text></s:Reason>${detail}</s:Fault>`;
const written = (reply: NonNullable<Changes["reply"]>) =>
  nameOf(playBack(transcript("write-ok"), { reply }).nia.writeAuthenticator(record));
const identified = (reply: NonNullable<Changes["reply"]>) =>
  nameOf(playBack(transcript("identify-ok"), { reply }).nia.identify(person));

describe.skipIf(!hasShared)("faults", () => {
  const expected: Record<string, [string, string, string]> = {
    "a broken service": ["NiaUnavailable", "NiaOutcomeUnknown", "NiaUnavailable"],
    "a security failure": ["NiaUnavailable", "NiaUnavailable", "NiaUnavailable"],
    "a bad request": ["NiaUnavailable", "NiaRefused", "NiaRefused"],
    "a code that is none": ["NiaUnavailable", "NiaRefused", "NiaRefused"],
  };

  it.each(faults)("%s: of an STS, of a write, of a question", async (name, code, subcode, told) => {
    const fault = faultBody(code, subcode);
    const names = [
      await written(faultAt(1, 500, fault)),
      await written(faultAt(2, 500, fault)),
      await identified(faultAt(2, 500, fault)),
    ];
    expect(names).toEqual(expected[name]?.map((error) => `${error}: fault ${told}`));
  });

  it("mean the same with status 200", async () => {
    expect(await written(faultAt(2, 200, faultBody("Receiver", "")))).toBe(
      "NiaOutcomeUnknown: fault Receiver",
    );
  });

  it("of the gateway are told by their number", async () => {
    expect(await written(faultAt(2, 500, faultBody("Sender", "", gateway)))).toBe(
      "NiaRefused: fault Sender 1046",
    );
  });

  it("about another message say nothing of ours", async () => {
    const other = (body: string): string => body.replace(/RelatesTo>urn:uuid:./, "RelatesTo>urn:uuid:x");
    expect(await written(faultAt(2, 500, faultBody("Sender", ""), other))).toBe(
      "NiaOutcomeUnknown: HTTP 500",
    );
    expect(await written(faultAt(2, 200, faultBody("Sender", ""), other))).toContain("NiaReplyInvalid");
  });
});
