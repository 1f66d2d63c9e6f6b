import type { IncomingMessage, ServerResponse } from "node:http";
import * as z from "zod";
import { readBody, send, sendJson } from "../../http-server.ts";
import { pageHeaders } from "../../pages.ts";
import type { Mailbox } from "../mailbox.ts";
import type { Box } from "../message.ts";
import { type Order, type Typed, orderOf, orderSchema, wrongFields } from "./office-form.ts";
import { officePage } from "./office-page.ts";
import type { AnswerPerson, OfficeResident } from "./person.ts";
import { answerLetters } from "./variants.ts";

export interface Counter {
  readonly mailbox: Mailbox;
  readonly residents: readonly OfficeResident[];
  readonly recipient: Box;
  readonly clock: () => number;
}

type Office = (path: string, request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The counter of Czech POINT: a page for people, and `POST /office/answers` in JSON for scripts. */
export function makeOffice(counter: Counter): Office {
  const living = counter.residents.filter((resident) => resident.deceased !== true);

  const show = (
    response: ServerResponse,
    status: number,
    typed: Typed,
    sent: string[],
    wrong: string[],
  ): void => {
    const view = { recipient: counter.recipient, residents: living, typed, sent, wrong };
    send(
      response,
      status,
      "text/html",
      officePage({ ...view, messages: counter.mailbox.all() }),
      pageHeaders,
    );
  };

  const answerForm = (response: ServerResponse, body: string): void => {
    const typed: Typed = Object.fromEntries(new URLSearchParams(body));
    const order = orderSchema.safeParse(orderOf(typed));
    if (!order.success) return show(response, 422, typed, [], wrongFields(order.error));
    const ids = sendAnswer(counter, order.data);
    if (ids === undefined) return show(response, 422, typed, [], ["Osoba z registru"]);
    return send(response, 303, "text/plain", "", { location: `/office?sent=${ids.join(",")}` });
  };

  return async (path, request, response) => {
    if (path === "/office" && request.method === "GET") {
      const sent = new URL(request.url ?? "/", "http://office").searchParams.get("sent") ?? "";
      return show(
        response,
        200,
        {},
        sent.split(",").filter((id) => /^\d{1,20}$/.test(id)),
        [],
      );
    }
    if (path !== "/office/answers" || request.method !== "POST") {
      return sendJson(response, 404, { error: "not found" });
    }
    if (!sameOrigin(request)) return sendJson(response, 403, { error: "another origin" });
    const body = (await readBody(request, 100_000)).toString("utf8");
    if (request.headers["content-type"]?.startsWith("application/json") !== true)
      return answerForm(response, body);
    return answerJson(counter, response, body);
  };
}

function answerJson(counter: Counter, response: ServerResponse, body: string): void {
  const order = z.string().transform(parsedJson).pipe(orderSchema).safeParse(body);
  if (!order.success) return sendJson(response, 400, { error: "invalid", issues: order.error.issues });
  const messageIds = sendAnswer(counter, order.data);
  return messageIds === undefined
    ? sendJson(response, 400, { error: "no such resident" })
    : sendJson(response, 200, { messageIds });
}

function parsedJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue("not JSON");
    return z.NEVER;
  }
}

/** Ids of the messages; undefined where the register has no such resident. */
function sendAnswer({ mailbox, residents, clock }: Counter, order: Order): string[] | undefined {
  const person = order.person ?? residents.find(({ id }) => id === order.residentId);
  if (person === undefined) return undefined;
  const at = clock();
  const answer = {
    reference: `SIM-${new Date(at).getUTCFullYear()}-${String(at % 1_000_000).padStart(6, "0")}`,
    at,
    permanent: false,
    message: order.code,
    person: person as AnswerPerson,
  };
  return answerLetters(order.variant, answer).map((letter) => mailbox.put(letter));
}

const sameOrigin = ({ headers }: IncomingMessage): boolean =>
  headers.origin === undefined || headers.origin === "null" || headers.origin === `http://${headers.host}`;
