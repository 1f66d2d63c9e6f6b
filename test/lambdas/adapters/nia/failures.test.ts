import { describe, expect, it } from "vitest";
import { type FailureKind, failureAs, failures } from "../../../../lambdas/adapters/nia/failures.ts";
import type { NiaEvent } from "../../../../lambdas/adapters/nia/observe.ts";
import { hasShared } from "../../../support/shared.ts";
import { type Changes, person, playBack, record, soapResponse, transcript } from "./support/recorded.ts";

type Reply = NonNullable<Changes["reply"]>;

const at =
  (which: number, answer: (body: string) => Response | Promise<Response>): Reply =>
  (call, { body }) =>
    call === which ? answer(body) : soapResponse(body);
const broken = (code: string) => () =>
  Promise.reject(
    Object.assign(new TypeError("fetch failed"), { cause: Object.assign(new Error(), { code }) }),
  );
const faulty =
  (code: string, subcode = "", detail = "") =>
  (body: string) =>
    soapResponse(
      body.replace(
        /<s:Body>.*<\/s:Body>/s,
        `<s:Body><s:Fault><s:Code><s:Value>s:${code}</s:Value>${subcode}</s:Code>${detail}</s:Fault></s:Body>`,
      ),
      500,
    );
const subcode = (namespace: string) =>
  `<s:Subcode><s:Value xmlns:x="${namespace}">x:FailedAuthentication</s:Value></s:Subcode>`;
const trust = subcode("http://docs.oasis-open.org/ws-sx/ws-trust/200512");
const security = subcode("http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd");
const gateway = `<s:Detail><GGErrorException xmlns="http://www.government-gateway.cz/wcf/submission"/></s:Detail>`;
const govTalk = (body: string) =>
  soapResponse(body.replace(/<(\w*:?)GovTalkErrors[^>]*>/, "<$1GovTalkErrors><$1Errors/></$1GovTalkErrors>"));
const answering = (inner: string) => (body: string) =>
  soapResponse(
    body.replace(/(BodyBase64XML>)([^<]*)/, (_, tag: string, text: string) => {
      const answer = Buffer.from(text, "base64").toString();
      const changed = answer.replace(/(<\w+Response [^>]*>)[^]*(<\/\w+Response>)/, `$1${inner}$2`);
      return tag + Buffer.from(changed).toString("base64");
    }),
  );
const error = (detail: string) => answering(`<Status>Error</Status><Detail>${detail}</Detail>`);
const noKey = { credentials: () => Promise.reject(new Error("denied")) };

/** What happens; the kind; what a write and a question throw; how many calls go out for it. */
const cases: [string, Changes, FailureKind, string, string, number][] = [
  ["no key", noKey, "not-made", "NiaUnavailable", "NiaUnavailable", 0],
  [
    "no connection",
    { reply: at(2, broken("ECONNREFUSED")) },
    "not-connected",
    "NiaUnavailable",
    "NiaUnavailable",
    6,
  ],
  [
    "a connection that broke",
    { reply: at(2, broken("ECONNRESET")) },
    "no-answer",
    "NiaOutcomeUnknown",
    "NiaUnavailable",
    3,
  ],
  [
    "HTTP 503",
    { reply: at(2, () => new Response("", { status: 503 })) },
    "no-answer",
    "NiaOutcomeUnknown",
    "NiaUnavailable",
    3,
  ],
  [
    "HTTP 404",
    { reply: at(2, () => new Response("", { status: 404 })) },
    "not-taken",
    "NiaUnavailable",
    "NiaUnavailable",
    3,
  ],
  [
    "a key that is not taken",
    { reply: at(0, faulty("Sender", trust)) },
    "proof-refused",
    "NiaUnavailable",
    "NiaUnavailable",
    2,
  ],
  [
    "a token that is not taken",
    { reply: at(2, faulty("Sender", security)) },
    "proof-refused",
    "NiaUnavailable",
    "NiaUnavailable",
    6,
  ],
  [
    "an STS that wants something else",
    { reply: at(1, faulty("Sender")) },
    "token-refused",
    "NiaUnavailable",
    "NiaUnavailable",
    2,
  ],
  [
    "a service that broke",
    { reply: at(2, faulty("Receiver")) },
    "service-broke",
    "NiaOutcomeUnknown",
    "NiaUnavailable",
    3,
  ],
  [
    "a request that is not understood",
    { reply: at(2, faulty("Sender")) },
    "request-refused",
    "NiaRefused",
    "NiaRefused",
    3,
  ],
  [
    "an error of the gateway",
    { reply: at(2, faulty("Sender", "", gateway)) },
    "gateway-refused",
    "NiaRefused",
    "NiaRefused",
    3,
  ],
  ["a GovTalk error", { reply: at(2, govTalk) }, "submission-refused", "NiaRefused", "NiaRefused", 3],
  [
    "a transaction that broke",
    { reply: at(2, error("General Error. See log for more details")) },
    "transaction-broke",
    "NiaOutcomeUnknown",
    "NiaUnavailable",
    3,
  ],
  [
    "a transaction that refuses",
    { reply: at(2, error("Error parsing request")) },
    "transaction-refused",
    "NiaRefused",
    "NiaRefused",
    3,
  ],
  [
    "a reply to another message",
    { reply: at(2, (body) => soapResponse(body.replace(/RelatesTo>urn:uuid:./, "RelatesTo>urn:uuid:x"))) },
    "reply-invalid",
    "NiaReplyInvalid",
    "NiaReplyInvalid",
    3,
  ],
];
const onlyOfQuestions: FailureKind[] = ["nobody-found", "several-found"];

