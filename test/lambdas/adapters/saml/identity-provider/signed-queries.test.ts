import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { signEnveloped } from "../../../../../lambdas/adapters/saml/xml/sign.ts";
import { SamlMessageRefused } from "../../../../../lambdas/domain/errors.ts";
import type { SamlMessage } from "../../../../../lambdas/services/ports/identity-provider.ts";
import type { Identity } from "../../../../../local/certificates.ts";
import { aRig, neighbour, refusalOf, type Rig } from "./support/rig.ts";
import {
  aRequest,
  asQuery,
  encoded,
  RSA_SHA256,
  signedOctets,
  signedQuery,
} from "./support/their-requests.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await aRig();
});

const key = (): Identity => rig.key;
const stranger = (): Identity => rig.stranger;
const read = async (message: SamlMessage) => await rig.provider.readLoginRequest(message);
const refusal = async (message: SamlMessage): Promise<string> => await refusalOf(message, read);
const signed = (): string => signEnveloped(aRequest(), key());

describe("a signed query", () => {
  const parts = (xml = aRequest()("")): [string, string, string] => [
    `SAMLRequest=${encoded(xml)}`,
    "RelayState=state",
    `SigAlg=${encodeURIComponent(RSA_SHA256)}`,
  ];
  const good = (): string => signedQuery(aRequest()(""), key(), "state");

  it("may be encoded as its sender likes", async () => {
    const lower = parts()
      .join("&")
      .replaceAll(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase());
    await expect(read(asQuery(signedOctets(lower, key())))).resolves.toBeDefined();
  });

  it("may come in another order than it was signed in", async () => {
    const reordered = good().split("&").toReversed().join("&");
    await expect(read(asQuery(reordered))).resolves.toBeDefined();
  });

  it("may carry an enveloped signature too", async () => {
    await expect(read(asQuery(signedQuery(signed(), key())))).resolves.toBeDefined();
  });

  it("is not needed where the document is signed", async () => {
    await expect(read(asQuery(`SAMLRequest=${encoded(signed())}`))).resolves.toBeDefined();
  });

  it.each<[string, () => string, string]>([
    ["without signatures", () => parts().slice(0, 2).join("&"), "not signed"],
    ["with an algorithm and no signature", () => parts().join("&"), "half a signature"],
    ["with a signature and no algorithm", () => good().replace(/&SigAlg=[^&]*/, ""), "half a signature"],
    ["signed by another", () => signedQuery(aRequest()(""), stranger()), "not signed by a registered"],
    [
      "with RSA-SHA1",
      () =>
        signedOctets(
          `${parts()[0]}&SigAlg=${encodeURIComponent("http://www.w3.org/2000/09/xmldsig#rsa-sha1")}`,
          key(),
          "RSA-SHA1",
        ),
      "SigAlg",
    ],
    [
      "that says SHA-256 and means SHA-1",
      () => signedOctets(parts().join("&"), key(), "RSA-SHA1"),
      "not signed by a registered",
    ],
    [
      "signed in another order",
      () => signedOctets([parts()[1], parts()[0], parts()[2]].join("&"), key()),
      "not signed by a registered",
    ],
    ["whose RelayState was changed", () => good().replace("=state", "=other"), "not signed by a registered"],
    [
      "whose RelayState was left out",
      () => good().replace("&RelayState=state", ""),
      "not signed by a registered",
    ],
    [
      "that got a RelayState",
      () => `${signedQuery(aRequest()(""), key())}&RelayState=more`,
      "not signed by a registered",
    ],
    [
      "encoded anew",
      () => good().replaceAll(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
      "not signed by a registered",
    ],
    [
      "with a second message",
      () => `${good()}&SAMLRequest=${encoded(aRequest({ attributes: { ID: "_evil" } })(""))}`,
      "twice",
    ],
    ["with a second signature", () => `${good()}&Signature=AAAA`, "twice"],
    ["with a second algorithm", () => `${good()}&SigAlg=x`, "twice"],
    [
      "that fits, around a document with a bad signature",
      () => signedQuery(signEnveloped(aRequest(), stranger()), key()),
      "pinned certificate",
    ],
    [
      "that does not fit, around a document with a good one",
      () => signedQuery(signed(), stranger()),
      "not signed by a registered",
    ],
    [
      "around a document of somebody else",
      () => signedQuery(aRequest({ issuer: neighbour })(""), key()),
      "not signed by a registered",
    ],
  ])("is refused %s", async (_, query, why) => {
    expect(await refusal(asQuery(query()))).toContain(why);
  });

  it("has no meaning in a form", async () => {
    expect(await refusal({ binding: "post", body: good() })).toContain("not UTF-8");
  });
});

it("means the same or is refused, whatever single character is changed", async () => {
  const query = signedQuery(aRequest()(""), key(), "state");
  const { request } = await read(asQuery(query));
  const place = fc.nat(query.length - 1);
  await fc.assert(
    fc.asyncProperty(place, fc.constantFrom(..."aZ09%+/=&"), async (at, other) => {
      const changed = query.slice(0, at) + other + query.slice(at + 1);
      const outcome = await read(asQuery(changed)).catch((error: unknown) => error);
      if (outcome instanceof SamlMessageRefused) return;
      expect(outcome).toMatchObject({ request });
    }),
    { numRuns: 200 },
  );
});
