import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readRegistryAnswer } from "../../../../lambdas/adapters/data-box/answer/registry-answer.ts";
import { makeDataBox } from "../../../../lambdas/adapters/data-box/data-box.ts";
import { makeOpenSealedMessage } from "../../../../lambdas/adapters/data-box/sealed/sealed-message.ts";
import { makeCode, formatCode } from "../../../../lambdas/domain/identification-code.ts";
import { makePollDataBox } from "../../../../lambdas/services/poll-data-box.ts";
import type { RegistryAnswer } from "../../../../lambdas/services/ports/data-box.ts";
import type { Variant } from "../../../../local/data-box/office/variants.ts";
import type { DataBoxSimulator } from "../../../../local/data-box/simulator.ts";
import { box, credentials, deliver, json, startSimulator } from "../../../local/data-box/setup.ts";
import { memoryRecords } from "../../../support/memory-records.ts";

const code = makeCode(new Uint8Array(11).fill(7));
const person = {
  firstName: "Žofie",
  lastName: "Nová",
  birthDate: "1990-02-03",
  citizenships: ["CZE"],
  address: { street: "Milešovská 1136/5a", city: "Praha 3", postalCode: "130 00" },
  addressPlaceCode: "21784563",
  documents: [{ type: "ID", number: "900000999" }],
};

let simulator: DataBoxSimulator;
beforeAll(async () => {
  simulator = await startSimulator();
}, 60_000);
afterAll(() => simulator.close());
beforeEach(async () => {
  await json(simulator, "DELETE", "/_sim/messages");
  await json(simulator, "DELETE", "/_sim/faults");
});

/** The real client, seal and reader over the simulated box; the tables and the archive in memory. */
const makePoller = async () => {
  const records = memoryRecords();
  await records.commit([
    { put: { type: "claim", kind: "code", value: code, version: 0, accountId: "a", verificationId: "v" } },
  ]);
  const archived = new Map<string, Uint8Array>();
  const answers: RegistryAnswer[] = [];
  const settings = {
    baseUrl: simulator.baseUrl,
    login: "password",
    timeoutMs: 2000,
    maxBytes: 40e6,
  } as const;
  const dataBox = makeDataBox(settings, async () => credentials);
  const clock = () => new Date().toISOString();
  const seal = { roots: simulator.sealRoots, organizations: [], maxBytes: 40e6, recipientBoxId: box.id };
  let counter = 0;
  const poll = makePollDataBox({
    records,
    clock,
    random: (length) => new Uint8Array(length).fill((counter += 1)),
    dataBox,
    archive: {
      store: async (id, raw) => {
        archived.set(id, raw);
        return id;
      },
      fetch: async (key) => archived.get(key) ?? new Uint8Array(),
    },
    openSealed: makeOpenSealedMessage(seal, clock),
    readAnswer: readRegistryAnswer,
    recordRegistryData: async ({ answer }) => {
      if (answers.length > 0) return "already";
      answers.push(answer);
      return "recorded";
    },
    allowedSenders: [simulator.senderBoxId],
    leaseSeconds: 300,
  });
  const states = (): string[] =>
    records.all("box-message").map(({ state, detail }) => [state, detail].filter(Boolean).join(": "));
  return { poll, dataBox, records, answers, states };
};

const send = async (variant: Variant): Promise<void> => {
  await json(simulator, "POST", "/office/answers", { code: formatCode(code), person, variant });
};

