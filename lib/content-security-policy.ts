/**
 * What pages may load, and where they may send. Inline styles: components of the design system set them. Scripts come
 * from the app alone; its proof of work runs in a worker made from a blob. `uploads`: the origin that the console sends
 * scans to.
 */
export const contentSecurityPolicy = (uploads: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${uploads}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
