import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sharedProduct } from "../e2e/support/shared-product.ts";
import { launch } from "./support/chromium.ts";
import { aKeyring } from "./support/keys.ts";
import { look } from "./support/look.ts";
import { aPerson, confirmByPassword, type Person } from "./support/person.ts";
import { addFirstKey, logIn } from "./support/steps.ts";

const { endpoints } = sharedProduct();
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
});

/** Names of the models that are shown. */
const shown = async (page: Page) => await page.getByRole("rowheader").allTextContents();

describe("the list of certified keys", () => {
  it.each([1280, 360])("of %d px is filtered, sorted and paged by its address", async (width) => {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: "cs-CZ" });
    const page = await context.newPage();
    await page.goto(`${endpoints.web}/certified-keys`);
    await page.getByText(/Výběru odpovídá: \d{3}/u).waitFor();
    await look(page, `${width}-certified-keys`);
    const first = await shown(page);
    expect(first).toHaveLength(25);

    await page.getByRole("link", { name: "Další stránka" }).click();
    await page.getByText(/Stránka 2 z/u).waitFor();
    const second = await shown(page);
    expect(first.filter((name) => second.includes(name)).length).toBeLessThan(25);
    expect(await page.evaluate("document.activeElement.id")).toBe("results");

    await page.getByLabel("Nejnižší úroveň").selectOption("FIDO úroveň 2");
    await page.getByLabel("Připojení").selectOption("NFC");
    await page.getByLabel("Řadit podle").selectOption("Názvu od A do Z");
    await page.getByLabel("Název nebo výrobce").fill("ýubikéy 5");
    await page
      .getByRole("rowheader", { name: /YubiKey 5/u })
      .first()
      .waitFor();
    const wanted = await shown(page);
    expect(wanted.every((name) => /yubikey/iu.test(name) && name.includes("5"))).toBe(true);
    expect(wanted).toEqual(wanted.toSorted((a, b) => a.localeCompare(b, "cs")));

    const address = page.url();
    await page.goto(address);
    await page.getByRole("rowheader").first().waitFor();
    expect(await shown(page)).toEqual(wanted);
    await page.goBack();
    await page.getByLabel("Název nebo výrobce").fill("takový klíč není");
    await page.getByText("Takový model v seznamu není").waitFor();
    await look(page, `${width}-certified-keys-none`);
    await context.close();
  });
});

/** From the list of keys, holding the one that is there: another one, of which the browser says nothing if asked so. */
const addAnother = async (
  { page, password }: Person,
  { name, hold, silent = false }: { name: string; hold: () => Promise<void>; silent?: boolean },
) => {
  await page.getByRole("button", { name: "Přidat bezpečnostní klíč" }).click();
  await confirmByPassword(page, password);
  await page.getByLabel("Název klíče").fill(name);
  await hold();
  if (silent)
    await page.route("**/api/me/security-keys/options", async (route) => {
      const answer = await route.fetch();
      const body = (await answer.json()) as { options: object };
      await route.fulfill({ json: { ...body, options: { ...body.options, attestation: "none" } } });
    });
  await page.getByRole("button", { name: "Pokračovat ke klíči" }).click();
  await page.getByText(`Klíč „${name}“ je přidaný.`).waitFor();
  await page.unroute("**/api/me/security-keys/options");
};

describe("the page of one's keys", () => {
  it("says of each key what it is, and of a link's confirmation which keys are left", async () => {
    const person = await aPerson(browser);
    const { page, user, devTools, keyId, password } = person;
    await user.register();
    const { hold } = await aKeyring(devTools, keyId);
    await logIn(person);
    await addFirstKey(person);
    await page.getByText("Přidejte si druhý klíč.").waitFor();
    const first = page.getByRole("region", { name: "Modrý klíč" });
    await first.getByText("FIDO_CERTIFIED_L1").waitFor();
    await first.getByText(/z metadat FIDO č\. \d+/u).waitFor();

    await addAnother(person, { name: "Záložní klíč", hold: async () => await hold(1) });
    await hold(0);
    await addAnother(person, { name: "Tichý klíč", hold: async () => await hold(2), silent: true });
    const silent = page.getByRole("region", { name: "Tichý klíč" });
    await silent.getByText("Nelze propojit s NIA").waitFor();
    await silent.getByText(/Prohlížeč nepředal údaje o výrobci/u).waitFor();
    await look(page, "1280-keys-three");

    await silent.getByRole("button", { name: "Přejmenovat" }).click();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("Starý klíč");
    await page.keyboard.press("Enter");
    const renamed = page.getByRole("region", { name: "Starý klíč" });
    await renamed.waitFor();
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Starý klíč");

    await page.getByRole("link", { name: "Propojit s NIA" }).click();
    await page.getByRole("button", { name: "Propojit s NIA" }).click();
    await hold(1);
    await confirmByPassword(page, password);
    const again = page.getByRole("button", { name: "Zkusit klíč znovu" });
    await page.getByText("Potvrzeno: 1 z celkem 2.").waitFor();
    await page.getByText("Záložní klíč: potvrzeno").waitFor();
    await page.getByText("Modrý klíč: zbývá").waitFor();
    // The key that is held is not the one that is left.
    await again.waitFor();
    await look(page, "1280-confirm-second-key");
    await hold(0);
    await again.click();
    await page.getByRole("radio", { name: "Navštívit pracoviště Czech POINT" }).waitFor();
    await page.context().close();
  });
});
