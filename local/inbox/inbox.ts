import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type RunningServer, send, sendJson, serve } from "../http-server.ts";
import { pageHeaders } from "../pages.ts";
import { stateFile } from "../state-file.ts";
import { type Collection, makeCollection } from "./collection.ts";
import { feedbackKinds, type FeedbackTopic, sendFeedback } from "./feedback.ts";
import { inboxPage } from "./inbox-page.ts";
import { inboxScript } from "./inbox-script.ts";
import { type InboxMessage, isTo } from "./message.ts";

export interface InboxOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Where the emulator of AWS answers. */
  readonly emulatorEndpoint: string;
  /** Where messages outlive the emulator and this process; without it they don't. */
  readonly stateFile?: string;
  /** Whom to tell that a mail came back; without it no mail can. */
  readonly feedback?: FeedbackTopic;
  /** Milliseconds between two looks into the emulator. */
  readonly every?: number;
}

/**
 * The inbox page, and for scripts `GET /api/messages?to=…`: an array of `InboxMessage`, newest first, as fresh as the
 * emulator's own.
 */
export async function startInbox(options: InboxOptions): Promise<RunningServer> {
  const collection = makeCollection(options.emulatorEndpoint, stateFile<InboxMessage[]>(options.stateFile));
  await collection.refresh();
  const closed = new AbortController();
  const watching = watch(collection, options.every ?? 1000, closed.signal);
  const server = await serve(
    (request, response) => answer(collection, options.feedback, request, response),
    options.port,
  );
  return {
    url: server.url,
    async close() {
      closed.abort();
      await Promise.all([watching, server.close()]);
    },
  };
}

async function watch(collection: Collection, every: number, closed: AbortSignal): Promise<void> {
  while (!closed.aborted) {
    await sleep(every, undefined, { signal: closed }).catch(() => undefined);
    await collection.refresh();
  }
}

async function answer(
  collection: Collection,
  feedback: FeedbackTopic | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === "POST" && feedback !== undefined)
    return tell(collection, feedback, request, response);
  if (request.method !== "GET") return send(response, 405, "text/plain", "Only GET\n", { allow: "GET" });
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://inbox");
  if (pathname === "/inbox.js") return send(response, 200, "text/javascript", inboxScript);
  await collection.refresh();
  const messages = collection.all();
  const to = searchParams.get("to") ?? "";
  if (pathname === "/api/messages") {
    return sendJson(response, 200, to === "" ? messages : messages.filter((one) => isTo(one, to)));
  }
  if (pathname === "/") return send(response, 200, "text/html", inboxPage({ messages, to }), pageHeaders);
  const id = /^\/messages\/([^/]+)$/.exec(pathname)?.[1];
  const open = messages.find((one) => encodeURIComponent(one.id) === id);
  return open === undefined
    ? send(response, 404, "text/plain", "Not found\n")
    : send(response, 200, "text/html", inboxPage({ messages, to, open }), pageHeaders);
}

/** `POST /messages/<id>/bounce` or `/complaint`: what the receiver's mail server, or the receiver, does with a mail. */
async function tell(
  collection: Collection,
  topic: FeedbackTopic,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", "http://inbox");
  const [, id, kind] = /^\/messages\/([^/]+)\/(\w+)$/.exec(pathname) ?? [];
  const message = collection.all().find((one) => encodeURIComponent(one.id) === id && one.channel === "mail");
  const known = feedbackKinds.find((one) => one === kind);
  if (message === undefined || known === undefined) return send(response, 404, "text/plain", "Not found\n");
  await sendFeedback(topic, known, message);
  return send(response, 303, "text/plain", "Told\n", { location: `/messages/${id}` });
}
