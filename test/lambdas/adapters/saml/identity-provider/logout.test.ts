import type { Element } from "@xmldom/xmldom";
import { inflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { parseMessage } from "../../../../../lambdas/adapters/saml/xml/parse.ts";
import { signedContent } from "../../../../../lambdas/adapters/saml/xml/signed.ts";
import { signEnveloped } from "../../../../../lambdas/adapters/saml/xml/sign.ts";
import { SamlMessageRefused } from "../../../../../lambdas/domain/errors.ts";
import type { SamlMessage } from "../../../../../lambdas/services/ports/identity-provider.ts";
import { anIdentityProvider, documentOf, posted, us } from "./support/our-provider.ts";
import { aRig, neighbour, refusalOf, type Rig } from "./support/rig.ts";
import {
  aRequest,
  asQuery,
  BINDING,
  byPost,
  minutesFromNow,
  NOW,
  signedPost,
  signedQuery,
  theirMetadata,
  them,
  type Wish,
} from "./support/their-requests.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await aRig();
});

const persistent = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
const name = (attributes = ""): string => `<saml:NameID ${attributes}>pseudonym-1</saml:NameID>`;
const index = (value: string): string => `<samlp:SessionIndex>${value}</samlp:SessionIndex>`;
const logout = (wish: Wish = {}): Wish => ({
  root: "LogoutRequest",
  content: name() + index("s-1"),
  ...wish,
});

const read = async (message: SamlMessage) => await rig.provider.readLogoutRequest(message);
const refusal = async (message: SamlMessage): Promise<string> => await refusalOf(message, read);

describe("a request to log out", () => {
  it("names the user and the logins to end", async () => {
    const content = name(
      `Format="${persistent}" NameQualifier="${us.entityId}" SPNameQualifier="${them.entityId}"`,
    );
    const message = signedPost(logout({ content: content + index("s-1") + index("s-2") }), rig.key);
    expect(await read(message)).toEqual({
      request: {
        id: "_request-1",
        serviceProvider: them.entityId,
        pseudonym: "pseudonym-1",
        sessionIndexes: ["s-1", "s-2"],
        binding: "post",
      },
      replayKey: expect.stringMatching(/^[\w-]{43}$/),
      replayUntil: "2026-11-23T12:10:00.000Z",
    });
  });

  it("may be signed in the query", async () => {
    const message = asQuery(signedQuery(aRequest(logout())(""), rig.key, "state"));
    const { request } = await read(message);
    expect(request).toMatchObject({ sessionIndexes: ["s-1"], relayState: "state", binding: "redirect" });
  });

  it("may be for all logins of a user", async () => {
    const { request } = await read(signedPost(logout({ content: name() }), rig.key));
    expect(request.sessionIndexes).toEqual([]);
  });

  it.each<[string, () => SamlMessage, string]>([
    ["without a signature", () => byPost(aRequest(logout())("")), "not signed"],
    ["by a stranger's key", () => signedPost(logout(), rig.stranger), "pinned certificate"],
    ["for a neighbour", () => signedPost(logout({ issuer: neighbour }), rig.key), "pinned certificate"],
    ["that is a request to log in", () => signedPost({}, rig.key), "not LogoutRequest"],
    [
      "for the address of logins",
      () => signedPost(logout({ attributes: { Destination: us.loginUrl } }), rig.key),
      "Destination",
    ],
    [
      "without a destination",
      () => signedPost(logout({ attributes: { Destination: undefined } }), rig.key),
      "Destination",
    ],
    [
      "that has ended",
      () => signedPost(logout({ attributes: { NotOnOrAfter: minutesFromNow(0) } }), rig.key),
      "NotOnOrAfter",
    ],
    [
      "whose end is no time",
      () => signedPost(logout({ attributes: { NotOnOrAfter: "soon" } }), rig.key),
      "not an instant",
    ],
    [
      "that is old",
      () => signedPost(logout({ attributes: { IssueInstant: minutesFromNow(-6) } }), rig.key),
      "IssueInstant",
    ],
    ["of nobody", () => signedPost(logout({ content: index("s-1") }), rig.key), "no NameID"],
    [
      "of logins without end",
      () => signedPost(logout({ content: name() + index("s").repeat(101) }), rig.key),
      "too many",
    ],
    ["of two", () => signedPost(logout({ content: name() + name() }), rig.key), "twice"],
    [
      "of an e-mail",
      () =>
        signedPost(
          logout({ content: name('Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"') }),
          rig.key,
        ),
      "Format",
    ],
    [
      "of a user of another identity provider",
      () => signedPost(logout({ content: name('NameQualifier="urn:x"') }), rig.key),
      "NameQualifier",
    ],
    [
      "of a neighbour's user",
      () => signedPost(logout({ content: name(`SPNameQualifier="${neighbour}"`) }), rig.key),
      "SPNameQualifier",
    ],
  ])("is refused %s", async (_, message, why) => {
    expect(await refusal(message())).toContain(why);
  });

  it("is refused where its answer would have nowhere to go", async () => {
    const metadata = theirMetadata(rig.key).replace(/<SingleLogoutService[^>]*>/, "");
    const provider = anIdentityProvider({ current: rig.key }, [metadata], () => NOW);
    const message = signedPost(logout(), rig.key);
    const why = await refusalOf(message, async (one) => await provider.readLogoutRequest(one));
    expect(why).toContain("SingleLogoutService");
    expect(
      await provider.requestLogout({ serviceProvider: them.entityId, pseudonym: "p", sessionIndex: "s" }),
    ).toBeUndefined();
  });
});

