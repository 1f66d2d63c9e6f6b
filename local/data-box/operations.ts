import {
  listAnswer,
  messageAnswer,
  ownerAnswer,
  sealedDocument,
  signedAnswer,
  statusAnswer,
} from "./answers.ts";
import { messageBody } from "./envelope.ts";
import type { FaultBoard } from "./faults.ts";
import type { ListQuery, Mailbox } from "./mailbox.ts";
import type { Box, Letter, StoredMessage } from "./message.ts";
import { instantOf } from "./prague-time.ts";
import type { NoValue } from "./xml.ts";
import { type Seal, seal } from "./zfo.ts";

export interface World {
  readonly box: Box;
  readonly mailbox: Mailbox;
  readonly faults: FaultBoard;
  readonly seal: Seal;
  readonly clock: () => number;
  /** What arrives where a fault makes something arrive. */
  readonly surprise: Letter;
}

export type Fields = ReadonlyMap<string, string | null>;

/** Answers a valid request with the body of the SOAP answer. */
export type Operation = (fields: Fields, world: World) => Promise<string> | string;

export const operations: Readonly<Record<string, Operation>> = {
  GetListOfReceivedMessages(fields, world) {
    const query = listQuery(fields);
    const repeats =
      query.offset > 1 && world.faults.take("duplicate-across-pages", "GetListOfReceivedMessages");
    const found = world.mailbox.list(repeats ? { ...query, offset: query.offset - 1 } : query);
    const answer = listAnswer(found, world.box, noValue(world, "GetListOfReceivedMessages"));
    if (world.faults.take("arrival-between-pages", "GetListOfReceivedMessages"))
      world.mailbox.put(world.surprise);
    return answer;
  },

  MarkMessageAsDownloaded: (fields, { mailbox }) =>
    statusAnswer("MarkMessageAsDownloaded", mailbox.mark(fields.get("dmID") ?? "")),

  MessageDownload: (fields, world) =>
    download("MessageDownload", fields, world, (message, body, stamped) =>
      messageAnswer(message, body, stamped),
    ),

  SignedMessageDownload: (fields, world) =>
    download("SignedMessageDownload", fields, world, async (message, body, stamped) => {
      const document = sealedDocument(message, body, stamped);
      return signedAnswer(await seal(document, message.seal, world.seal, world.clock()), stamped);
    }),

  GetOwnerInfoFromLogin: (_, { box }) => ownerAnswer(box),
};

type Write = (message: StoredMessage, body: string, stamped: boolean) => Promise<string> | string;

function download(operation: string, fields: Fields, world: World, write: Write): Promise<string> | string {
  const message = world.mailbox.open(fields.get("dmID") ?? "");
  if (typeof message === "string") return statusAnswer(operation, message);
  if (message.large) return statusAnswer(operation, "1281");
  const body = messageBody(message, world.box, noValue(world, operation));
  return write(message, body, world.faults.take("no-stamp", operation) === undefined);
}

const noValue = ({ faults }: World, operation: string): NoValue =>
  faults.take("absent-fields", operation) ? "absent" : "nil";

function listQuery(fields: Fields): ListQuery {
  const number = (name: string): number | null => {
    const text = fields.get(name) ?? null;
    return text === null ? null : Number(text);
  };
  const instant = (name: string): number | null => instantOf(fields.get(name) ?? "") ?? null;
  return {
    from: instant("dmFromTime"),
    to: instant("dmToTime"),
    statusFilter: number("dmStatusFilter") ?? -1,
    offset: Math.max(1, number("dmOffset") ?? 1),
    limit: number("dmLimit"),
  };
}
