import { describe, expect, it } from "vitest";
import { NiaReplyInvalid } from "../../../../lambdas/domain/errors.ts";
import { hasShared } from "../../../support/shared.ts";
import {
  type Changes,
  playBack,
  record,
  recordedSettings,
  soapResponse,
  transcript,
} from "./support/recorded.ts";

const failureOf = async (changes: Changes): Promise<unknown> => {
  const { nia } = playBack(transcript("write-ok"), changes);
  return nia.writeAuthenticator(record).then(
    () => "accepted",
    (error: unknown) => error,
  );
};

/** Changes the text of one reply; a change that changes nothing is a mistake of the test. */
const altered =
  (which: number, change: (body: string) => string): NonNullable<Changes["reply"]> =>
  (call, { status, body }) => {
    const sent = call === which ? change(body) : body;
    if (call === which && sent === body) throw new TypeError("nothing was changed");
    return soapResponse(sent, status);
  };
const swap =
  (from: string | RegExp, to: string) =>
  (body: string): string =>
    body.replace(from, to);

const secret16 = Buffer.alloc(16, 7).toString("base64");
const secret32 = Buffer.alloc(32, 7).toString("base64");
const inProof = (secret: string) => swap(/(RequestedProofToken><trust:BinarySecret>)[^<]+/, `$1${secret}`);
const unpinned = { settings: { stsCertificates: { ipsts: [], fpsts: [] } } };

