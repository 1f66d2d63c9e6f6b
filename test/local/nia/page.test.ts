import { afterAll, beforeAll, expect, it } from "vitest";
import { document, identification, registration, valueOf } from "./payloads.ts";
import { type Rig, startRig } from "./rig.ts";

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.simulator.close());

const page = async () => {
  const response = await fetch(rig.simulator.url);
  return { headers: response.headers, text: await response.text() };
};

it("shows residents, addresses and switches, and runs no script", async () => {
  const { headers, text } = await page();

  expect(text).toContain("JANA NOVÁKOVÁ");
  expect(text).toContain(rig.simulator.endpoints.public);
  expect(text).toContain("Start an outage");
  expect(text).not.toContain("<script");
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
});

it("escapes what callers wrote", async () => {
  const answer = await rig.submit("TR_ZTOTOZNENI", identification({ Doklad: document("900000101") }));
  await rig.submit(
    "TR_EVIDENCE_VIP_ZAPIS",
    registration({
      Bsi: valueOf(answer, "Pseudonym") ?? "",
      IdentifikaceProstredku: "&lt;b onclick='x'&gt;&amp;",
      LoA: "High",
      OverenoDoklademTotoznosti: "false",
    }),
  );
  const { text } = await page();

  expect(text).toContain("&lt;b onclick=&#39;x&#39;&gt;&amp;");
  expect(text).not.toContain("<b onclick");
});

it("takes its own forms and comes back", async () => {
  const post = (path: string, fields: Record<string, string>) =>
    fetch(`${rig.simulator.url}/_sim/${path}`, {
      method: "POST",
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
  const responses = [
    await post("outage", { on: "true" }),
    await post("faults", { kind: "slow", endpoint: "public", times: "2", seconds: "1" }),
  ];

  expect(responses.map(({ status, headers }) => [status, headers.get("location")])).toEqual([
    [303, "/"],
    [303, "/"],
  ]);
  expect((await page()).text).toContain("End the outage");
  expect(await rig.control("GET", "faults")).toMatchObject([{ kind: "slow", times: 2 }]);
});
