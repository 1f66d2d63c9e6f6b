import type { IncomingMessage, ServerResponse } from "node:http";
import { readBody, send } from "../http-server.ts";
import { pageHeaders, pageHeadersWithForms } from "../pages.ts";
import { postPage } from "../post-page.ts";

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

/** A SAML message on its way through the browser by the POST binding. */
export interface PostedMessage {
  readonly destination: string;
  readonly name: "SAMLRequest" | "SAMLResponse";
  /** XML. */
  readonly message: string;
  readonly relayState: string | undefined;
}

/** Sends the page that posts a message to its addressee. */
export function sendMessage(
  exchange: Exchange,
  { destination, name, message, relayState }: PostedMessage,
  headers: Record<string, string> = {},
): void {
  const fields = {
    [name]: Buffer.from(message).toString("base64"),
    ...(relayState === undefined ? {} : { RelayState: relayState }),
  };
  const policy = pageHeadersWithForms([new URL(destination).origin]);
  sendPage(exchange, 200, postPage({ destination, fields }), { ...policy, ...headers });
}

export async function formOf({ request }: Exchange): Promise<URLSearchParams> {
  return new URLSearchParams((await readBody(request, 2_000_000)).toString("utf8"));
}
