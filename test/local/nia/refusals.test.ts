import { sign } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { selfSigned } from "../../../local/certificates.ts";
import type { ReceivedRequest } from "../../../local/nia/control/received.ts";
import { type Mutation, common, replaced, tokenRequests, tokens } from "./mutations.ts";
import { type Draft, type Token, certificateDraft, render } from "./requests.ts";
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

async function refusalOf(url: string, good: Draft, { draft, text }: Mutation) {
  const xml = render({ ...good, ...draft?.(good) });
  const answer = await rig.send(url, text?.(xml) ?? xml);
  const [last] = await rig.control<ReceivedRequest[]>("GET", "received");
  return { ...answer, outcome: last?.outcome, reason: last?.reason };
}

async function expectRefused(url: string, good: Draft, mutation: Mutation) {
  const refusal = await refusalOf(url, good, mutation);

  expect(refusal.reason).toBe(mutation.refused);
  expect(refusal.status).toBe(500);
  expect(refusal.text).toContain("<s:Fault>");
  expect(refusal.text).toContain("<u:Timestamp");
  expect(refusal.text).not.toContain("<Signature");
}

describe("the identity service refuses", () => {
  it.each(Object.entries({ ...common, ...tokenRequests }))("%s", (_name, mutation) =>
    expectRefused(rig.simulator.endpoints.ipsts, rig.firstCall(), mutation),
  );

  const own: Record<string, Mutation> = {
    "To that is not signed": {
      draft: () => ({ references: ["timestamp"] }),
      refused: "The signature is to cover Timestamp and To, no less and no more",
    },
    "a timestamp that is not signed": {
      draft: () => ({ references: ["to", "to"] }),
      refused: "The signature does not cover Timestamp",
    },
    "To changed after signing": {
      text: replaced("/IPSTS/issue.svc/certificate</a:To>", "/ipsts/ISSUE.svc/certificate</a:To>"),
      refused: "The digest of To is another",
    },
    "RSA-SHA256": {
      draft: () => ({
        signatureMethod: "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
        makeSignature: (info) => sign("RSA-SHA256", Buffer.from(info), rig.client.privateKeyPem),
      }),
      refused: "Another algorithm in SignatureMethod",
    },
    "a broken signature": {
      text: replaced(/<SignatureValue>..../, "<SignatureValue>AAAA"),
      refused: "The signature is not the certificate's",
    },
    "a KeyInfo that names another token": {
      text: replaced(`URI="#id-bst"`, `URI="#id-ts"`),
      refused: "The KeyInfo names another token",
    },
    "a token that is no certificate": {
      text: replaced("#X509v3", "#X509PKIPathv1"),
      refused: "The token's ValueType is not X509v3",
    },
  };

  it.each(Object.entries(own))("%s", (_name, mutation) =>
    expectRefused(rig.simulator.endpoints.ipsts, rig.firstCall(), mutation),
  );

  it("a certificate that it does not know, with the trust code for it", async () => {
    const stranger = await selfSigned({ commonName: "Provider", organization: "00000001" });
    const { endpoints, realms } = rig.simulator;
    const draft = certificateDraft(endpoints.ipsts, realms.fpsts, stranger, new Date());
    const refusal = await refusalOf(endpoints.ipsts, draft, { refused: "" });

    expect(refusal.reason).toBe("The certificate is unknown");
    expect(refusal.text).toContain("x:FailedAuthentication");
  });

  it("a signature by another key than the certificate's", async () => {
    const stranger = await selfSigned({ commonName: "Stranger" });
    await expectRefused(rig.simulator.endpoints.ipsts, rig.firstCall(), {
      draft: () => ({ makeSignature: (info) => sign("RSA-SHA1", Buffer.from(info), stranger.privateKeyPem) }),
      refused: "The signature is not the certificate's",
    });
  });

  it.each([
    ["expired", new Date("2020-01-01T00:00:00Z"), "The certificate has expired"],
    ["not valid yet", new Date("2100-01-01T00:00:00Z"), "The certificate is not valid yet"],
  ])("a certificate that is %s", async (_name, notBefore, reason) => {
    const client = await selfSigned({ commonName: "Provider", notBefore, days: 10 });
    const other = await startRig({ clientCertificates: [client.certificatePem] });
    const { endpoints, realms } = other.simulator;
    await other.send(
      endpoints.ipsts,
      render(certificateDraft(endpoints.ipsts, realms.fpsts, client, new Date())),
    );
    const [last] = await other.control<ReceivedRequest[]>("GET", "received");
    await other.simulator.close();

    expect(last?.reason).toBe(reason);
  });
});

describe("the federation service refuses", () => {
  it.each(Object.entries({ ...common, ...tokenRequests, ...tokens }))("%s", (_name, mutation) =>
    expectRefused(rig.simulator.endpoints.fpsts, rig.secondCall(first), mutation),
  );

  it("a token of the wrong service", () =>
    expectRefused(rig.simulator.endpoints.fpsts, rig.secondCall(second), {
      refused: "The token is not signed by its issuer",
    }));

  it("a token of a service with the same name and another key", async () => {
    const other = await startRig();
    const token = await other.firstToken();
    await other.simulator.close();
    await expectRefused(rig.simulator.endpoints.fpsts, rig.secondCall(token), {
      refused: "The token is not signed by its issuer",
    });
  });
});

describe("the submission service refuses", () => {
  const payload = `<NotifikaceIdpRequest xmlns="urn:nia.notifikaceIdp/request:v1"/>`;
  const good = () => rig.thirdCall(second, "TR_NOTIFIKACE_IDP", payload);

  it.each(Object.entries({ ...common, ...tokens }))("%s", (_name, mutation) =>
    expectRefused(rig.simulator.endpoints.public, good(), mutation),
  );

  it("a token for the service before", () =>
    expectRefused(rig.simulator.endpoints.public, rig.thirdCall(first, "TR_NOTIFIKACE_IDP", payload), {
      refused: "The token is not signed by its issuer",
    }));

  const shapes: Record<string, Mutation> = {
    "another element in the body": {
      text: replaced(/n:Submit\b/g, "n:Poll"),
      refused: "The body is no Submit",
    },
    "children in another order": {
      text: replaced(/(<n:tclass>.*<\/n:tclass>)(<n:bodies>.*<\/n:bodies>)/, "$2$1"),
      refused: "Other children in Submit",
    },
    "two payloads": {
      text: replaced(payload, payload + payload),
      refused: "The Body is to hold one element",
    },
    "a transaction that it does not know": {
      text: replaced("TR_NOTIFIKACE_IDP", "TR_OTHER"),
      refused: "The transaction class is not known.",
    },
  };

  it.each(Object.entries(shapes))("%s", (_name, mutation) =>
    expectRefused(rig.simulator.endpoints.public, good(), mutation),
  );
});
