import { contentSecurityPolicy } from "../../lib/content-security-policy.ts";

/** What CloudFront's policy lets through to the API, and what makes a body and a session. */
const forwarded = new Set([
  "accept",
  "accept-language",
  "authorization",
  "content-length",
  "content-type",
  "cookie",
  "if-none-match",
  "origin",
  "referer",
  "sec-fetch-site",
  "transfer-encoding",
  "user-agent",
]);

export interface Said {
  readonly host: string;
  /** Address and port of who asks. */
  readonly viewer: string;
  readonly originSecret: string | undefined;
}

/** The headers of a request on its way to the API: those that may pass, and those that only the front may say. */
export const proxyHeaders = (raw: readonly string[], said: Said): string[] => {
  const kept = pairs(raw).filter(([name]) => forwarded.has(name.toLowerCase()));
  const secret = said.originSecret === undefined ? [] : ["x-origin-secret", said.originSecret];
  return [...kept.flat(), "host", said.host, "cloudfront-viewer-address", said.viewer, ...secret];
};

/** The API's answer on its way back, with the headers that production adds to what the API leaves out. */
export const replyHeaders = (raw: readonly string[], uploads: string): string[] => {
  const given = new Set(pairs(raw).map(([name]) => name.toLowerCase()));
  return [
    ...raw,
    ...Object.entries(securityHeaders(uploads))
      .filter(([name]) => !given.has(name))
      .flat(),
  ];
};

const pairs = (raw: readonly string[]): [string, string][] =>
  raw.flatMap((text, index) => (index % 2 === 0 ? [[text, raw[index + 1] ?? ""]] : []));

/** As in production, but for the order to come back by HTTPS only. `uploads`: the origin that scans are sent to. */
export const securityHeaders = (uploads: string) => ({
  "content-security-policy": contentSecurityPolicy(uploads),
  "permissions-policy":
    "publickey-credentials-create=(self), publickey-credentials-get=(self), camera=(), microphone=()",
  "referrer-policy": "same-origin",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
});

export const forwardedHeaders: readonly string[] = [...forwarded];
