import { readFileSync } from "node:fs";
import type { Element } from "@xmldom/xmldom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { selfSigned } from "../../../local/certificates.ts";
import { type Resident, residents } from "../../../local/nia/residents.ts";
import { type NiaSimulator, startNiaSimulator } from "../../../local/nia/simulator.ts";
import { parseXml } from "../../../local/nia/xml/parse.ts";
import { everyElement } from "../../../local/nia/xml/read.ts";
import { hasShared, sharedPath } from "../../support/shared.ts";

interface Recording {
  readonly recorded_at: string;
  readonly calls: readonly { url: string; request_headers: Record<string, string>; status: number }[];
}

const read = (name: string) => readFileSync(sharedPath(`nia-soap/${name}`), "utf8");
const recording = (name: string) => JSON.parse(read(`transcripts/${name}/meta.json`)) as Recording;

/** The person of the recordings, with the pseudonym that their server gave. */
const recorded: Resident = {
  ...(residents[0] as Resident),
  id: "recorded",
  firstName: "ZLATUŠE",
  lastName: "ŽĎÁRSKÁ",
  birthDate: "1979-11-30",
  addressPlaceCode: "21690120",
  pseudonym: "5f0c2f4e-6f0a-4b52-9a2f-0c6d3c1f0a01",
};

/** Path and names of all elements in order, what is in BodyBase64XML included; the structure without the values. */
function outline(xml: string): string[] {
  return [...everyElement(parseXml(xml).documentElement as Element)].flatMap((element) => {
    const attributes = Array.from(element.attributes)
      .filter(({ name }) => !name.startsWith("xmlns"))
      .map(({ namespaceURI, localName }) => `${namespaceURI ?? ""}#${localName}`);
    const own = `${element.namespaceURI}#${element.localName}[${attributes.toSorted().join(" ")}]`;
    const text = element.textContent ?? "";
    const inner =
      element.localName === "BodyBase64XML" ? outline(Buffer.from(text, "base64").toString()) : [];
    return [own, ...inner];
  });
}

describe.skipIf(!hasShared)("recorded conversations", () => {
  let simulator: NiaSimulator;
  let now = new Date();

  beforeAll(async () => {
    simulator = await startNiaSimulator({
      port: 0,
      host: "127.0.0.1",
      publicUrl: "http://127.0.0.1:8480",
      clientCertificates: [read("client.pem")],
      identities: {
        ipsts: await selfSigned({ commonName: "I" }),
        fpsts: await selfSigned({ commonName: "F" }),
      },
      formerCertificates: { ipsts: [read("ipsts.pem")], fpsts: [read("fpsts.pem")] },
      residents: [recorded],
      clock: () => now,
      feed: { cursor: "inclusive", pageSize: 3, oldForm: false },
    });
    await seedFeed();
  });

  afterAll(() => simulator.close());

  const control = (path: string, input: object) =>
    fetch(`${simulator.url}/_sim/${path}`, { method: "POST", body: JSON.stringify(input) });

  async function seedFeed() {
    const bsi = (number: number) => `5f0c2f4e-6f0a-4b52-9a2f-0c6d3c1f0a0${number}`;
    const all = {
      addressPlaceCode: "264",
      birthDate: "2001-02-28",
      firstName: "ŘEHOŘ JIŘÍ",
      lastName: "ČERVENKA",
    };
    const partial = { addressPlaceCode: "21690120", firstName: "ZLATUŠE", lastName: "NOVOTNÁ" };
    await control("notifications", { id: 101, bsi: bsi(1), at: "2026-03-29T02:30:00", change: partial });
    await control("notifications", { id: 104, bsi: bsi(2), at: "2026-04-01T07:01:04.89", change: all });
    await control("notifications", {
      id: 105,
      bsi: bsi(4),
      at: "2026-04-01T15:09:31.693",
      source: "EVPROST",
    });
    await control("notifications", { id: 110, bsi: bsi(4), source: "EVPROST" });
  }

  async function replay(name: string, call: number) {
    now = new Date(recording(name).recorded_at);
    const {
      url,
      request_headers: headers,
      status,
    } = recording(name).calls[call] as Recording["calls"][number];
    const response = await fetch(simulator.url + new URL(url).pathname, {
      method: "POST",
      headers,
      body: read(`transcripts/${name}/${call}-request.xml`),
    });
    return { expectedStatus: status, response, reply: await response.text() };
  }

  const conversations = ["identify-ok", "write-ok", "feed-page-1"];
  const calls = conversations.flatMap((name) => [0, 1, 2].map((call) => [name, call] as const));

  it.each(calls)("%s: call %i is accepted and answered in the same shape", async (name, call) => {
    const { response, reply, expectedStatus } = await replay(name, call);

    expect(response.status).toBe(expectedStatus);
    expect(response.headers.get("content-type")).toBe("application/soap+xml; charset=utf-8");
    expect(outline(reply)).toEqual(outline(read(`transcripts/${name}/${call}-reply.xml`)));
  });

  it("fault-wcf: an internal error is told in the same shape", async () => {
    await control("faults", { kind: "wcf-fault", endpoint: "public" });
    const { response, reply } = await replay("fault-wcf", 2);

    expect(response.status).toBe(500);
    expect(outline(reply)).toEqual(outline(read("transcripts/fault-wcf/2-reply.xml")));
  });

  it("is refused an hour later", async () => {
    now = new Date(Date.parse(recording("identify-ok").recorded_at) + 3_600_000);
    const response = await fetch(simulator.endpoints.ipsts.replace("http://127.0.0.1:8480", simulator.url), {
      method: "POST",
      headers: { "content-type": "application/soap+xml" },
      body: read("transcripts/identify-ok/0-request.xml"),
    });

    expect(response.status).toBe(500);
    expect(await response.text()).toContain("InvalidSecurity");
  });

  it("gives the values that were recorded", async () => {
    const { reply } = await replay("identify-ok", 2);
    const ours = /BodyBase64XML>([^<]*)</.exec(reply)?.[1] ?? "";
    const theirs = /BodyBase64XML>([^<]*)</.exec(read("transcripts/identify-ok/2-reply.xml"))?.[1] ?? "";
    const values = (base64: string) =>
      [...everyElement(parseXml(Buffer.from(base64, "base64")).documentElement as Element)].map((one) =>
        (one.textContent ?? "").replace(/\s+/g, " "),
      );

    expect(values(ours)).toEqual(values(theirs));
  });
});
