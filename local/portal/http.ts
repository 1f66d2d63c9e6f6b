import type { IncomingMessage, ServerResponse } from "node:http";
import { readBody, send } from "../http-server.ts";
import { pageHeaders } from "../pages.ts";
import { type PostedMessage, postPage } from "./pages/post-page.ts";

/** One request and its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
}

const COOKIE = "nia-portal";

export const sessionCookie = ({ request }: Exchange): string | undefined =>
  new RegExp(`(?:^|; )${COOKIE}=([\\w-]+)`, "u").exec(request.headers.cookie ?? "")?.[1];

/** Every page of a login is come to by a redirect, so that a Lax cookie arrives. */
export const cookieHeader = (id: string | undefined): Record<string, string> => ({
  "set-cookie": `${COOKIE}=${id ?? ""}; Path=/; HttpOnly; SameSite=Lax${id === undefined ? "; Max-Age=0" : ""}`,
});

export const sendPage = (
  { response }: Exchange,
  status: number,
  page: string,
  headers: Record<string, string> = {},
): void => send(response, status, "text/html", page, { ...pageHeaders, ...headers });

export const redirect = (
  { response }: Exchange,
  location: string,
  headers: Record<string, string> = {},
): void => send(response, 303, "text/plain", "", { location, ...headers });

/** The page that posts a message to its addressee, and may post to no other. */
export function sendMessage(
  exchange: Exchange,
  message: PostedMessage,
  headers: Record<string, string> = {},
): void {
  const policy = (pageHeaders["content-security-policy"] ?? "").replace(
    "form-action 'self'",
    `form-action ${new URL(message.destination).origin}`,
  );
  sendPage(exchange, 200, postPage(message), { "content-security-policy": policy, ...headers });
}

export async function formOf({ request }: Exchange): Promise<URLSearchParams> {
  return new URLSearchParams((await readBody(request, 2_000_000)).toString("utf8"));
}