/** With an endpoint of each binding. */
const providerOfBoth = () =>
  anIdentityProvider(
    { current: rig.key },
    [
      theirMetadata(rig.key).replace(
        "<SingleLogoutService",
        `<SingleLogoutService Binding="${BINDING}HTTP-POST" Location="https://service.example/post" ResponseLocation="https://service.example/answers"/>$&`,
      ),
    ],
    () => NOW,
  );
const codes = (root: Element): (string | undefined)[] =>
  [...root.getElementsByTagNameNS("*", "StatusCode")].map((code) =>
    code.getAttribute("Value")?.replace(/.*:/, ""),
  );

describe("the answer to it", () => {
  it("goes by the binding that it came by, to where answers go", async () => {
    const provider = providerOfBoth();
    const { request } = await provider.readLogoutRequest(signedPost(logout(), rig.key));
    const delivery = await provider.answerLogout(request, "success");
    expect(delivery).toMatchObject({ binding: "post", url: "https://service.example/answers" });
    const xml = Buffer.from(documentOf(delivery));
    const root = signedContent(parseMessage(xml, 100_000), [rig.key.certificatePem]);
    expect(root.getAttribute("Destination")).toBe("https://service.example/answers");
    expect(root.getAttribute("InResponseTo")).toBe("_request-1");
    expect(codes(root)).toEqual(["Success"]);
  });

  it("says where it could not be done everywhere", async () => {
    const { request } = await read(asQuery(signedQuery(aRequest(logout())(""), rig.key, "a%20b%26c")));
    const delivery = await rig.provider.answerLogout(request, "partial");
    if (delivery.binding !== "redirect") throw new Error("it came by Redirect");
    const { origin, pathname, searchParams } = new URL(delivery.url);
    expect([origin + pathname, searchParams.get("RelayState")]).toEqual([them.logoutUrl, "a b&c"]);
    const xml = inflateRawSync(Buffer.from(searchParams.get("SAMLResponse") ?? "", "base64"));
    expect(xml.toString()).not.toContain("<Signature");
    expect(codes(parseMessage(xml, 100_000))).toEqual(["Responder", "PartialLogout"]);
  });
});

describe("a request of ours", () => {
  it("names the login, and ends in five minutes", async () => {
    const login = { serviceProvider: them.entityId, pseudonym: "pseudonym-1", sessionIndex: "s-1" };
    const asked = await providerOfBoth().requestLogout(login);
    if (asked?.delivery.binding !== "redirect") throw new Error("Redirect goes first");
    const { searchParams } = new URL(asked.delivery.url);
    const root = parseMessage(
      inflateRawSync(Buffer.from(searchParams.get("SAMLRequest") ?? "", "base64")),
      100_000,
    );
    expect(root.getAttribute("ID")).toBe(asked.id);
    expect(root.getAttribute("NotOnOrAfter")).toBe("2026-11-23T12:05:00Z");
    expect(root.textContent).toBe(`${us.entityId}pseudonym-1s-1`);
  });

  it.each([
    ["done", "Success", true],
    ["not done", "Responder", false],
  ])("is answered: %s", async (_, code, success) => {
    const wish = {
      root: "LogoutResponse",
      attributes: { InResponseTo: "_ours" },
      content: `<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${code}"/></samlp:Status>`,
    };
    const answer = (xml: string) => posted({ SAMLResponse: Buffer.from(xml).toString("base64") });
    expect(await rig.provider.readLogoutAnswer(answer(signEnveloped(aRequest(wish), rig.key)))).toEqual({
      serviceProvider: them.entityId,
      inResponseTo: "_ours",
      success,
    });
    await expect(rig.provider.readLogoutAnswer(answer(aRequest(wish)("")))).rejects.toThrow(
      SamlMessageRefused,
    );
  });
});
