import { MessageInvalid, SealInvalid } from "../../../../lambdas/domain/errors.ts";
import { makeCode } from "../../../../lambdas/domain/identification-code.ts";
import type { ReferenceData } from "../../../../lambdas/domain/person.ts";
import type { RecordRegistryData } from "../../../../lambdas/services/data-box/read-message.ts";
import { makePollDataBox } from "../../../../lambdas/services/poll-data-box.ts";
import type { ReceivedMessage } from "../../../../lambdas/services/ports/data-box.ts";
import { memoryRecords } from "../../../support/memory-records.ts";

export const person: ReferenceData = {
  firstName: "JANA",
  lastName: "NOVÁ",
  birthDate: "1990-02-28",
  citizenships: ["CZE"],
  documents: [],
};
export const code = makeCode(new Uint8Array(11).fill(7));
export const otherCode = makeCode(new Uint8Array(11).fill(9));

/** What a message of the office holds. `broken` says what is wrong under the seal, or with it. */
export interface Letter extends Partial<ReceivedMessage> {
  id: string;
  text?: string;
  broken?: "seal" | "content" | "other-id" | "other-sender";
}

export const SENDER = "jjqjqih";

/** A poller over a box in memory whose every step can be made to fail. */
export const makeOffice = (options: { allowedSenders?: string[] } = {}) => {
  const letters: Letter[] = [];
  const archived = new Map<string, string>();
  const log: string[] = [];
  /** Errors to throw, by step and message, `download 1`; each is thrown until it is taken away. */
  const failures = new Map<string, Error>();
  let now = "2026-11-23T09:00:00.000Z";
  let counter = 0;

  const step = (name: string): void => {
    log.push(name);
    const failure = failures.get(name);
    if (failure !== undefined) throw failure;
  };
  const letterOf = (id: string): Letter => {
    const letter = letters.find((one) => one.id === id);
    if (letter === undefined) throw new Error(`no letter ${id}`);
    return letter;
  };
  const answered = new Set<string>();
  const recorded: string[] = [];
  const recordRegistryData: RecordRegistryData = async ({ verificationId, messageId }) => {
    step(`record ${messageId}`);
    if (verificationId === "over") return "not-awaited";
    if (answered.has(verificationId)) return "already";
    answered.add(verificationId);
    recorded.push(`${verificationId} by ${messageId}`);
    return "recorded";
  };

  const records = memoryRecords();
  const ports = {
    records,
    clock: () => now,
    random: (length: number) => new Uint8Array(length).fill((counter += 1)),
    allowedSenders: options.allowedSenders ?? [SENDER],
    leaseSeconds: 300,
    recordRegistryData,
    dataBox: {
      received: async (since: string) => {
        step("list");
        log.push(`since ${since}`);
        return letters
          .map(({ id, senderBoxId = SENDER, deliveredAt = "2026-11-23T08:00:00.000Z", ...more }) => ({
            id,
            senderBoxId,
            deliveredAt,
            large: more.large ?? false,
            system: more.system ?? false,
          }))
          .filter(({ deliveredAt }) => deliveredAt >= since);
      },
      download: async (id: string) => {
        step(`download ${id}`);
        return Buffer.from(id);
      },
      markDownloaded: async (id: string) => step(`mark ${id}`),
    },
    archive: {
      store: async (id: string, raw: Uint8Array) => {
        step(`store ${id}`);
        archived.set(`key-${id}`, Buffer.from(raw).toString());
        return `key-${id}`;
      },
      fetch: async (key: string) => {
        const id = archived.get(key) ?? "";
        step(`fetch ${id}`);
        return Buffer.from(id);
      },
    },
    openSealed: async (raw: Uint8Array) => {
      const { id, broken } = letterOf(Buffer.from(raw).toString());
      if (broken === "seal") throw new SealInvalid("the signature does not fit");
      return {
        id: broken === "other-id" ? "999" : id,
        senderBoxId: broken === "other-sender" ? "zzzzzzz" : SENDER,
        deliveredAt: "2026-11-23T08:00:00.000Z",
        files: [],
      };
    },
    readAnswer: ({ id }: { id: string }) => {
      const { broken, text = "" } = letterOf(id);
      if (broken === "content") throw new MessageInvalid("no Prijmeni in its place");
      return { messageForRecipient: text, person, provision: "one-time" as const };
    },
  };
  return {
    records,
    letters,
    log,
    failures,
    recorded,
    archived,
    poll: makePollDataBox(ports),
    /** Hands out a code. */
    claim: (value: string, verificationId: string) =>
      records.commit([
        { put: { type: "claim", kind: "code", value, version: 0, accountId: "account", verificationId } },
      ]),
    pass: (seconds: number) => {
      now = new Date(Date.parse(now) + seconds * 1000).toISOString();
    },
    message: (id: string) => records.get("box-message", { id }),
    cursor: () => records.get("box-cursor", {}),
  };
};

/** An instant of the day on which the tests play. */
export const at = (time: string): string => `2026-11-23T${time}:00.000Z`;
/** An office that has handed out one code, and sent these. */
export const officeWith = async (...letters: Letter[]) => {
  const office = makeOffice();
  await office.claim(code, "visit");
  office.letters.push(...letters);
  return office;
};
/** A letter with that code. */
export const answer = (id: string, more: Partial<Letter> = {}): Letter => ({
  id,
  text: `kód ${code}`,
  ...more,
});
