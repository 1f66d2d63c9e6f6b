import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { makeServiceProvider } from "../../../../../lambdas/adapters/saml/service-provider/service-provider.ts";
import { signed } from "../../../../../local/portal/saml/signing.ts";
import {
  base64,
  encryptedWith,
  makeBench,
  makeResponse,
  type Making,
  minutes,
  type PortalBench,
  readAt,
  replacing,
  settings,
} from "../../../../support/portal-answers.ts";
import { hasShared, sharedPath } from "../../../../support/shared.ts";

let bench: PortalBench;
beforeAll(async () => {
  bench = await makeBench();
});

const person = {
  firstName: "ŽOFIE ANNA",
  lastName: "NOVÁKOVÁ",
  birthDate: "1956-07-15",
  citizenships: [],
  address: { street: "Dlouhá 1234/5a", city: "Ústí nad Labem", postalCode: "40001", country: "CZ" },
  addressPlaceCode: "12345678",
  documents: [{ type: "ID", number: "998811223" }],
};

describe("a good answer", () => {
  it("says who the person is, how sure that is, and how to log out", async () => {
    expect(await readAt(bench, makeResponse(bench))).toEqual({
      outcome: "accepted",
      requestId: "_0123456789abcdef0123456789abcdef",
      assertionId: expect.stringMatching(/^_[0-9a-f-]{36}$/),
      person,
      personIdentifier: "CZ/CZ/1cd49592-b9ba-42ed-91ac-80d07ac9faf2",
      level: "high",
      authenticatedAt: "2026-11-23T09:00:00.000Z",
      session: {
        nameId: "CZ/CZ/1cd49592-b9ba-42ed-91ac-80d07ac9faf2",
        sessionIndex: "_6fa6ffe25af24902bd40d3a9b6919f7d",
      },
    });
  });

  const extra = '<Attribute Name="urn:x"><AttributeValue>1</AttributeValue></Attribute></AttributeStatement>';
  const byNext = (xml: string): string => signed(xml, bench.next);

  it.each<[string, () => Making]>([
    ["both signatures by the second key", () => ({ signAssertion: byNext, signResponse: byNext })],
    ["the assertion by the second key", () => ({ signAssertion: byNext })],
    ["all times 30 s ahead", () => ({ shift: 30_000 })],
    ["all times 90 s ahead", () => ({ shift: 90_000 })],
    ["all times a minute ago", () => ({ shift: -60_000 })],
    ["AES-256-GCM", () => ({ encrypt: encryptedWith(bench, { cipher: "aes-256-gcm" }) })],
    ["an attribute more", () => ({ assertion: replacing("</AttributeStatement>", extra) })],
    [
      "attributes of another host",
      () => ({ assertion: (xml) => xml.replaceAll("eidentita.cz", "identitaobcana.cz") }),
    ],
    [
      "attributes of a third host",
      () => ({ assertion: (xml) => xml.replaceAll("eidentita.cz", "eidentity.cz") }),
    ],
    [
      "the attributes last",
      () => ({
        assertion: replacing(
          /(<AttributeStatement>.*<\/AttributeStatement>)(.*)(?=<\/Assertion>)/s,
          (found) => found.replace(/^(<AttributeStatement>.*<\/AttributeStatement>)(.*)$/s, "$2$1"),
        ),
      }),
    ],
    ["OneTimeUse", () => ({ assertion: replacing("</Conditions>", "<OneTimeUse/></Conditions>") })],
    [
      "several audiences, one of them us",
      () => ({ assertion: replacing("<Audience>", "<Audience>urn:x</Audience><Audience>") }),
    ],
    [
      "a hidden status of success",
      () => ({
        assertion: replacing(
          "</AttributeStatement>",
          '<Attribute Name="urn:oasis:names:tc:SAML:2.0:protocol/statuscode"><AttributeValue>urn:oasis:names:tc:SAML:2.0:status:Success</AttributeValue></Attribute></AttributeStatement>',
        ),
      }),
    ],
  ])("may have %s", async (_, making) => {
    const answer = await readAt(bench, makeResponse(bench, making()));
    expect(answer).toMatchObject({ outcome: "accepted", person });
  });

  it("may come in lines of 76 characters", async () => {
    const encode = (text: string): string => base64(text).replace(/.{76}/g, "$&\r\n");
    expect(await readAt(bench, makeResponse(bench), { encode })).toMatchObject({ outcome: "accepted" });
  });

  it("may lack the code of the address", async () => {
    const answer = await readAt(bench, makeResponse(bench, { values: { tradresaid: undefined } }));
    expect(answer).toMatchObject({ outcome: "accepted" });
    expect(answer).not.toHaveProperty("person.addressPlaceCode");
  });

  it("may tell of another document", async () => {
    const answer = await readAt(
      bench,
      makeResponse(bench, { values: { idtype: "PS", idnumber: "AB1234567" } }),
    );
    expect(answer).toMatchObject({ person: { documents: [{ type: "PS", number: "AB1234567" }] } });
  });

  it("may reach more than was asked for", async () => {
    const { portal, ours } = bench;
    const provider = makeServiceProvider({
      settings: { ...settings, level: "substantial" },
      keys: async () => ({ current: bench.stranger, previous: ours }),
      clock: () => "2026-11-23T09:00:00.000Z",
    });
    const asked = { requestId: "_0123456789abcdef0123456789abcdef", askedAt: "2026-11-23T08:58:00.000Z" };
    const answer = await provider.readAnswer(base64(makeResponse(bench)), {
      asked: [{ ...asked, level: "substantial" }],
      certificates: [portal.certificatePem],
    });
    expect(answer).toMatchObject({ outcome: "accepted", level: "high" });
  });

  it("is good for its whole life after a slow login, and not after", async () => {
    const at = (ago: number) => makeResponse(bench, { shift: -ago });
    await expect(readAt(bench, at(minutes(1)))).resolves.toMatchObject({ outcome: "accepted" });
    await expect(readAt(bench, at(minutes(11)))).rejects.toMatchObject({ fault: "time" });
  });
});

