import type { Answer } from "../endpoint.ts";

/** A new token goes where the caller keeps it: the cookie of a browser, or the body for an app that sends it as bearer. */
export const newToken = (token: string, inBody: boolean, body: object): Answer =>
  inBody ? { body: { ...body, token } } : { token, body };
