import { expect, it } from "vitest";
import { type LoginFailure, loginFailures, statusOf } from "../../../lambdas/domain/saml-status.ts";

const codes = (failure: LoginFailure) => {
  const { code, subcode } = statusOf[failure];
  return [code, subcode].map((one) => one?.replace("urn:oasis:names:tc:SAML:2.0:status:", ""));
};

it.each<[LoginFailure, string, string | undefined]>([
  ["cancelled", "Responder", "AuthnFailed"],
  ["no-allowed-key", "Responder", "AuthnFailed"],
  ["key-failed-too-often", "Responder", "AuthnFailed"],
  ["release-refused", "Responder", "RequestDenied"],
  ["not-linked", "Responder", "AuthnFailed"],
  ["link-suspended", "Responder", "AuthnFailed"],
  ["key-revoked", "Responder", "AuthnFailed"],
  ["another-subject", "Responder", "AuthnFailed"],
  ["level-unreachable", "Responder", "NoAuthnContext"],
  ["passive", "Responder", "NoPassive"],
  ["name-format-unknown", "Requester", "InvalidNameIDPolicy"],
  ["request-unsupported", "Requester", "RequestUnsupported"],
  ["outage", "Responder", undefined],
])("%s is told as %s, %s", (failure, code, subcode) => {
  expect(codes(failure)).toEqual([code, subcode]);
});

it("has every second-level code under one that the standard allows at the top", () => {
  const tops = new Set(loginFailures.map((failure) => codes(failure)[0]));
  expect([...tops].toSorted()).toEqual(["Requester", "Responder"]);
});
