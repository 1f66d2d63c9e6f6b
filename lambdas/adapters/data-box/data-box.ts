import { DataBoxUnavailable, MessageInvalid, MessageNotReady, MessageRefused } from "../../domain/errors.ts";
import type { IsoInstant } from "../../domain/person.ts";
import type { DataBox, ReceivedMessage } from "../../services/ports/data-box.ts";
import { type Call, makeCall } from "./call.ts";
import { type DataBoxCredentials, type DataBoxSettings, makePost } from "./post.ts";
import { messageId, readReceivedList } from "./received-list.ts";
import { downloadSigned, listReceived, markDownloaded, ownerInfo } from "./requests.ts";
import { fromBase64 } from "./text.ts";
import { requiredChild, requiredText, textOf } from "./xml.ts";

const PAGE = 500;
/** Oldest come first, so whatever lies beyond is listed once these are dealt with. */
const MAX_PAGES = 20;

/** Where a call is about no one message, its trouble is the box's. */
const boxTrouble = (error: unknown): never => {
  if (error instanceof MessageNotReady || error instanceof MessageRefused || error instanceof MessageInvalid)
    throw new DataBoxUnavailable(error.message);
  throw error;
};

const listAll = async (call: Call, since: IsoInstant): Promise<ReceivedMessage[]> => {
  const messages = new Map<string, ReceivedMessage>();
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const response = await call(listReceived(since, page * PAGE + 1, PAGE));
    const listed = readReceivedList(response, since);
    for (const message of listed) if (!messages.has(message.id)) messages.set(message.id, message);
    if (listed.length < PAGE) break;
  }
  return [...messages.values()].toSorted((a, b) => a.deliveredAt.localeCompare(b.deliveredAt));
};

const checkedId = (id: string): string => {
  if (!messageId.test(id)) throw new TypeError("not the id of a message");
  return id;
};

interface Owner {
  boxId: string;
  companyNumber?: string;
}

const readOwner = async (call: Call): Promise<Owner> => {
  const info = requiredChild(await call(ownerInfo()), "dbOwnerInfo");
  const companyNumber = textOf(info, "ic");
  return { boxId: requiredText(info, "dbID"), ...(companyNumber !== undefined && { companyNumber }) };
};

export interface ConnectedDataBox extends DataBox {
  /** Whose box the credentials open. Delivers nothing, so it serves as a test of the connection. */
  owner(): Promise<Owner>;
}

/** The `DataBox` port over ISDS web services. */
export const makeDataBox = (
  settings: DataBoxSettings,
  credentials: () => Promise<DataBoxCredentials>,
  fetcher: typeof fetch = fetch,
): ConnectedDataBox => {
  const call = makeCall(settings.baseUrl, makePost(settings, credentials, fetcher));
  return {
    received: (since) => listAll(call, since).catch(boxTrouble),
    download: async (id) => {
      const response = await call(downloadSigned(checkedId(id)));
      const raw = fromBase64(textOf(response, "dmSignature") ?? "");
      if (raw === undefined || raw.length === 0) throw new MessageNotReady("no signed message in the reply");
      return raw;
    },
    markDownloaded: async (id) => {
      await call(markDownloaded(checkedId(id))).catch(boxTrouble);
    },
    owner: () => readOwner(call).catch(boxTrouble),
  };
};
