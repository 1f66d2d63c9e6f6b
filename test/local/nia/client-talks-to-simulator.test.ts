import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AuthenticatorRecord } from "../../../lambdas/services/ports/nia.ts";
import { selfSigned } from "../../../local/certificates.ts";
import type { NiaSimulatorOptions } from "../../../local/nia/simulator.ts";
import { card, clientOf, jana, nameOf } from "./client.ts";
import { type Rig, startRig } from "./rig.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.simulator.close());
beforeEach(() => rig.control("POST", "reset"));

const received = () => rig.control<{ endpoint: string; outcome: string }[]>("GET", "received");

const withRig = async <T>(
  options: Partial<NiaSimulatorOptions>,
  use: (other: Rig) => Promise<T>,
): Promise<T> => {
  const other = await startRig(options);
  try {
    return await use(other);
  } finally {
    await other.simulator.close();
  }
};

describe("identification", () => {
  it("finds a person by document", async () => {
    expect(await clientOf(rig).identify({ ...jana, document: card })).toEqual({
      pseudonym: expect.stringMatching(/^[0-9a-f-]{36}$/),
      firstName: "JANA",
      lastName: "NOVÁKOVÁ",
      birthDate: "1988-04-12",
      addressPlaceCode: "19143532",
      correlationId: expect.stringMatching(/^[0-9A-F]{32}$/),
    });
  });

  it.each([
    [
      "by name and birth date",
      { firstName: "Tomáš", lastName: "Bezdokladu", birthDate: "2007-12-24" },
      "TOMÁŠ",
    ],
    [
      "by name and address",
      { firstName: "Žofie", lastName: "Ťůňová", birthDate: "1966-06-06", addressPlaceCode: "21690120" },
      "ŽOFIE",
    ],
    [
      "with several given names",
      { firstName: " Řehoř Jiří ", lastName: "Červenka-Dvořák", birthDate: "2001-02-28" },
      "ŘEHOŘ JIŘÍ",
    ],
  ])("finds a person %s", async (_, query, firstName) => {
    expect((await clientOf(rig).identify(query)).firstName).toBe(firstName);
  });

  it.each([
    ["nobody", { ...jana, firstName: "Neexistuje" }, "PersonNotFound"],
    ["nobody without the diacritics", { ...jana, lastName: "Novakova" }, "PersonNotFound"],
    [
      "nobody who is dead",
      { firstName: "Karel", lastName: "Vzpomínka", birthDate: "1931-09-05" },
      "PersonNotFound",
    ],
    ["several", { firstName: "Petr", lastName: "Dvojník", birthDate: "1975-01-31" }, "PersonAmbiguous"],
  ])("tells of %s", async (_, query, error) => {
    expect(await nameOf(clientOf(rig).identify(query))).toBe(error);
  });
});

describe("authenticators", () => {
  const recordFor = async (): Promise<AuthenticatorRecord> => {
    const { pseudonym } = await clientOf(rig).identify({ ...jana, document: card });
    return { pseudonym, authenticatorId: "key-1", loa: "High", state: "Aktivni", document: card };
  };
  const registered = () =>
    rig.control<{ bsi: string; id: string; state: string; loa: string }[]>("GET", "authenticators");

  it("are registered, once", async () => {
    const nia = clientOf(rig);
    const record = await recordFor();
    const outcomes = [await nia.writeAuthenticator(record), await nia.writeAuthenticator(record)];
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["registered", "already-exists"]);
    expect(await registered()).toEqual([
      expect.objectContaining({ bsi: record.pseudonym, id: "key-1", loa: "High", state: "Aktivni" }),
    ]);
  });

  it("are ended; what is not there is told apart", async () => {
    const nia = clientOf(rig);
    const { pseudonym, authenticatorId, ...rest } = await recordFor();
    await nia.writeAuthenticator({ pseudonym, authenticatorId, ...rest });
    const change = { pseudonym, state: "Ukonceny", message: "removed <by> user & more" } as const;
    const outcomes = [
      await nia.changeAuthenticator({ ...change, authenticatorId }),
      await nia.changeAuthenticator({ ...change, authenticatorId: "key-2" }),
    ];
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["changed", "no-such-record"]);
    expect((await registered()).map(({ state }) => state)).toEqual(["Ukonceny"]);
  });

  it("of which nobody knows whether they were written, were", async () => {
    const nia = clientOf(rig);
    const record = await recordFor();
    await rig.control("POST", "faults", {
      kind: "drop-after-processing",
      transaction: "TR_EVIDENCE_VIP_ZAPIS",
    });
    expect(await nameOf(nia.writeAuthenticator(record))).toBe("NiaOutcomeUnknown");
    expect(await nia.writeAuthenticator(record)).toHaveProperty("outcome", "already-exists");
  });
});

