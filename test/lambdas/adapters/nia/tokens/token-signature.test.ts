import { describe, expect, it } from "vitest";
import { verifyEnveloped } from "../../../../../lambdas/adapters/xml/enveloped-signature.ts";
import { readToken } from "../../../../../lambdas/adapters/nia/tokens/ws-trust.ts";
import { actions } from "../../../../../lambdas/adapters/nia/wire/names.ts";
import { openReply } from "../../../../../lambdas/adapters/nia/wire/reply.ts";
import { parseXml } from "../../../../../lambdas/adapters/xml/xml.ts";
import { hasShared } from "../../../../support/shared.ts";
import { shared } from "../support/recorded.ts";

const reply = (): string => shared("real-tokens/IPSTS_response.compact.xml");
const REALM = "https://tnia.eidentita.cz/FPSTS/issue.svc";

/** The certificate that NIA's IPSTS had in 2018, from the token itself. */
const issuer = (): string => {
  const base64 = /X509Certificate>([^<]+)/.exec(reply())?.[1] ?? "";
  return `-----BEGIN CERTIFICATE-----\n${base64.replace(/\s/g, "")}\n-----END CERTIFICATE-----\n`;
};

const readAt = (instant: string, certificates: string[], text = reply()) => {
  const now = Date.parse(instant);
  const { content, created } = openReply(Buffer.from(text), {
    messageId: "urn:uuid:36e5e193-1c4c-4573-8c2b-aedbdf7a887b",
    action: actions.issued,
    now,
    skewSeconds: 300,
  });
  const clocks = { ours: now, theirs: created };
  return content && readToken(content, { realm: REALM, certificates, clocks, skewSeconds: 300 });
};

const changed = (from: string | RegExp, to: string): string => {
  const text = reply().replace(from, to);
  expect(text).not.toBe(reply());
  return text;
};
const assertion = (): string => readAt("2018-10-05T12:31:00Z", [])?.xml ?? "";
const signature = (): string => /<Signature .*<\/Signature>/s.exec(assertion())?.[0] ?? "";

describe.skipIf(!hasShared)("a token that NIA issued in 2018", () => {
  it("is good on its day, with its issuer pinned", () => {
    const token = readAt("2018-10-05T12:31:00Z", [issuer()]);
    expect(token?.id).toBe("_bd0832fa-ac6c-49ed-b50b-d1b309a1745d");
    // its hour, by the clock of the one who issued it, is an hour by ours
    expect(token?.expiresAt).toBe(Date.parse("2018-10-05T13:30:59.755Z"));
    expect(token?.secret).toHaveLength(32);
  });

  it("verifies again in the form in which it goes on", () => {
    const carried = readAt("2018-10-05T12:31:00Z", [])?.xml ?? "";
    expect(() => verifyEnveloped(parseXml(carried), "AssertionID", [issuer()])).not.toThrow();
  });

  it("may be pinned by any of several certificates", () => {
    expect(readAt("2018-10-05T12:31:00Z", [shared("ipsts.pem"), issuer()])).toBeDefined();
  });

  it.each([
    ["another's certificate", () => readAt("2018-10-05T12:31:00Z", [shared("ipsts.pem")]), "pinned"],
    [
      "a changed value",
      () => readAt("2018-10-05T12:31:00Z", [issuer()], changed("NIAIdP-CZNIC01", "NIAIdP-CZNIC02")),
      "changed",
    ],
    [
      "white space within",
      () => readAt("2018-10-05T12:31:00Z", [issuer()], changed("<saml:Conditions", " <saml:Conditions")),
      "changed",
    ],
    [
      "a changed digest",
      () => readAt("2018-10-05T12:31:00Z", [issuer()], changed(/DigestValue>./, "DigestValue>A")),
      "changed",
    ],
    ["another day", () => readAt("2018-10-06T12:31:00Z", [issuer()]), "not of now"],
  ])("is refused with %s", (_, read, why) => {
    expect(read).toThrow(why);
  });
});

describe.skipIf(!hasShared)("the rules of the token's signature", () => {
  it.each([
    ["no signature", () => assertion().replace(signature(), ""), "no Signature"],
    ["two signatures", () => assertion().replace(signature(), signature().repeat(2)), "Signature twice"],
    ["a reference to something else", () => assertion().replace('URI="#_', 'URI="#x'), "something else"],
    ["a second reference", () => assertion().replace(/<Reference .*<\/Reference>/s, "$&$&"), "References"],
    [
      "a transform more",
      () => assertion().replace(/<Transform Algorithm="[^"]*exc-c14n#"><\/Transform>/, "$&$&"),
      "Transforms",
    ],
    [
      "inclusive prefixes",
      () => assertion().replace(/(<Transform Algorithm="[^"]*exc-c14n#">)/, "$1<i/>"),
      "with parameters",
    ],
    ["another digest", () => assertion().replace("xmlenc#sha256", "xmlenc#sha512"), "DigestMethod"],
    [
      "a method of its own",
      () => assertion().replace("xmldsig-more#rsa-sha256", "xmldsig-more#hmac-sha256"),
      "SignatureMethod",
    ],
    [
      "another canonical form",
      () => assertion().replace('xml-exc-c14n#"', 'xml-exc-c14n#WithComments"'),
      "CanonicalizationMethod",
    ],
  ])("%s is refused", (_, make, why) => {
    expect(() => verifyEnveloped(parseXml(make()), "AssertionID", [issuer()])).toThrow(why);
  });
});
