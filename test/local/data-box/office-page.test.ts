import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { variants } from "../../../local/data-box/office/variants.ts";
import type { DataBoxSimulator } from "../../../local/data-box/simulator.ts";
import { call, deliver, idField, json, list, startSimulator, texts } from "./setup.ts";

const CODE = "7K3M-9QXT-2B4H";

describe("the office as a page", () => {
  let simulator: DataBoxSimulator;
  beforeAll(async () => {
    simulator = await startSimulator();
  });
  afterAll(() => simulator.close());
  beforeEach(() => json(simulator, "DELETE", "/_sim/messages"));

  const submit = (fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${simulator.url}/office/answers`, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers,
      redirect: "manual",
    });

  it("offers every living resident and every variant", async () => {
    const page = await (await fetch(simulator.officeUrl)).text();
    for (const variant of Object.keys(variants)) expect(page).toContain(`value="${variant}"`);
    expect(page).toContain('value="jana"');
    expect(page).not.toContain('value="zesnuly"');
  });

  it("sends, and tells so", async () => {
    const response = await submit({ code: CODE, residentId: "jana", variant: "twice" });
    expect(response.status).toBe(303);
    const page = await (await fetch(simulator.url + response.headers.get("location"))).text();
    expect(page).toMatch(/Odesláno\..*\d{9}, \d{9}/);
  });

  it("sends a person typed in", async () => {
    const fields = {
      code: CODE,
      residentId: "",
      firstName: "Eva",
      lastName: "Malá",
      birthDate: "1999-09-09",
      documentType: "ID",
      documentNumber: "900 000 777",
      citizenship: "",
      variant: "as-typed",
    };
    expect((await submit(fields)).status).toBe(303);
    const [message] = await json<{ id: string }[]>(simulator, "GET", "/_sim/messages");
    await list(simulator);
    const answer = await (await call(simulator, "MessageDownload", idField(message?.id ?? ""))).text();
    const xml = Buffer.from(texts(answer, "dmEncodedContent")[1] ?? "", "base64").toString("utf8");
    expect(xml).toContain(
      "<Obcanstvi>CZE</Obcanstvi><Doklad><Druh>ID</Druh><Cislo>900000777</Cislo></Doklad>",
    );
  });

  it("keeps what was typed when something is wrong, and escapes it", async () => {
    const response = await submit({
      code: '"><script>',
      residentId: "",
      firstName: "<b>Eva",
      variant: "as-typed",
    });
    const page = await response.text();
    expect(response.status).toBe(422);
    expect(page).toContain("Příjmení, Datum narození");
    expect(page).toContain('value="&lt;b&gt;Eva"');
    expect(page).not.toMatch(/<script|<b>/);
  });

  it("refuses a form from elsewhere", async () => {
    const response = await submit({ code: CODE, residentId: "jana" }, { origin: "http://elsewhere.example" });
    expect(response.status).toBe(403);
  });

  it("shows how each message stands", async () => {
    await deliver(simulator, { annotation: "Pokus <1>" });
    expect(await (await fetch(simulator.officeUrl)).text()).toMatch(
      /Pokus &lt;1&gt;<\/td>\s*<td>čeká ve schránce/,
    );
    await list(simulator);
    expect(await (await fetch(simulator.officeUrl)).text()).toContain("doručena přihlášením");
  });
});
