import { SignedXml } from "xml-crypto";
import { describe, expect, it } from "vitest";
import { NiaUnavailable } from "../../../../lambdas/domain/errors.ts";
import type { Nia } from "../../../../lambdas/services/ports/nia.ts";
import { hasShared } from "../../../support/shared.ts";
import { keys, person, playBack, record, recordedSettings, transcript } from "./support/recorded.ts";
import { shape } from "./support/shape.ts";

const ask: Record<string, (nia: Nia) => Promise<unknown>> = {
  "identify-ok": (nia) => nia.identify(person),
  "write-ok": (nia) => nia.writeAuthenticator(record),
  "feed-page-1": (nia) => nia.notifications(),
  "fault-wcf": (nia) => nia.identify(person),
};
const names = Object.keys(ask);
const play = async (name: string) => {
  const recorded = transcript(name);
  const { nia, sent } = playBack(recorded);
  const outcome = await ask[name]?.(nia).catch((error: unknown) => error);
  return { recorded, sent, outcome };
};

/** Takes out where we knowingly differ from the recording client. */
const differences = (message: string): string =>
  message
    // stated by us, left open by the recording client
    .replace(/<n:ZpusobOvereni>.*<\/n:ZpusobOvereni>/, "")
    // a policy of WS-Security 1.1 that the recording client writes without its namespace
    .replace(` xmlns:k="http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd" k:`, " ");

const secretIn = (reply: string): Buffer =>
  Buffer.from(/RequestedProofToken><[^>]*>([^<]+)/.exec(reply)?.[1] ?? "", "base64");

describe.skipIf(!hasShared)("recorded conversations with a strict server", () => {
  it("finds the recorded person", async () => {
    const { recorded, outcome } = await play("identify-ok");
    expect(outcome).toEqual({
      pseudonym: recorded.meta.outcome.result,
      firstName: "ZLATUŠE",
      lastName: "ŽĎÁRSKÁ",
      birthDate: "1979-11-30",
      addressPlaceCode: "21690120",
      correlationId: expect.stringMatching(/^[0-9A-F]{32}$/),
    });
  });

  it("registers the recorded authenticator", async () => {
    const { recorded, outcome } = await play("write-ok");
    expect(recorded.meta.outcome).toEqual({ result: null });
    expect(outcome).toEqual({ outcome: "registered", correlationId: "D87E62EC57A04BF2B8EE40D72C5E9ACA" });
  });

  it("reads the recorded page of the feed", async () => {
    const { recorded, outcome } = await play("feed-page-1");
    const page = outcome as Awaited<ReturnType<Nia["notifications"]>>;
    // as the recording client names things, and pads decimals of seconds
    const seen = page.notifications.map(({ id, pseudonym, source, text, at, referenceData: data }) => ({
      id,
      pseudonym,
      source,
      message: text,
      datetime: at.replace(/\.(\d+)$/, (_, decimals: string) => `.${decimals.padEnd(6, "0")}`),
      ...(data?.addressPlaceCode && { address: data.addressPlaceCode }),
      ...(data?.birthDate && { date_of_birth: data.birthDate }),
      ...(data?.firstName && { given_name: data.firstName }),
      ...(data?.lastName && { last_name: data.lastName }),
    }));
    expect({
      notifications: seen,
      last_id: Number(page.lastId),
      more_notifications: page.more,
    }).toEqual(recorded.meta.outcome.result);
    expect(page.notifications.map(({ pseudonymInvalidated }) => pseudonymInvalidated)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it("takes the recorded fault for a failure to ask again after, without its text", async () => {
    const { recorded, outcome } = await play("fault-wcf");
    expect(recorded.meta.outcome.error).toContain("internal error");
    expect(outcome).toBeInstanceOf(NiaUnavailable);
    expect(outcome).toHaveProperty("message", "TR_ZTOTOZNENI: fault Receiver InternalServiceFault");
  });
});

describe.skipIf(!hasShared)("requests against the recorded ones", () => {
  it.each(names)("%s: calls the same services with the same headers", async (name) => {
    const { recorded, sent } = await play(name);
    const headersOf = sent.map(({ url, headers }) => [
      url,
      headers.get("soapaction"),
      headers.get("content-type"),
    ]);
    expect(headersOf).toEqual(
      recorded.meta.calls.map(({ url, request_headers: headers }) => [
        url,
        headers["SOAPAction"],
        headers["Content-Type"],
      ]),
    );
  });

  it.each(names)("%s: sends messages of the recorded shape", async (name) => {
    const { recorded, sent } = await play(name);
    expect(sent.map(({ body }) => shape(differences(body)))).toEqual(recorded.requests.map(shape));
  });

  it.each(names)("%s: signs so that another implementation agrees", async (name) => {
    const { recorded, sent } = await play(name);
    const signedWith = [keys().rsa_certificate, ...recorded.replies.slice(0, 2).map(secretIn)];
    const checked = sent.map(({ body }, call) => {
      const signature = /<Signature (?:(?!<Signature ).)*<\/Signature><\/o:Security>/s.exec(body)?.[0] ?? "";
      const signed = new SignedXml({ idMode: "wssecurity", publicCert: signedWith[call] ?? "" });
      if (call > 0) signed.enableHMAC();
      signed.loadSignature(signature.replace("</o:Security>", "").replace(/<KeyInfo>.*<\/KeyInfo>/s, ""));
      return signed.checkSignature(body) && signed.getSignedReferences().length;
    });
    expect(checked).toEqual([2, 1, 1]);
  });

  it.each(names)("%s: carries tokens on so that their signatures still verify", async (name) => {
    const { sent } = await play(name);
    const { ipsts, fpsts } = recordedSettings().stsCertificates;
    const checked = sent.slice(1).map(({ body }, call) => {
      const assertion = /<saml:Assertion.*<\/saml:Assertion>/s.exec(body)?.[0] ?? "";
      const signature = /<Signature .*<\/Signature>/s.exec(assertion)?.[0] ?? "";
      const signed = new SignedXml({
        idAttribute: "AssertionID",
        publicCert: [ipsts[0], fpsts[0]][call] ?? "",
      });
      signed.loadSignature(signature);
      return signed.checkSignature(body);
    });
    expect(checked).toEqual([true, true]);
  });
});
