import type { Element } from "@xmldom/xmldom";
import type { FeedOptions } from "../../world/notifications.ts";
import type { World } from "../../world/world.ts";
import { XmlRefused } from "../../xml/parse.ts";
import type { Answer, AnswerChild } from "./answer.ts";
import { detail, failed } from "./details.ts";
import { changeAuthenticator, registerAuthenticator } from "./evidence.ts";
import { identify } from "./identification.ts";
import { listNotifications } from "./notification-feed.ts";
import { type Values, readPayload } from "./payload.ts";
import { type TransactionClass, requestShapes } from "./payload-shapes.ts";

export interface TransactionContext {
  readonly world: World;
  /** The provider's profile number, from its token. */
  readonly provider: string;
  readonly feed: FeedOptions;
}

interface Transaction {
  readonly response: string;
  readonly namespace: string;
  readonly run: (values: Values, context: TransactionContext) => readonly AnswerChild[];
}

const transactions: Record<TransactionClass, Transaction> = {
  TR_ZTOTOZNENI: {
    response: "ZtotozneniResponse",
    namespace: "urn:nia.ztotozneni/response:v4",
    run: identify,
  },
  TR_EVIDENCE_VIP_ZAPIS: {
    response: "EvidenceVIPZapisResponse",
    namespace: "urn:nia.EvidenceVIPZapis/response:v1",
    run: registerAuthenticator,
  },
  TR_EVIDENCE_VIP_ZMENA: {
    response: "EvidenceVIPZmenaResponse",
    namespace: "urn:nia.EvidenceVIPZmena/response:v1",
    run: changeAuthenticator,
  },
  TR_NOTIFIKACE_IDP: {
    response: "NotifikaceIdpResponse",
    namespace: "urn:nia.notifikaceIdp/response:v1",
    run: listNotifications,
  },
};

/** Carries a transaction out. A payload that is not valid is answered with Status Error, as everything of this layer. */
export function carryOut(name: TransactionClass, payload: Element, context: TransactionContext): Answer {
  const { response, namespace, run } = transactions[name];
  try {
    const children = run(readPayload(payload, requestShapes[name]), context);
    return { root: response, namespace, children };
  } catch (error) {
    if (!(error instanceof XmlRefused)) throw error;
    return { root: response, namespace, children: failed(detail.unreadable) };
  }
}

/** An Error answer of that transaction with that text. */
export const failedAnswer = (name: TransactionClass, text: string): Answer => ({
  root: transactions[name].response,
  namespace: transactions[name].namespace,
  children: failed(text),
});