describe.skipIf(!hasShared)("the answer that NIA's test environment gave in 2019", () => {
  const nia = (name: string): string => readFileSync(sharedPath(`nia-saml/${name}`), "utf8");
  /** The recorded one was indented by whoever published it. */
  const unindented = (xml: string): string =>
    xml
      .replace(/<!--.*?-->/s, "")
      .replace(/>\s+</g, "><")
      .trim();
  const terms = () => ({
    asked: [
      {
        requestId: "_EC4U.pASZbyim6prNJtsgOJW5BQUYug_vL-dVUzF-2C8Soni4zLm6GuAfvPZ8M2",
        askedAt: "2019-09-18T11:10:00.000Z",
        level: "low" as const,
      },
    ],
    certificates: [nia("nia-test-cert.pem")],
  });
  const provider = () =>
    makeServiceProvider({
      settings: {
        ...settings,
        entityId: "http://localhost.localdomain:8000/saml/idp.xml",
        consumerUrl: "http://localhost.localdomain:8000/IdentityProviderResponse",
        level: "substantial",
        attributes: {
          PersonIdentifier: "required",
          CurrentGivenName: "required",
          CurrentFamilyName: "required",
          DateOfBirth: "required",
        },
      },
      keys: async () => ({ privateKeyPem: nia("key.pem"), certificatePem: nia("cert.pem") }),
      clock: () => "2019-09-18T11:11:00.000Z",
    });

  it.each(["stripped.xml", "nia_test_response.xml"])("is accepted whole: %s", async (file) => {
    expect(await provider().readAnswer(base64(unindented(nia(file))), terms())).toEqual({
      outcome: "accepted",
      requestId: terms().asked[0]?.requestId,
      assertionId: "_5a8a0c35-ad27-4b69-b447-749164061890",
      person: {
        firstName: "PAVEL",
        lastName: "ČERNÝCH",
        birthDate: "1956-07-15",
        citizenships: [],
        documents: [],
      },
      personIdentifier: "CZ/CZ/1cd49592-b9ba-42ed-91ac-80d07ac9faf2",
      level: "substantial",
      authenticatedAt: "2019-09-18T11:10:53.417Z",
      session: {
        nameId: "CZ/CZ/1cd49592-b9ba-42ed-91ac-80d07ac9faf2",
        sessionIndex: "_6fa6ffe25af24902bd40d3a9b6919f7d",
      },
    });
  });

  it("is refused with a space more", async () => {
    const spaced = unindented(nia("stripped.xml")).replace("<samlp:Status>", " <samlp:Status>");
    await expect(provider().readAnswer(base64(spaced), terms())).rejects.toMatchObject({
      fault: "signature",
    });
  });
});