describe.skipIf(!hasShared)("replies that are no evidence of anything", () => {
  it.each([
    ["a document type", 2, swap("<s:Envelope", "<!DOCTYPE x><s:Envelope"), "document type declaration"],
    [
      "an entity",
      2,
      swap("<s:Envelope", '<!doctype x [<!ENTITY e "e">]><s:Envelope'),
      "document type declaration",
    ],
    [
      "SOAP 1.1",
      2,
      swap("http://www.w3.org/2003/05/soap-envelope", "http://schemas.xmlsoap.org/soap/envelope/"),
      "not a SOAP 1.2 envelope",
    ],
    ["another message's RelatesTo", 2, swap(/RelatesTo>urn:uuid:./, "RelatesTo>urn:uuid:x"), "RelatesTo"],
    ["no RelatesTo", 2, swap(/<a:RelatesTo>.*<\/a:RelatesTo>/, ""), "RelatesTo"],
    ["RelatesTo twice", 2, swap(/<a:RelatesTo>.*<\/a:RelatesTo>/, "$&$&"), "RelatesTo twice"],
    ["another Action", 2, swap("SubmitResponse</a:Action>", "PollResponse</a:Action>"), "Action"],
    ["no Security", 2, swap(/<o:Security.*<\/o:Security>/, ""), "no Security"],
    ["no Timestamp", 2, swap(/<u:Timestamp.*<\/u:Timestamp>/, ""), "no Timestamp"],
    ["Timestamp twice", 2, swap(/<u:Timestamp.*<\/u:Timestamp>/, "$&$&"), "an Id twice"],
    ["an old Timestamp", 2, swap(/(<u:Created>)2026/, "$12025"), "Timestamp"],
    ["a Timestamp without a zone", 2, swap(/(<u:Created>[^<]*)Z/, "$1"), "not an instant"],
    ["a Timestamp that ends first", 2, swap(/(<u:Expires>)2026/, "$12025"), "ends before it begins"],
    ["an Id twice", 2, swap("<s:Body>", '<s:Body u:Id="_0">'), "an Id twice"],
    ["two bodies", 2, swap(/<s:Body>.*<\/s:Body>/, "$&$&"), "Body twice"],
    ["an empty body", 2, swap(/<s:Body>.*<\/s:Body>/, "<s:Body/>"), "Body does not hold one element"],
    [
      "another namespace",
      2,
      swap('http://www.government-gateway.cz/wcf/submission"', 'urn:x"'),
      "not a SubmitResponse",
    ],
    ["broken XML", 2, swap("</s:Envelope>", ""), "not well-formed"],
    ["text after the end", 2, swap("</s:Envelope>", "</s:Envelope>more"), "not well-formed"],
    ["depth without end", 2, () => "<a>".repeat(1_000_000), "too many tags"],
    ["a depth of fifty thousand", 2, () => "<a>".repeat(50_000) + "</a>".repeat(49_999), "too deep"],
    [
      "namespaces without end",
      2,
      (body) => body.replace("<s:Body>", `<s:Body ${"xmlns:a='urn:a' ".repeat(1_000)}>`),
      "too many namespaces",
    ],
    ["an empty reply", 2, () => "", "not well-formed"],
    ["a secret of 16 bytes", 0, inProof(secret16), "32 bytes"],
    ["a secret that is not base64", 0, inProof("*"), "not base64"],
    ["another secret than the token's", 0, inProof(secret32), "another secret"],
    [
      "no proof token",
      1,
      swap(/<trust:RequestedProofToken>.*<\/trust:RequestedProofToken>/, ""),
      "no RequestedProofToken",
    ],
    [
      "a reference to another assertion",
      0,
      swap(/(RequestedAttachedReference>.*?AssertionID">)_/, "$1_x"),
      "another assertion",
    ],
    ["a second assertion", 0, swap(/<saml:Assertion.*<\/saml:Assertion>/, "$&$&"), "an Id twice"],
    [
      "a second assertion with an Id of its own",
      0,
      (body: string) => {
        const assertion = /<saml:Assertion.*<\/saml:Assertion>/.exec(body)?.[0] ?? "";
        return body.replace(assertion, assertion + assertion.replace('AssertionID="_', 'AssertionID="_x'));
      },
      "not one assertion",
    ],
    [
      "an assertion wrapped in another",
      0,
      swap(
        /(<saml:Assertion.*<\/saml:Assertion>)/,
        '<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:1.0:assertion" AssertionID="_x">$1</saml:Assertion>',
      ),
      "not one assertion",
    ],
    ["an assertion that was changed", 0, swap("NIAIdP-RIG01", "NIAIdP-RIG02"), "changed"],
    [
      "a forged audience",
      0,
      swap(/(<saml:Audience>)[^<]+/, "$1http://127.0.0.1:8480/FPSTS/other.svc"),
      "changed",
    ],
    ["a longer life", 1, swap(/NotOnOrAfter="2026/, 'NotOnOrAfter="2036'), "changed"],
    ["a token for another realm", 0, swap(/(<a:Address>)[^<]+/, "$1urn:x"), "AppliesTo"],
    [
      "a token of another kind",
      1,
      swap(
        "<trust:KeyType>http://docs.oasis-open.org/ws-sx/ws-trust/200512/SymmetricKey",
        "<trust:KeyType>urn:x",
      ),
      "KeyType",
    ],
  ] as [string, number, (body: string) => string, string][])("%s", async (_, call, change, why) => {
    const failure = await failureOf({ reply: altered(call, change) });
    expect(failure).toBeInstanceOf(NiaReplyInvalid);
    expect(failure).toHaveProperty("message", expect.stringContaining(why));
  });

  it.each([
    [
      "for another audience",
      0,
      swap(/(<saml:Audience>)[^<]+/, "$1http://127.0.0.1:8480/FPSTS/other.svc"),
      "another audience",
    ],
    [
      "spelt another way",
      0,
      swap(/(<saml:Audience>)[^<]+/, "$1http://127.0.0.1:8480/FPSTS/Issue.svc"),
      "another audience",
    ],
    ["expired", 1, swap(/NotOnOrAfter="2026-11-23T02/, 'NotOnOrAfter="2026-11-23T01'), "accepted"],
    ["long expired", 1, swap(/NotOnOrAfter="2026-11-23T02/, 'NotOnOrAfter="2026-11-23T00'), "expired"],
    ["not valid yet", 1, swap(/NotBefore="2026-11-23T01/, 'NotBefore="2026-11-23T02'), "not valid yet"],
    ["without conditions", 1, swap(/<saml:Conditions.*<\/saml:Conditions>/, ""), "no Conditions"],
    [
      "without an audience",
      1,
      swap(/<saml:AudienceRestrictionCondition>.*<\/saml:AudienceRestrictionCondition>/, ""),
      "no AudienceRestrictionCondition",
    ],
  ] as [string, number, (body: string) => string, string][])(
    "a token %s, also where no certificate is pinned",
    async (_, call, change, why) => {
      const failure = await failureOf({ ...unpinned, reply: altered(call, change) });
      expect(failure instanceof Error ? failure.message : failure).toContain(why);
    },
  );

  it("a token signed by the other STS", async () => {
    const { nia } = playBack(transcript("write-ok"));
    await expect(nia.writeAuthenticator(record)).resolves.toBeDefined();
    const { stsCertificates } = recordedSettings();
    const failure = await failureOf({
      settings: { stsCertificates: { ipsts: stsCertificates.fpsts, fpsts: stsCertificates.ipsts } },
    });
    expect(failure).toHaveProperty("message", expect.stringContaining("not signed by a pinned certificate"));
  });

  it.each([
    ["an hour late", "2026-11-23T02:20:00.000Z"],
    ["ten minutes early", "2026-11-23T01:16:00.000Z"],
  ])("all of them, %s", async (_, at) => {
    expect(await failureOf({ at })).toBeInstanceOf(NiaReplyInvalid);
  });

  it("bytes that are not UTF-8", async () => {
    const failure = await failureOf({
      reply: (call, { body }) =>
        call === 2
          ? new Response(Buffer.from(body, "utf16le"), {
              headers: { "content-type": "application/soap+xml" },
            })
          : soapResponse(body),
    });
    expect(failure).toHaveProperty("message", expect.stringMatching(/: (?:unreadable|not well-formed)$/));
  });

  it("a page of HTML with status 200", async () => {
    const page = new Response("<html></html>", { headers: { "content-type": "text/html" } });
    const failure = await failureOf({ reply: (call, { body }) => (call === 2 ? page : soapResponse(body)) });
    expect(failure).toHaveProperty("message", "TR_EVIDENCE_VIP_ZAPIS: not SOAP 1.2");
  });

  it("20 MB, of which no more is read than any real reply has", async () => {
    let pulled = 0;
    const megabyte = new Uint8Array(1024 * 1024).fill(32);
    const flood = new ReadableStream({
      pull: (stream) => {
        pulled += 1;
        if (pulled > 20) stream.close();
        else stream.enqueue(megabyte);
      },
    });
    const failure = await failureOf({
      reply: (call, { body }) =>
        call === 2
          ? new Response(flood, { headers: { "content-type": "application/soap+xml" } })
          : soapResponse(body),
    });
    expect(failure).toBeInstanceOf(NiaReplyInvalid);
    expect(failure).toHaveProperty("message", "TR_EVIDENCE_VIP_ZAPIS: reply too large");
    expect(pulled).toBeLessThan(8);
  });
});

describe.skipIf(!hasShared)("what errors tell", () => {
  it.each([0, 1, 2])("names neither secrets nor persons when reply %i is broken", async (which) => {
    const recorded = transcript("write-ok");
    const failure = (await failureOf({ reply: altered(which, (body) => body.slice(0, -40)) })) as Error;
    const told = `${failure.message} ${failure.stack} ${JSON.stringify(failure)} ${String(failure.cause)}`;
    const secrets = [
      ...recorded.replies.flatMap((reply) =>
        [...reply.matchAll(/BinarySecret>([^<]+)/g)].map(([, secret]) => secret ?? ""),
      ),
      record.pseudonym,
      record.document.number,
      "PRIVATE KEY",
    ];
    expect(secrets.length).toBeGreaterThan(6);
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
  });
});