describe("the office's answer over the wire", () => {
  it("comes through whole", async () => {
    const { poll, answers } = await makePoller();
    await send("as-typed");
    expect(await poll()).toMatchObject({ outcome: "done", counts: { matched: 1 } });
    expect(answers).toEqual([
      {
        messageForRecipient: formatCode(code),
        provision: "one-time",
        person: {
          firstName: "ŽOFIE",
          lastName: "NOVÁ",
          birthDate: "1990-02-03",
          citizenships: ["CZE"],
          address: { street: "Milešovská 1136/5a", city: "Praha 3", postalCode: "13000", country: "CZ" },
          addressPlaceCode: "21784563",
          documents: [{ type: "ID", number: "900000999" }],
        },
      },
    ]);
  });

  it.each<[Variant, string[]]>([
    ["permanent", ["matched"]],
    ["xml-element", ["matched"]],
    ["twice", ["matched", "matched: already-answered"]],
    ["typing-error", ["quarantined: no-code"]],
    ["without-code", ["quarantined: no-code"]],
    ["without-xml", ["quarantined: content: no readable answer among the files"]],
    ["malformed", ["quarantined: content: no readable answer among the files"]],
    ["other-sender", ["skipped: sender-not-allowed"]],
    ["foreign-seal", ["quarantined: seal: no path to a pinned root"]],
    ["tampered", ["quarantined: seal: not readable, or the signature does not fit"]],
    ["unsealed", ["quarantined: seal: not one CMS structure"]],
  ])("%s", async (variant, expected) => {
    const { poll, states } = await makePoller();
    await send(variant);
    await poll();
    expect(states()).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ["system", ["skipped: system-message"]],
    ["large", ["quarantined: large-message"]],
    ["spam", ["skipped: sender-not-allowed"]],
    ["doctype-attachment", ["quarantined: content: no readable answer among the files"]],
    ["entity-bomb", ["quarantined: content: no readable answer among the files"]],
    ["zip-bomb", ["quarantined: content: no readable answer among the files"]],
  ])("among letters of another kind (%s)", async (preset, expected) => {
    const { poll, states } = await makePoller();
    await deliver(simulator, { preset });
    await poll();
    expect(states()).toEqual(expected);
  });

  it("lists both half past two of the night that has it twice, in their order", async () => {
    const { dataBox } = await makePoller();
    await deliver(simulator, { preset: "autumn-night" });
    const listed = await dataBox.received("2026-10-25T00:00:00.000Z");
    expect(listed.map(({ deliveredAt }) => deliveredAt)).toEqual([
      "2026-10-25T00:30:00.000Z",
      "2026-10-25T01:30:00.000Z",
    ]);
  });

  it("tells whose box it is", async () => {
    const { dataBox } = await makePoller();
    expect(await dataBox.owner()).toEqual({ boxId: box.id, companyNumber: box.ic });
  });
});

const fault = (kind: string, more: object = {}) => json(simulator, "POST", "/_sim/faults", { kind, ...more });

describe("trouble on the wire", () => {
  const operation = "SignedMessageDownload";
  it.each<[string, object, string]>([
    ["maintenance", {}, "DataBoxUnavailable"],
    ["status", { code: "3005" }, "DataBoxUnavailable"],
    ["no-stamp", { operation }, "done"],
    ["html", { operation }, "done"],
    ["truncated", { operation }, "done"],
    ["doctype", { operation }, "done"],
    ["disconnected", { operation }, "done"],
    ["slow-drip", { operation, delayMs: 500 }, "done"],
    ["html", {}, "DataBoxUnavailable"],
    ["disconnected", {}, "DataBoxUnavailable"],
  ])("%s %o: nothing is taken, and the next round takes it", async (kind, more, outcome) => {
    const { poll, states } = await makePoller();
    await send("as-typed");
    await fault(kind, more);
    const ended = await poll().then(
      (result) => result.outcome,
      (error: unknown) => (error as Error).name,
    );
    expect(ended).toBe(outcome);
    expect(states()).toEqual([]);
    await json(simulator, "DELETE", "/_sim/faults");
    expect(await poll()).toMatchObject({ outcome: "done", counts: { matched: 1 } });
  });
  it.each(["unauthorized", "login-redirect"])("%s is told aloud", async (kind) => {
    const { poll } = await makePoller();
    await fault(kind);
    await expect(poll()).rejects.toMatchObject({ name: "DataBoxRefused" });
  });
  it.each(["arrival-between-pages", "duplicate-across-pages", "absent-fields"])(
    "%s does no harm",
    async (kind) => {
      const { poll, answers } = await makePoller();
      await send("as-typed");
      await fault(kind);
      await poll();
      expect(answers).toHaveLength(1);
    },
  );
});
