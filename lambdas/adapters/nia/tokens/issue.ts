import type { KeyPair } from "../../key-pairs.ts";
import type { NiaSettings } from "../settings.ts";
import { exchange, type Wire } from "../wire/exchange.ts";
import { actions } from "../wire/names.ts";
import { envelope, plainAddressee } from "../wire/soap.ts";
import {
  signedAddressee,
  certificateSecurity,
  rsaSigner,
  timestamp,
  tokenSecurity,
} from "../wire/ws-security.ts";
import { federationRequest, identityRequest, readToken, type Token } from "./ws-trust.ts";

const sts = { purpose: "token", action: actions.issue, replyAction: actions.issued } as const;

/** Call 1: T1 from the IPSTS, for one of the provider's certificates (nia-soap.md, 5). Throws `CallFailed`. */
export const issueIdentityToken = (
  wire: Wire,
  settings: NiaSettings,
  { privateKeyPem, certificatePem }: KeyPair,
): Promise<Token> => {
  const signer = rsaSigner(privateKeyPem, settings.algorithm ?? "sha1");
  return exchange(wire, {
    ...sts,
    name: "IPSTS",
    url: settings.endpoints.ipsts,
    message: (messageId, now) => {
      const to = signedAddressee(settings.endpoints.ipsts);
      return envelope({
        action: actions.issue,
        messageId,
        to: to.xml,
        security: certificateSecurity(timestamp(now), to, certificatePem, signer),
        body: identityRequest(settings.realms.fpsts),
      });
    },
    read: (content, clocks) =>
      readToken(content, {
        realm: settings.realms.fpsts,
        certificates: settings.stsCertificates.ipsts,
        clocks,
        skewSeconds: settings.clockSkewSeconds,
      }),
  });
};

/** Call 2: T2 from the FPSTS, for T1 (6). Throws `CallFailed`. */
export const issueFederationToken = (wire: Wire, settings: NiaSettings, identity: Token): Promise<Token> =>
  exchange(wire, {
    ...sts,
    name: "FPSTS",
    url: settings.endpoints.fpsts,
    message: (messageId, now) =>
      envelope({
        action: actions.issue,
        messageId,
        to: plainAddressee(settings.endpoints.fpsts),
        security: tokenSecurity(timestamp(now), identity, settings.algorithm ?? "sha1"),
        body: federationRequest(settings.realms.public),
      }),
    read: (content, clocks) =>
      readToken(content, {
        realm: settings.realms.public,
        certificates: settings.stsCertificates.fpsts,
        clocks,
        skewSeconds: settings.clockSkewSeconds,
      }),
  });