describe("the feed", () => {
  const add = async (to: Rig, count: number): Promise<string> => {
    const { pseudonym } = await clientOf(to).identify({ ...jana, document: card });
    for (let entry = 1; entry <= count; entry += 1)
      await to.control("POST", "notifications", {
        residentId: "jana",
        change: { lastName: "NOVÁ", addressPlaceCode: String(entry) },
        invalidatePseudonym: entry === count,
      });
    return pseudonym;
  };

  it("is empty at first", async () => {
    expect(await clientOf(rig).notifications()).toMatchObject({
      notifications: [],
      more: false,
      correlationId: expect.stringMatching(/^[0-9A-F]{32}$/),
    });
  });

  it.each(["inclusive", "exclusive"] as const)("is read page by page, the cursor %s", async (cursor) => {
    await withRig({ feed: { cursor, pageSize: 2, oldForm: false } }, async (other) => {
      const pseudonym = await add(other, 3);
      const nia = clientOf(other);
      const ids = new Set<string>();
      let page = await nia.notifications();
      for (let pages = 0; pages < 5; pages += 1) {
        for (const { id } of page.notifications) ids.add(id);
        if (!page.more) break;
        page = await nia.notifications(page.lastId);
      }
      const all = await other.control<{ id: number }[]>("GET", "notifications");
      expect(all).toHaveLength(3);
      expect([...ids]).toEqual(all.map(({ id }) => String(id)));
      expect(page.notifications.at(-1)).toMatchObject({
        pseudonym,
        source: "ROBREF",
        referenceData: { lastName: "NOVÁ", addressPlaceCode: "3" },
        pseudonymInvalidated: true,
      });
    });
  });

  it("is read in the form of 2020", async () => {
    await withRig({ feed: { cursor: "inclusive", pageSize: 100, oldForm: true } }, async (other) => {
      await add(other, 2);
      const { notifications, lastId, more } = await clientOf(other).notifications();
      expect(notifications).toHaveLength(2);
      expect({ lastId, more }).toEqual({ lastId: notifications.at(-1)?.id, more: false });
    });
  });
});

describe("tokens", () => {
  it("are kept, or asked for each time", async () => {
    const [kept, fresh] = [clientOf(rig), clientOf(rig, { reuseTokens: false })];
    for (const nia of [kept, kept, fresh, fresh]) await nia.notifications();
    const calls = (await received()).map(({ endpoint }) => endpoint);
    expect(calls.filter((endpoint) => endpoint === "ipsts")).toHaveLength(3);
    expect(calls.filter((endpoint) => endpoint === "fpsts")).toHaveLength(3);
    expect(calls.filter((endpoint) => endpoint === "public")).toHaveLength(4);
  });

  it("are not given to a certificate that NIA does not know", async () => {
    const stranger = await selfSigned({ commonName: "Stranger" });
    expect(await nameOf(clientOf(rig, {}, { credentials: async () => stranger }).notifications())).toBe(
      "NiaUnavailable",
    );
  });

  it("are not taken from an STS that is not pinned", async () => {
    const other = (await selfSigned({ commonName: "Other" })).certificatePem;
    const stsCertificates = { ipsts: rig.simulator.stsCertificates.ipsts, fpsts: [other] };
    expect(await nameOf(clientOf(rig, { stsCertificates }).notifications())).toBe("NiaReplyInvalid");
  });
});