const nameOf = async (call: Promise<unknown>): Promise<string> =>
  await call.then(
    () => "accepted",
    (thrown: Error) => thrown.name,
  );

describe.skipIf(!hasShared)("the table of failures", () => {
  it("has a case for each of its kinds", () => {
    const tried = [...cases.map(([, , kind]) => kind), ...onlyOfQuestions];
    expect(Object.keys(failures).toSorted()).toEqual([...new Set(tried)].toSorted());
  });

  it.each(cases)("%s", async (_, changes, kind, ofWrite, ofQuestion, calls) => {
    const write = playBack(transcript("write-ok"), changes);
    const question = playBack(transcript("identify-ok"), changes);
    expect([
      await nameOf(write.nia.writeAuthenticator(record)),
      await nameOf(question.nia.identify(person)),
    ]).toEqual([ofWrite, ofQuestion]);
    expect([write.sent.length, question.sent.length]).toEqual([calls, calls]);
    expect(failures[kind].again === "at-once").toBe([2, 6].includes(calls) && kind !== "token-refused");
  });

  it.each([
    ["nobody", "ISZR returned zero AIFOs", "PersonNotFound"],
    ["several", "ISZR returned more than one AIFO", "PersonAmbiguous"],
  ])("%s", async (_, detail, name) => {
    const { nia, sent } = playBack(transcript("identify-ok"), { reply: at(2, error(detail)) });
    expect(await nameOf(nia.identify(person))).toBe(name);
    expect(sent).toHaveLength(3);
  });

  it.each(cases.filter(([, , kind]) => !failures[kind].layer.startsWith("transaction")))(
    "%s is told to whoever watches",
    async (_, changes, kind) => {
      const events: NiaEvent[] = [];
      const { nia } = playBack(transcript("write-ok"), {
        ...changes,
        observe: (event) => events.push(event),
      });
      await nameOf(nia.writeAuthenticator(record));
      const seen = events.flatMap((event) => (event.event === "called" ? [event.failure] : []));
      // GovTalk errors are read as an answer; without a key nothing is called
      const silent = kind === "not-made" || kind === "submission-refused";
      expect(seen.filter((failure) => failure === kind).length > 0).toBe(!silent);
    },
  );

  it("says never where nothing of the same will help, and a write that may have happened is unknown", () => {
    const rules = Object.entries(failures).map(([kind, { thrown, again, ...rule }]) => ({
      kind,
      thrown: thrown.name,
      ofWrite: "ofWrite" in rule ? rule.ofWrite.name : thrown.name,
      again,
    }));
    const final = rules.filter(({ thrown }) =>
      ["NiaRefused", "PersonNotFound", "PersonAmbiguous"].includes(thrown),
    );
    expect(rules.filter(({ again }) => again === "never")).toEqual(final);
    const unknown = rules.filter(({ ofWrite }) => ofWrite === "NiaOutcomeUnknown");
    expect(unknown.length).toBeGreaterThan(2);
    // an unknown outcome is never repeated without a pause
    expect(unknown.filter(({ again }) => again !== "later")).toEqual([]);
  });

  it("keeps the gateway's number of the call", () => {
    const thrown = failureAs("transaction-refused", "write", { message: "m", correlationId: "C1" });
    expect(thrown).toMatchObject({ name: "NiaRefused", message: "m", correlationId: "C1" });
  });
});
