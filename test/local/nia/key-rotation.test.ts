import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { NiaEvent } from "../../../lambdas/adapters/nia/observe.ts";
import type { KeyPairs } from "../../../lambdas/adapters/key-pairs.ts";
import { type Identity, selfSigned } from "../../../local/certificates.ts";
import { clientOf, nameOf } from "./client.ts";
import { type Rig, startRig } from "./rig.ts";

const MINUTE = 60_000;

let rig: Rig;
let time: number;
let secret: KeyPairs;
let reads: number;
let events: NiaEvent[];
let changed: Identity;

/** A warm function: it reads the secret at most every five minutes, as the adapter of secrets does. */
const warm = () => {
  let kept: { value: KeyPairs; until: number } | undefined;
  return clientOf(
    rig,
    { clockSkewSeconds: 300 },
    {
      clock: () => new Date(time).toISOString(),
      credentials: async ({ fresh = false } = {}) => {
        if (fresh || kept === undefined || kept.until < time) {
          reads += 1;
          kept = { value: secret, until: time + 5 * MINUTE };
        }
        return kept.value;
      },
      observe: (event) => events.push(event),
    },
  );
};
const accepted = async (...identities: Identity[]) =>
  await rig.control("POST", "conditions", {
    clientCertificates: identities.map(({ certificatePem }) => certificatePem),
  });
const refusals = () => events.filter(({ event }) => event === "key-refused").length;

beforeEach(async () => {
  time = Date.now();
  rig = await startRig({ clock: () => new Date(time) });
  changed = await selfSigned({ commonName: "Provider", organization: "00000001" });
  secret = rig.client;
  reads = 0;
  events = [];
});
afterEach(() => rig.simulator.close());

describe("our key is changed", () => {
  it.each([
    ["the new one beside the old", () => ({ current: rig.client, next: changed })],
    ["the old one kept as previous", () => ({ current: changed, previous: rig.client })],
  ])("without a call that fails, warm function and new one: %s", async (_, both) => {
    const nia = warm();
    const everyFewMinutes = async (minutes: number) => {
      for (let passed = 0; passed < minutes; passed += 14) {
        time += 14 * MINUTE;
        await nia.notifications();
        await warm().notifications();
      }
    };
    await everyFewMinutes(70);
    secret = both();
    await everyFewMinutes(70);
    await accepted(rig.client, changed);
    await everyFewMinutes(70);
    await accepted(changed);
    await everyFewMinutes(140);
    secret = { current: changed };
    await everyFewMinutes(70);
    expect(events.filter((event) => event.event === "called" && event.failure !== undefined).length).toBe(
      refusals(),
    );
  });

  it("and a warm function that has not read the new one yet reads it when the old one is refused", async () => {
    const nia = warm();
    await nia.notifications();
    time += 55 * MINUTE;
    await nia.notifications();
    expect(reads).toBe(2);
    secret = { current: changed, previous: rig.client };
    await accepted(changed);
    time += 4 * MINUTE;
    await nia.notifications();
    expect(reads).toBe(3);
    expect(refusals()).toBe(1);
  });

  it("and a refused key is not tried with every call", async () => {
    secret = { current: changed, previous: rig.client };
    const nia = warm();
    for (let call = 0; call < 5; call += 1) await nia.notifications();
    expect(refusals()).toBe(1);
    time += 30 * MINUTE;
    await accepted(rig.client, changed);
    await nia.notifications();
    const [last] = await rig.control<{ endpoint: string }[]>("GET", "received");
    expect(last?.endpoint).toBe("public");
    expect(refusals()).toBe(1);
  });

  it("and an old one that has expired is not used any more", async () => {
    const old = await selfSigned({
      commonName: "Provider",
      notBefore: new Date(time - 400 * 24 * 60 * MINUTE),
      days: 365,
    });
    await accepted(old, changed);
    secret = { current: old, next: changed };
    await warm().notifications();
    expect(refusals()).toBe(0);
    secret = { current: old };
    expect(await nameOf(warm().notifications())).toBe("NiaUnavailable");
  });

  it("and one that NIA never heard of says so", async () => {
    secret = { current: changed };
    await expect(warm().notifications()).rejects.toThrow("IPSTS: fault Sender FailedAuthentication");
    expect(refusals()).toBeGreaterThan(0);
  });
});

describe("NIA changes the certificates of its token services", () => {
  it("and both are pinned for a while", async () => {
    const stateful = {
      ipsts: await selfSigned({ commonName: "I2" }),
      fpsts: await selfSigned({ commonName: "F2" }),
    };
    const later = await startRig(
      { clientCertificates: [rig.client.certificatePem], identities: stateful },
      rig.client,
    );
    const pinned = {
      ipsts: [...rig.simulator.stsCertificates.ipsts, stateful.ipsts.certificatePem],
      fpsts: [...rig.simulator.stsCertificates.fpsts, stateful.fpsts.certificatePem],
    };
    await clientOf(rig, { stsCertificates: pinned }).notifications();
    await clientOf(later, { stsCertificates: pinned }).notifications();
    const onlyOld = clientOf(later, { stsCertificates: rig.simulator.stsCertificates });
    expect(await nameOf(onlyOld.notifications())).toBe("NiaReplyInvalid");
    await later.simulator.close();
  });
});

describe("clocks", () => {
  it("that differ a little do not matter, and by how much is told", async () => {
    await rig.control("POST", "conditions", { clockSeconds: 50 });
    await warm().notifications();
    await rig.control("POST", "conditions", { clockSeconds: -50 });
    await warm().notifications();
    const offsets = events.flatMap((event) => (event.event === "called" ? [event.clockOffsetMs] : []));
    expect(offsets).toEqual([50_000, 50_000, 50_000, -50_000, -50_000, -50_000]);
  });

  it("that differ too much are refused, and by how much is told all the same", async () => {
    const nia = clientOf(rig, { clockSkewSeconds: 20 }, { observe: (event) => events.push(event) });
    await rig.control("POST", "conditions", { clockSeconds: 50 });
    expect(await nameOf(nia.notifications())).toBe("NiaReplyInvalid");
    const [event] = events;
    expect(event).toMatchObject({ event: "called", call: "IPSTS", failure: "reply-invalid" });
    expect(Math.round((event?.event === "called" ? (event.clockOffsetMs ?? 0) : 0) / 10_000)).toBe(5);
  });

  it("are read from the HTTP header where there is no message", async () => {
    await rig.control("POST", "outage", { on: true });
    await nameOf(clientOf(rig, {}, { observe: (event) => events.push(event) }).notifications());
    expect(events).toMatchObject([{ failure: "no-answer", clockOffsetMs: expect.any(Number) }]);
  });

  it("let a token live as long as its issuer means, whatever ours says", async () => {
    // NIA's clock is four minutes behind: by ours its tokens seem to end four minutes early
    await rig.control("POST", "conditions", { clockSeconds: -50 });
    const nia = warm();
    await nia.notifications();
    time += 57.5 * MINUTE;
    await nia.notifications();
    time += MINUTE;
    await nia.notifications();
    const calls = await rig.control<{ endpoint: string }[]>("GET", "received");
    expect(calls.map(({ endpoint }) => endpoint).toReversed()).toEqual([
      "ipsts",
      "fpsts",
      "public",
      "public",
      "ipsts",
      "fpsts",
      "public",
    ]);
  });
});