describe("trouble", () => {
  const record = { pseudonym: "p", authenticatorId: "k", loa: "Low", state: "Aktivni" } as const;

  it.each([
    ["http-503", "NiaUnavailable", "NiaOutcomeUnknown"],
    ["wcf-fault", "NiaUnavailable", "NiaOutcomeUnknown"],
    ["hang", "NiaUnavailable", "NiaOutcomeUnknown"],
    ["gateway-fault", "NiaRefused", "NiaRefused"],
    ["govtalk-error", "NiaRefused", "NiaRefused"],
    ["transaction-error", "NiaUnavailable", "NiaOutcomeUnknown"],
    ["slow", "NiaUnavailable", "NiaOutcomeUnknown"],
    ["drop-after-processing", "NiaUnavailable", "NiaOutcomeUnknown"],
    ["reset", "NiaUnavailable", "NiaOutcomeUnknown"],
    ["security-fault", "NiaUnavailable", "NiaUnavailable"],
    ["authentication-fault", "NiaUnavailable", "NiaUnavailable"],
    ["wrong-relates-to", "NiaReplyInvalid", "NiaReplyInvalid"],
    ["wrong-action", "NiaReplyInvalid", "NiaReplyInvalid"],
    ["wrong-namespace", "NiaReplyInvalid", "NiaReplyInvalid"],
    ["no-timestamp", "NiaReplyInvalid", "NiaReplyInvalid"],
    ["document-type", "NiaReplyInvalid", "NiaReplyInvalid"],
    ["deep", "NiaReplyInvalid", "NiaReplyInvalid"],
    ["mtom", "NiaReplyInvalid", "NiaReplyInvalid"],
    ["expired-timestamp", "NiaReplyInvalid", "NiaReplyInvalid"],
    ["huge", "NiaReplyInvalid", "NiaReplyInvalid"],
  ])("%s in a question and in a write", async (kind, question, write) => {
    const nia = clientOf(rig, { timeoutMs: 1_000 });
    await nia.notifications();
    await rig.control("POST", "faults", { kind, endpoint: "public", times: 4, seconds: 3 });
    expect([await nameOf(nia.notifications()), await nameOf(nia.writeAuthenticator(record))]).toEqual([
      question,
      write,
    ]);
  });

  it.each([
    ["ipsts", "forged-token"],
    ["fpsts", "forged-token"],
    ["ipsts", "other-secret"],
    ["fpsts", "deep"],
  ])("of the %s: %s is noticed before anything is written", async (endpoint, kind) => {
    await rig.control("POST", "faults", { kind, endpoint });
    expect(await nameOf(clientOf(rig).writeAuthenticator(record))).toBe("NiaReplyInvalid");
    expect((await received()).filter((one) => one.endpoint === "public")).toEqual([]);
  });

  it("a token that is not taken once is replaced at once", async () => {
    const nia = clientOf(rig);
    await nia.notifications();
    await rig.control("POST", "faults", { kind: "security-fault", endpoint: "public" });
    expect(await nia.notifications()).toMatchObject({ notifications: [] });
    expect((await received()).map(({ endpoint }) => endpoint).toReversed()).toEqual([
      "ipsts",
      "fpsts",
      "public",
      "public",
      "ipsts",
      "fpsts",
      "public",
    ]);
  });

  it("a connection that is not there once is tried again at once", async () => {
    let broken = 1;
    const fetch = (async (url: string, init: RequestInit) => {
      if (broken-- > 0) throw Object.assign(new TypeError("fetch failed"), { cause: refused() });
      return await globalThis.fetch(url, init);
    }) as typeof globalThis.fetch;
    const refused = () => Object.assign(new Error("refused"), { code: "ECONNREFUSED" });
    expect(await clientOf(rig, {}, { fetch }).notifications()).toMatchObject({ notifications: [] });
  });

  it.each(["http-503", "wcf-fault"])("%s before the transaction leaves no doubt", async (kind) => {
    await rig.control("POST", "faults", { kind, endpoint: "fpsts" });
    expect(await nameOf(clientOf(rig).writeAuthenticator(record))).toBe("NiaUnavailable");
  });
});
