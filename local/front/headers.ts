/** Hop by hop, or said by us and never by the client. */
const dropped = new Set([
  "host",
  "connection",
  "keep-alive",
  "proxy-authorization",
  "te",
  "trailer",
  "upgrade",
  "x-origin-secret",
]);

export interface Said {
  readonly host: string;
  /** Address and port of who asks. */
  readonly viewer: string;
  readonly originSecret: string | undefined;
}

/** The headers of a request on its way to the API: the client's, without those that only the front may say. */
export const proxyHeaders = (raw: readonly string[], said: Said): string[] => {
  const kept = raw.flatMap((text, index) => {
    const name = text.toLowerCase();
    const mayPass = index % 2 === 0 && !dropped.has(name) && !name.startsWith("cloudfront-");
    return mayPass ? [text, raw[index + 1] ?? ""] : [];
  });
  const secret = said.originSecret === undefined ? [] : ["x-origin-secret", said.originSecret];
  return [...kept, "host", said.host, "cloudfront-viewer-address", said.viewer, ...secret];
};

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  // The design system's components set style attributes.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** What the web app's files are sent with, as in production. */
export const pageHeaders = {
  "content-security-policy": contentSecurityPolicy,
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
};
