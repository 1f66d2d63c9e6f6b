import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Mutation, replaced } from "./mutations.ts";
import { type Draft, type Token, render } from "./requests.ts";
import { type Rig, startRig } from "./rig.ts";

let rig: Rig;
let first: Token;
let second: Token;

beforeAll(async () => {
  rig = await startRig();
  first = await rig.firstToken();
  second = await rig.secondToken();
});
afterAll(() => rig.simulator.close());

type Tolerated = Omit<Mutation, "refused">;

const anonymous =
  "<a:ReplyTo><a:Address>http://www.w3.org/2005/08/addressing/anonymous</a:Address></a:ReplyTo>";
const wsse11 = "http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd";

const everywhere: Record<string, Tolerated> = {
  "the form of the production client": {},
  "a timestamp with Z and decimals": {
    draft: ({ created }) => ({ created: new Date(created).toISOString() }),
  },
  "an anonymous ReplyTo": { text: replaced("</e:Header>", `${anonymous}</e:Header>`) },
  "a header that is not known and need not be understood": {
    text: replaced("</e:Header>", `<x xmlns="urn:x"/></e:Header>`),
  },
  "a signature value in one line": {
    text: (xml) => xml.replace(/<SignatureValue>[^<]*/, (text) => text.replaceAll("\n", "")),
  },
  "white space around the parts of the security header": {
    draft: () => ({ arrange: (...parts) => `\n  ${parts.join("\n  ")}\n` }),
  },
};

const withTokens: Record<string, Tolerated> = {
  "TokenType in its namespace": { text: replaced(" TokenType=", ` xmlns:k="${wsse11}" k:TokenType=`) },
  "no TokenType": { text: replaced(/ TokenType="[^"]*"/, "") },
};

async function answerTo(url: string, good: Draft, { draft, text }: Tolerated) {
  const xml = render({ ...good, ...draft?.(good) });
  return rig.send(url, text?.(xml) ?? xml);
}

describe("the identity service takes", () => {
  const own: Record<string, Tolerated> = {
    "the endpoint in another letter case": { draft: ({ to }) => ({ to: to.replace("/IPSTS/", "/ipsts/") }) },
    "children of the request in another order": {
      text: replaced(/(<t:TokenType>.*<\/t:TokenType>)(.*)(<\/t:RequestSecurityToken>)/, "$2$1$3"),
    },
    "no TokenType and no KeyType": {
      text: (xml) => xml.replaceAll(/<t:(Token|Key)Type>.*?<\/t:\1Type>/g, ""),
    },
  };

  it.each(Object.entries({ ...everywhere, ...own }))("%s", async (_name, change) => {
    const { status, text } = await answerTo(rig.simulator.endpoints.ipsts, rig.firstCall(), change);

    expect(status).toBe(200);
    expect(text).toContain("<saml:Assertion");
  });
});

describe("the federation service takes", () => {
  it.each(Object.entries({ ...everywhere, ...withTokens }))("%s", async (_name, change) => {
    const { status, text } = await answerTo(rig.simulator.endpoints.fpsts, rig.secondCall(first), change);

    expect(status).toBe(200);
    expect(text).toContain("<saml:Assertion");
  });
});

describe("the submission service takes", () => {
  const payload = `<NotifikaceIdpRequest xmlns="urn:nia.notifikaceIdp/request:v1"/>`;
  const own: Record<string, Tolerated> = {
    "no optionals": { text: replaced("<n:optionals/>", "") },
    "the same token again": {},
  };

  it.each(Object.entries({ ...everywhere, ...withTokens, ...own }))("%s", async (_name, change) => {
    const draft = rig.thirdCall(second, "TR_NOTIFIKACE_IDP", payload);
    const { status, text } = await answerTo(rig.simulator.endpoints.public, draft, change);

    expect(status).toBe(200);
    expect(text).toContain("<BodyBase64XML>");
  });
});
